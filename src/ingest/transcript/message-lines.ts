/** Chats as their apps write them into text files: WhatsApp in its locales, Signal exports, "[date time] Name: …". */
import { problem } from '../../schema/errors.js'
import type { Format } from '../format.js'
import { layOut, oneLine, type Utterance } from './lay-out.js'

/** "12/03/2021, 10:15 - Ada: …" (Android), "[12.03.21, 10:15:32] Ada: …" (iPhone), "[2021-03-12 10:15] Ada: …" (Signal). */
const STAMP = new RegExp(
  String.raw`^[\u200e\u200f\ufeff]*(\[)?(\d{1,4})([./-])(\d{1,2})\3(\d{1,4})[.,]?\s(?:a las |à |um |kl\. |alle |ore )?` +
    String.raw`(\d{1,2})[:.](\d\d)(?:[:.](\d\d)(?:[.,]\d{1,3})?)?(?:[\s\u202f]?([ap])\.?[\s\u202f]?m\.?)?(?:\]\s?|\s[-–]\s)`,
  'iu',
)
const NAME = /^[\u200e\u200f\u202a~\s]*([^:\n]{1,60}?)[\u202c\s]*:(?:\s|$)/u
/** What a program's log has where a chat has a name. */
const LEVEL = /^(?:trace|debug|info|notice|warn(?:ing)?|error|crit(?:ical)?|fatal|severe|alert)$/i
const FEWEST = 2
const LOOKED_AT = 60

export const messageLines: Format = {
  name: 'chat',
  mediaType: 'text/plain',
  extensions: [],
  read(source) {
    const stamped = messagesIn(source)
    const order = orderOf(stamped)
    const content = layOut(stamped.map((message) => utteranceOf(message, order)))
    return order === 'unknown' ? { ...content, problems: [problem('chat-dates-unclear', null)] } : content
  },
}

/** At least two stamped lines with a name, the first line of all stamped too; a program's log is none. */
export function isMessageLines(head: string): boolean {
  const lines = head
    .slice(0, 20_000)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(0, LOOKED_AT)
  if (!lines[0] || !STAMP.test(lines[0])) return false
  const names = lines.flatMap((line) => {
    const stamp = STAMP.exec(line)
    const name = stamp && NAME.exec(line.slice(stamp[0].length))?.[1]
    return name ? [name] : []
  })
  return names.length >= FEWEST && !names.some((name) => LEVEL.test(name))
}

interface Message {
  readonly line: number
  readonly numbers: readonly [string, string, string]
  readonly separator: string
  readonly clock: string
  readonly speaker: string | null
  readonly text: string
}

function messagesIn(source: string): Message[] {
  const out: (Omit<Message, 'text'> & { lines: string[] })[] = []
  source.split('\n').forEach((line, i) => {
    const stamp = STAMP.exec(line)
    if (!stamp) {
      if (out.length > 0) out.at(-1)!.lines.push(line)
      return
    }
    const rest = line.slice(stamp[0].length)
    const name = NAME.exec(rest)
    const hour = (Number(stamp[6]) % (stamp[9] ? 12 : 24)) + (/p/i.test(stamp[9] ?? '') ? 12 : 0)
    out.push({
      line: i + 1,
      numbers: [stamp[2]!, stamp[4]!, stamp[5]!],
      separator: stamp[3]!,
      clock: `${two(hour)}:${stamp[7]!}:${stamp[8] ?? '00'}`,
      speaker: name ? oneLine(name[1]!) : null,
      lines: [name ? rest.slice(name[0].length) : rest],
    })
  })
  return out.map(({ lines, ...message }) => ({ ...message, text: lines.join('\n') }))
}

type Order = 'day first' | 'month first' | 'year first' | 'unknown'

/** Which number is the day, by all the dates of the file: one above twelve tells, a dot is never American, then their order in time. */
function orderOf(messages: readonly Message[]): Order {
  if (messages.some(({ numbers: [first] }) => first.length > 2)) return 'year first'
  if (messages.some(({ separator, numbers: [first] }) => separator === '.' || Number(first) > 12))
    return 'day first'
  if (messages.some(({ numbers: [, second] }) => Number(second) > 12)) return 'month first'
  const ascends = (order: Order): boolean => {
    const days = messages.map(({ numbers }) => dayOf(numbers, order) ?? '')
    return days.every((day, i) => i === 0 || days[i - 1]! <= day)
  }
  const [day, month] = [ascends('day first'), ascends('month first')]
  if (day !== month) return day ? 'day first' : 'month first'
  return messages.every(({ numbers: [first, second] }) => first === second) ? 'day first' : 'unknown'
}

function dayOf([a, b, c]: Message['numbers'], order: Order): string | null {
  const [year, month, day] =
    order === 'year first' ? [a, b, c] : order === 'month first' ? [c, a, b] : [c, b, a]
  const full = year.length <= 2 ? `20${year.padStart(2, '0')}` : year.padStart(4, '0')
  if (order === 'unknown') return full
  const date = new Date(Date.UTC(Number(full), Number(month) - 1, Number(day)))
  const real = date.getUTCMonth() === Number(month) - 1 && date.getUTCDate() === Number(day)
  return real ? `${full}-${two(Number(month))}-${two(Number(day))}` : null
}

function utteranceOf(message: Message, order: Order): Utterance {
  const day = dayOf(message.numbers, order)
  return {
    speaker: message.speaker,
    at: day?.includes('-') ? `${day}T${message.clock}` : day,
    pieces: [{ text: message.text, place: { kind: 'paragraph', paragraph: message.line } }],
  }
}

const two = (n: number): string => String(n).padStart(2, '0')
