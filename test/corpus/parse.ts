/** A batch in the notation of corpus/README.md → its passages, and what is wrong with it by file and line. */
import { type Span } from '../../src/schema/span.js'
import { type Stance } from '../../src/schema/reading.js'
import { readClaim, type MarkedClaim } from './claims.js'
import { isKind, isStance, readMarks, type Bracket, type MarkedKind } from './marks.js'

export interface CorpusProblem {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly message: string
}

/** The brackets of one number. */
export interface MarkedAttribution {
  readonly number: string
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** All different ones that its cues give; more than one is an error. */
  readonly stances: readonly Stance[]
  /** All different ones that its sources give; more than one is an error. */
  readonly kinds: readonly MarkedKind[]
  /** Numbers of the attributions whose contents hold its content, the outermost first: with itself, its chain. */
  readonly inside: readonly string[]
  /** Line in the file of its first bracket. */
  readonly line: number
}

export interface Passage {
  readonly file: string
  readonly line: number
  readonly id: string
  readonly genre: string
  readonly outlet: string
  /** EDTF. */
  readonly date: string
  readonly topic: string
  /** Offsets of all spans are UTF-16 code units into it. */
  readonly text: string
  readonly attributions: readonly MarkedAttribution[]
  readonly hedges: readonly Span[]
  readonly claims: readonly MarkedClaim[]
}

export interface Batch {
  readonly file: string
  readonly passages: readonly Passage[]
  readonly problems: readonly CorpusProblem[]
}

/** Reads one batch; `file` is only a name for the problems. Never throws: a passage that does not parse is named and kept as far as it goes. */
export function readBatch(file: string, content: string): Batch {
  const problems: CorpusProblem[] = []
  const passages: Passage[] = []
  let line = 1
  for (const block of content.split(/\n(?=# )/)) {
    const lead = /^\n*/.exec(block)![0].length
    if (block.trim() !== '') passages.push(readPassage(file, line + lead, block.slice(lead).replace(/\n+$/, ''), problems))
    line += block.split('\n').length
  }
  return { file, passages, problems }
}

function readPassage(file: string, line: number, block: string, problems: CorpusProblem[]): Passage {
  const wrong = (at: number, message: string): number => problems.push({ file, line: at, message })
  const [head = '', ...rest] = block.split('\n')
  const fields = head.replace(/^# /, '').split(' | ')
  if (!head.startsWith('# ')) wrong(line, 'a passage begins with "# id | genre | outlet | date | topic"')
  else if (fields.length !== 5 || fields.some((f) => f.trim() === ''))
    wrong(line, `the header has ${fields.length} fields; it needs id, genre, outlet, date and topic`)
  const [id = '', genre = '', outlet = '', date = '', topic = ''] = fields.map((f) => f.trim())

  const claims: MarkedClaim[] = []
  const body: string[] = []
  rest.forEach((text, i) => {
    const at = line + 1 + i
    if (!text.startsWith('= ')) {
      if (claims.length > 0) wrong(at, 'the passage goes on after its claims; claims stand at its end')
      body.push(text)
      return
    }
    const claim = readClaim(text, at)
    claims.push(claim.claim)
    for (const message of claim.problems) wrong(at, message)
  })

  const marked = readMarks(body.join('\n'))
  for (const p of marked.problems) wrong(line + 1 + p.line, p.message)
  const attributions = joined(marked.brackets, line + 1)
  const hedges = marked.brackets.filter((b) => b.role === 'hedge').map(({ start, end }) => ({ start, end }))
  return { file, line, id, genre, outlet, date, topic, text: marked.text, attributions, hedges, claims }
}

function joined(brackets: readonly Bracket[], firstLine: number): MarkedAttribution[] {
  const numbers = [...new Set(brackets.flatMap((b) => b.numbers))]
  return numbers.map((number) => {
    const own = brackets.filter((b) => b.numbers.includes(number))
    const spans = (role: Bracket['role']): Span[] =>
      own.filter((b) => b.role === role).map(({ start, end }) => ({ start, end }))
    const labels = (role: Bracket['role']): (string | null)[] => [
      ...new Set(own.filter((b) => b.role === role).map((b) => b.label)),
    ]
    return {
      number,
      source: spans('source'),
      cue: spans('cue'),
      content: spans('content'),
      stances: labels('cue').filter(isStance),
      kinds: labels('source').filter(isKind),
      inside: own.find((b) => b.role === 'content')?.inside.filter((n) => n !== number) ?? [],
      line: firstLine + Math.min(...own.map((b) => b.line)),
    }
  })
}
