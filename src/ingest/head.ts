/** The lines above a plain text's first paragraph: headline, "By Ada Brock, Meridian Press", a date. */
import type { Block } from '../schema/document.js'
import { isByline, isOutlet, isPerson, partsOf, readByline } from './byline.js'
import { ROLE_WORDS } from './byline-words.js'
import { dateAlone, findDate } from './dates.js'
import { merge, NO_METADATA, type Metadata } from './metadata.js'
import type { Line } from './paragraphs.js'

export interface Head {
  readonly blocks: readonly Block[]
  readonly metadata: Metadata
  /** Index of the first line that is no part of it. */
  readonly lines: number
}

const MOST_LINES = 12
const LONGEST_TITLE = 160
const LONGEST_HEADER = 160
const KEYED =
  /^(title|headline|author|byline|by|date|published|publisher|source|outlet|publication)\s*:\s*(\S.*)$/i
const UNTITLED = /[.,;:]["'”’»)\]]*$/

export function headOf(text: string, lines: readonly Line[]): Head {
  const at = lines.flatMap((line, i) => (line.first < line.end ? [i] : [])).slice(0, MOST_LINES + 2)
  const words = (n: number): string => {
    const line = lines[at[n] ?? -1]
    return line ? text.slice(line.first, Math.min(line.end, line.first + 400)) : ''
  }
  /** True when a blank line, or nothing, stands between the nth line with words and the one before. */
  const apart = (n: number): boolean => n === 0 || at[n]! > at[n - 1]! + 1
  const blocks: Block[] = []
  let metadata = NO_METADATA
  const take = (n: number, kind: Block['kind'], found: Partial<Metadata>): void => {
    const line = lines[at[n]!]!
    blocks.push({ start: line.first, end: line.end, kind })
    metadata = merge(metadata, { ...NO_METADATA, ...found })
  }

  let n = 0
  for (; n < at.length && n < MOST_LINES; n++) {
    const header = readHeader(
      words(n),
      n > 0 && (blocks.at(-1)?.kind === 'byline' || readHeader(words(n + 1), false) !== null),
    )
    const titled = isTitle(words(n)) && n + 1 < at.length
    if (
      header &&
      !(
        titled &&
        metadata.title === null &&
        !header.sure &&
        readHeader(words(n + 1), false) === null &&
        !isTitle(words(n + 1))
      )
    ) {
      take(n, header.kind, header.found)
    } else if (
      titled &&
      metadata.title === null &&
      apart(n) &&
      (apart(n + 1) || readHeader(words(n + 1), true) !== null)
    ) {
      take(n, 'title', { title: words(n).replace(/^#+\s*|\s*#*$/g, '') })
    } else if (
      titled &&
      metadata.title === null &&
      apart(n) &&
      isTitle(words(n + 1)) &&
      n + 2 < at.length &&
      apart(n + 2)
    ) {
      const [first, last] = [lines[at[n]!]!, lines[at[n + 1]!]!]
      blocks.push({ start: first.first, end: last.end, kind: 'title' })
      metadata = merge(metadata, { ...NO_METADATA, title: `${words(n)} ${words(n + 1)}` })
      n++
    } else if (titled && metadata.title !== null && readHeader(words(n + 1), false)?.sure) {
      take(n, 'heading', {})
    } else break
  }
  return { blocks, metadata, lines: at[n] ?? lines.length }
}

function isTitle(line: string): boolean {
  return (
    line.length > 0 &&
    line.length <= LONGEST_TITLE &&
    /\p{L}/u.test(line) &&
    !UNTITLED.test(line) &&
    !/^(?:[-*•>]|\(?\d{1,3}[.)])\s/.test(line)
  )
}

interface Header {
  readonly kind: 'byline' | 'dateline' | 'title'
  readonly found: Partial<Metadata>
  /** False for what could as well be a headline. */
  readonly sure: boolean
}

/** `near` allows a name alone, which only its neighbours show to be the writer's. */
function readHeader(line: string, near: boolean): Header | null {
  if (line === '' || line.length > LONGEST_HEADER) return null
  const keyed = KEYED.exec(line)
  if (keyed) return readKeyed(keyed[1]!.toLowerCase(), keyed[2]!)
  const published = findDate(line)?.edtf ?? null
  if (isByline(line)) return { kind: 'byline', found: { ...signed(line), published }, sure: true }
  if (dateAlone(line) !== null) return { kind: 'dateline', found: { published }, sure: true }
  if (UNTITLED.test(line)) return null
  const parts = partsOf(line)
  const outlets = parts.filter(isOutlet)
  const people = parts.filter(isPerson)
  if (parts.length === 0 || !parts.every((part) => isOutlet(part) || isPerson(part) || ROLE_WORDS.test(part)))
    return null
  const found = { ...signed(line), published }
  if (published !== null && outlets.length > 0)
    return { kind: people.length > 0 ? 'byline' : 'dateline', found, sure: true }
  if (people.length > 0 && outlets.length > 0) return { kind: 'byline', found, sure: true }
  if (outlets.length === 1 && parts.length === 1)
    return { kind: 'byline', found: { publisher: outlets[0]! }, sure: false }
  return near && people.length > 0 && parts.every((part) => part.split(/\s/).length <= 4)
    ? { kind: 'byline', found, sure: false }
    : null
}

function signed(line: string): Partial<Metadata> {
  const { people, outlet } = readByline(line)
  return people.length > 0 || outlet === null ? { byline: people, publisher: outlet } : { byline: [outlet] }
}

function readKeyed(key: string, value: string): Header {
  if (key === 'title' || key === 'headline') return { kind: 'title', found: { title: value }, sure: true }
  if (key === 'date' || key === 'published')
    return { kind: 'dateline', found: { published: findDate(value)?.edtf ?? null }, sure: true }
  if (key === 'author' || key === 'byline' || key === 'by')
    return { kind: 'byline', found: signed(value), sure: true }
  return { kind: 'byline', found: { publisher: value }, sure: true }
}
