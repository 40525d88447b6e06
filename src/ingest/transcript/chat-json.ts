/** Chats as JSON: Telegram's and Slack's exports, and those of Facebook and Instagram. */
import { decodeEntities } from '../html/entities.js'
import type { Format } from '../format.js'
import { isRecord, parsed, textIn, type Json } from '../json-article/json.js'
import { layOut, type Utterance } from './lay-out.js'

export const chatJson: Format = {
  name: 'chat-json',
  mediaType: 'application/json',
  extensions: [],
  read(source) {
    const { title, messages } = chatIn(parsed(source)) ?? { title: null, messages: [] }
    return layOut(messages, title)
  },
}

interface Chat {
  readonly title: string | null
  readonly messages: readonly Utterance[]
}

/** The conversation in a parsed file, or null where it is none. */
export function chatIn(root: unknown): Chat | null {
  if (Array.isArray(root)) return slack(root, '')
  if (!isRecord(root)) return null
  const chats = isRecord(root['chats']) ? root['chats']['list'] : undefined
  if (Array.isArray(chats)) {
    const all = chats.flatMap((chat, i) =>
      isRecord(chat) ? (telegram(chat, `chats.list[${i}].`) ?? []) : [],
    )
    return all.length === 0 ? null : { title: null, messages: all.flatMap(({ messages }) => messages) }
  }
  return telegram(root, '') ?? meta(root)
}

/** Telegram Desktop's export: `from`, `date`, `text` in pieces; words that are passed on belong to `forwarded_from`. */
function telegram(chat: Json, path: string): Chat | null {
  const list = chat['messages']
  if (!Array.isArray(list) || !list.some((m) => isRecord(m) && 'from_id' in m && 'date' in m)) return null
  const messages = list.flatMap((m, i): Utterance[] => {
    if (!isRecord(m)) return []
    const pieces = Array.isArray(m['text']) ? m['text'] : [m['text']]
    const text = pieces.map((piece) => textIn(isRecord(piece) ? piece['text'] : piece) ?? '').join('')
    return [
      {
        speaker: textIn(m['from']),
        at: dateTime(textIn(m['date'])),
        from: textIn(m['forwarded_from']),
        pieces: [{ text, place: { kind: 'field', path: `${path}messages[${i}].text` } }],
      },
    ]
  })
  return { title: textIn(chat['name']), messages }
}

/** Slack's export: one array a day, times in seconds since 1970. */
function slack(list: readonly unknown[], path: string): Chat | null {
  const own = list.filter(
    (m): m is Json => isRecord(m) && m['type'] === 'message' && typeof m['ts'] === 'string',
  )
  if (own.length === 0) return null
  const messages = list.flatMap((m, i): Utterance[] => {
    if (!isRecord(m) || m['type'] !== 'message') return []
    const profile = isRecord(m['user_profile']) ? m['user_profile'] : {}
    return [
      {
        speaker:
          textIn(profile['real_name']) ??
          textIn(profile['display_name']) ??
          textIn(m['username']) ??
          textIn(m['user']),
        at: sinceEpoch(Number(m['ts']) * 1000),
        pieces: [
          {
            text: decodeEntities(textIn(m['text']) ?? ''),
            place: { kind: 'field', path: `${path}[${i}].text` },
          },
        ],
      },
    ]
  })
  return { title: null, messages }
}

/** Facebook's and Instagram's export, whose messages stand newest first. */
function meta(root: Json): Chat | null {
  const list = root['messages']
  if (!Array.isArray(list) || !list.some((m) => isRecord(m) && 'sender_name' in m)) return null
  const messages = list.flatMap((m, i): (Utterance & { time: number })[] =>
    isRecord(m)
      ? [
          {
            speaker: textIn(m['sender_name']),
            at: sinceEpoch(Number(m['timestamp_ms'])),
            time: Number(m['timestamp_ms']) || 0,
            pieces: [
              { text: textIn(m['content']) ?? '', place: { kind: 'field', path: `messages[${i}].content` } },
            ],
          },
        ]
      : [],
  )
  return { title: textIn(root['title']), messages: messages.sort((a, b) => a.time - b.time) }
}

const dateTime = (date: string | null): string | null =>
  date !== null && /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\d)?$/.test(date) ? date : null
const LATEST = 8.64e15
const sinceEpoch = (ms: number): string | null =>
  Number.isFinite(ms) && Math.abs(ms) < LATEST && ms > 0
    ? `${new Date(ms).toISOString().slice(0, 19)}Z`
    : null
