/** The lines above a plain text's first paragraph: headline, "By Ada Brock, Meridian Press", a date. */
import type { Block } from '../schema/document.js'
import { isByline, isOutlet, isPerson, partsOf, readByline } from './byline.js'
import { ROLE_WORDS } from './byline-words.js'
import { dateAlone, findDate } from './dates.js'
import { merge, NO_METADATA, type Metadata } from './metadata.js'
import { dayOf, paperHead, type PaperLine } from './letterhead.js'
import { GREETING } from './paper-words.js'
import type { Line } from './paragraphs.js'

export interface Head {
  readonly blocks: readonly Block[]
  readonly metadata: Metadata
  /** Index of the first line that is no part of it. */
  readonly lines: number
  /** True for a letter, release, judgment or other paper that says so in its first lines. */
  readonly isPaper: boolean
}

const MOST_LINES = 12
const LONGEST_TITLE = 160
const LONGEST_HEADER = 160
const LONGEST_LOOK = 400
const KEYED =
  /^(title|headline|author|byline|by|date|published|publisher|source|outlet|publication)\s*:\s*(\S.*)$/i
/** Two sentences are no headline, a line that two speakers share no title. */
const TWO_SENTENCES = /\p{Ll}{4,}[.?!]['"”’]?\s+\p{Lu}/u
const SPEAKER = /^[\p{Lu}][\p{L} .'’-]{0,40}:\s/u
const UNTITLED = /[.,;:]["'”’»)\]]*$/

export function headOf(text: string, lines: readonly Line[]): Head {
  const at = lines.flatMap((line, i) => (line.first < line.end ? [i] : [])).slice(0, MOST_LINES + 2)
  const view: View = {
    words: (n) => {
      const line = lines[at[n] ?? -1]
      return line ? text.slice(line.first, Math.min(line.end, line.first + LONGEST_LOOK)) : ''
    },
    apart: (n) => n === 0 || at[n]! > at[n - 1]! + 1,
  }
  const blocks: Block[] = []
  let metadata = NO_METADATA
  const take = (from: number, to: number, kind: Block['kind'], found: Partial<Metadata>): void => {
    blocks.push({ start: lines[at[from]!]!.first, end: lines[at[to]!]!.end, kind })
    metadata = merge(metadata, { ...NO_METADATA, ...found })
  }

  let n = 0
  const chunk = (from: number): string[] => {
    let to = from
    while (to < at.length && (to === from || !view.apart(to))) to++
    return at.slice(from, to).map((_, i) => view.words(from + i))
  }
  const first = at.length === 0 ? [] : chunk(0)
  const paper = paperHead(first, chunk(first.length))
  paper?.lines.forEach((line, i) => take(i, i, PAPER_KINDS[line.kind], {}))
  if (paper) [metadata, n] = [paper.metadata, paper.lines.length]
  // A letter goes on with whom it is for, a correction with its text: only a paper that says what it is may have a headline below that
  const mayGoOn = !paper || (paper.calls !== null && view.apart(n) && mayHead(view.words(n)))
  for (; mayGoOn && n < at.length && n < MOST_LINES; n++) {
    const part = partAt(
      view,
      n,
      metadata.title !== null,
      blocks.at(-1)?.kind === 'byline',
      metadata.byline.length > 0,
    )
    if (part === 'text') break
    if (part === 'title') take(n, n, 'title', { title: view.words(n) })
    else if (part === 'subtitle') take(n, n, 'heading', {})
    else if (part === 'two lines') take(n, ++n, 'title', { title: `${view.words(n - 1)} ${view.words(n)}` })
    else take(n, n, part.kind, part.found)
  }
  if (paper?.calls != null && metadata.title === null) {
    const own = paper.lines.findIndex((line) => line.kind === 'paper')
    blocks[own] = { ...blocks[own]!, kind: 'title' }
    metadata = { ...metadata, title: paper.calls }
  }
  return { blocks, metadata, lines: at[n] ?? lines.length, isPaper: paper !== null }
}

const mayHead = (line: string): boolean => /^[^\p{L}]*[\p{Lu}\p{Lo}]/u.test(line) && !GREETING.test(line)

const PAPER_KINDS: Readonly<Record<PaperLine['kind'], Block['kind']>> = {
  paper: 'heading',
  number: 'heading',
  day: 'dateline',
  issuer: 'byline',
  writer: 'byline',
}

/** The lines with words, counted without the blank ones. */
interface View {
  readonly words: (n: number) => string
  /** True when a blank line, or nothing, stands before the nth. */
  readonly apart: (n: number) => boolean
}

function partAt(
  { words, apart }: View,
  n: number,
  titled: boolean,
  afterByline: boolean,
  signed: boolean,
): Header | 'title' | 'two lines' | 'subtitle' | 'text' {
  const [line, next] = [words(n), words(n + 1)]
  const below = readHeader(next, false)
  const header = readHeader(line, n > 0 && (afterByline || below !== null), signed)
  const like = isTitle(line) && next !== ''
  const rather = like && !titled && below === null && !isTitle(next)
  if (header && (header.sure || !rather)) return header
  if (!like || (SPEAKER.test(line) && SPEAKER.test(next))) return 'text'
  if (titled) return below?.sure ? 'subtitle' : 'text'
  if (!apart(n)) return 'text'
  if (apart(n + 1) || readHeader(next, true) !== null || standsAbove(line, next)) return 'title'
  if (!isTitle(next)) return 'text'
  if (apart(n + 2)) return 'two lines'
  if (!readHeader(words(n + 2), false)?.sure) return 'text'
  return /^\p{Ll}/u.test(next) ? 'two lines' : 'title'
}

/** True when a short line was ended on purpose above a sentence: the sentence's first word would have fitted into it. */
function standsAbove(line: string, next: string): boolean {
  const word = /^\S*/.exec(next)![0]
  const sentence = next.length === LONGEST_LOOK || /[.!?]["'”’»)]*$/.test(next)
  return (
    sentence &&
    /^["'“‘«]?[\p{Lu}\p{Lo}\p{N}]/u.test(next) &&
    line.length + 1 + word.length < next.length * FITS
  )
}
const FITS = 0.8

function isTitle(line: string): boolean {
  return (
    line.length > 0 &&
    line.length <= LONGEST_TITLE &&
    /\p{L}/u.test(line) &&
    !UNTITLED.test(line) &&
    !TWO_SENTENCES.test(line) &&
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
function readHeader(line: string, near: boolean, isSigned = false): Header | null {
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
  if (
    parts.length === 0 ||
    !parts.every((part) => isOutlet(part) || isPerson(part) || ROLE_WORDS.test(part))
  ) {
    const day = dayOf(line)
    return day === null ? null : { kind: 'dateline', found: { published: day }, sure: true }
  }
  // Whose name stands with the day below a byline is the paper, however it sounds: "Dunmore Tidende, 8 May 2011"
  if (isSigned && published !== null && parts.length === 1 && people.length === 1)
    return { kind: 'dateline', found: { publisher: people[0]!, published }, sure: true }
  const found = { byline: people, publisher: outlets[0] ?? null, published }
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
