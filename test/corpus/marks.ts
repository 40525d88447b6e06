/** The in-line marks of corpus/README.md: one passage's body becomes its plain text and the spans that its brackets cover. */
import { STANCES, type SourceKind, type Stance } from '../../src/schema/reading.js'
import { type Span } from '../../src/schema/span.js'

export type Role = 'source' | 'cue' | 'content'
export type MarkedKind = Exclude<SourceKind, 'document'>
export const KINDS: readonly MarkedKind[] = ['named', 'role', 'group', 'work', 'unnamed']

/** One bracket. `numbers` joins it to its attributions; a hedge has no role and no number. */
export interface Bracket extends Span {
  readonly role: Role | 'hedge'
  readonly numbers: readonly string[]
  /** Stance of a cue, kind of a source; null where the bracket gives none. */
  readonly label: string | null
  /** Line of the opening bracket, counted from 0 at the first line of the body. */
  readonly line: number
  /** Numbers of the contents around it, the outermost first, its own left out; the first number of a content of two. */
  readonly inside: readonly string[]
}

export interface MarkProblem {
  readonly line: number
  readonly message: string
}

export interface Marked {
  /** The body without its marks; offsets are UTF-16 code units into it. */
  readonly text: string
  /** In the order in which they close. */
  readonly brackets: readonly Bracket[]
  readonly problems: readonly MarkProblem[]
}

/** `start` is known when the first character that is no white space has come. */
type Open = Omit<Bracket, 'start' | 'end'> & { start: number | null }

const ROLES: Readonly<Record<string, Bracket['role']>> = { S: 'source', Q: 'cue', C: 'content', H: 'hedge' }
// Deeper than any reporter nests; without a limit a hostile file would cost the square of its length.
const DEEPEST = 40
const TAG = /\[([SQCH])(\d+(?:\+\d+)*)?(?::([a-z]+))?\s/y
const STEP = /[^[\]\n]+|[\s\S]/gy

/** Reads the body of one passage. What is wrong comes back as problems; the text is whole all the same. */
export function readMarks(body: string): Marked {
  const brackets: Bracket[] = []
  const problems: MarkProblem[] = []
  const open: Open[] = []
  const parts: string[] = []
  let length = 0
  let line = 0
  /** Where the last character so far that is no white space ends. */
  let inkEnd = 0
  const wrong = (message: string, at = line): number => problems.push({ line: at, message })
  for (let at = 0; at < body.length; ) {
    TAG.lastIndex = at
    const tag = body[at] === '[' ? TAG.exec(body) : null
    if (tag && open.length < DEEPEST) {
      const bracket = opened(tag, line, open)
      for (const message of tagProblems(bracket, tag[0].trim())) wrong(message)
      open.push(bracket)
      if (tag[0].endsWith('\n')) line++
      at += tag[0].length
      continue
    }
    STEP.lastIndex = at
    const piece = STEP.exec(body)![0]
    at += piece.length
    if (piece === ']') {
      const last = open.pop()
      if (!last) wrong('a "]" closes no bracket; remove it')
      else if (last.start === null) wrong('a bracket holds no text; remove it', last.line)
      else brackets.push({ ...last, start: last.start, end: inkEnd })
      if (last) continue
    }
    if (piece === '[') wrong(tag ? `brackets stand more than ${DEEPEST} deep` : 'a "[" opens no mark; a text has no square brackets of its own')
    if (piece === '\n') line++
    if (piece.trim() !== '') {
      const ink = length + piece.length - piece.trimStart().length
      for (let i = open.length - 1; i >= 0 && open[i]!.start === null; i--) open[i]!.start = ink
      inkEnd = length + piece.trimEnd().length
    }
    parts.push(piece)
    length += piece.length
  }
  for (const left of open) wrong(`a bracket of ${left.role} ${left.numbers.join('+')} is never closed`, left.line)
  return { text: parts.join(''), brackets, problems }
}

function opened(tag: RegExpExecArray, line: number, open: readonly Open[]): Open {
  const numbers = tag[2]?.split('+') ?? []
  const around = open.filter((o) => o.role === 'content').map((o) => o.numbers[0] ?? '')
  const inside = [...new Set(around)].filter((n) => !numbers.includes(n))
  return { role: ROLES[tag[1]!]!, numbers, label: tag[3] ?? null, line, inside, start: null }
}

function tagProblems(bracket: Open, tag: string): string[] {
  const { role, numbers, label } = bracket
  if (role === 'hedge') return numbers.length || label ? [`${tag} has a number or a label; a hedge is just [H`] : []
  if (numbers.length === 0) return [`${tag} has no number; give it that of its attribution`]
  if (role === 'content') return label ? [`${tag} has a label; a content has none`] : []
  const allowed: readonly string[] = role === 'cue' ? STANCES : KINDS
  if (label !== null && allowed.includes(label)) return []
  const what = role === 'cue' ? 'stance' : 'kind'
  return [`${tag} has ${label === null ? `no ${what}` : `an unknown ${what}`}; choose ${allowed.join(', ')}`]
}

export const isStance = (label: string | null): label is Stance => STANCES.some((s) => s === label)
export const isKind = (label: string | null): label is MarkedKind => KINDS.some((k) => k === label)
