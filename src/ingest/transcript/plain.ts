/** Transcripts as plain text, "ADA BROCK: …" or "Q: …": the canonical text is the text itself. */
import type { Block, Turn } from '../../schema/document.js'
import type { Format } from '../format.js'
import { headOf } from '../head.js'
import { linesOf, paragraphsOf, type Line } from '../paragraphs.js'
import { labelOf } from './labels.js'

export const transcript: Format = {
  name: 'transcript',
  mediaType: 'text/plain',
  extensions: [],
  read(source) {
    const lines = linesOf(source)
    const labelled = labelsIn(source, lines)
    const first = labelled[0]?.index ?? lines.length
    const head = headOf(source, lines.slice(0, first))
    const blocks: Block[] = [...head.blocks, ...paragraphsOf(source, lines.slice(head.lines, first))]
    const turns: Turn[] = []
    labelled.forEach(({ index, named, said, speaker }, i) => {
      const line = lines[index]!
      const rest = [
        { start: said, first: said, end: line.end },
        ...lines.slice(index + 1, labelled[i + 1]?.index),
      ]
      const body = paragraphsOf(source, said < line.end ? rest : rest.slice(1))
      blocks.push({ ...named, kind: 'byline' }, ...body)
      if (body[0]) turns.push({ start: body[0].start, end: body.at(-1)!.end, speaker, named, at: null })
    })
    return { text: source, blocks, metadata: head.metadata, language: null, problems: [], turns }
  },
}

interface Labelled {
  readonly index: number
  readonly named: { readonly start: number; readonly end: number }
  /** Where the words begin. */
  readonly said: number
  readonly speaker: string
}

/** "[00:12:03] ", "00:12 " before a label. */
const STAMP = /^(?:[([]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[)\]]?[ \t]+)/
const REACH = 160

function labelsIn(source: string, lines: readonly Line[]): Labelled[] {
  return lines.flatMap(({ first, end }, index): Labelled[] => {
    const text = source.slice(first, Math.min(end, first + REACH))
    const skipped = STAMP.exec(text)?.[0].length ?? 0
    const label = labelOf(text.slice(skipped))
    if (!label) return []
    const start = first + skipped
    const named = { start, end: start + label.speaker.length }
    return [{ index, named, said: Math.min(end, start + label.length), speaker: label.speaker }]
  })
}

const LOOKED_AT = 30_000
const FEWEST_TURNS = 4
/** Of the paragraphs from the first label on, at least this share begins with one. */
const SHARE = 0.6
/** Each speaker takes the word about twice or more: a list of terms has each once. */
const EACH = 1.6
const FEWEST_WORDS = 3

/**
 * True where people take turns: at least two speakers who come back, and most paragraphs begin with a speaker. A list of terms, a
 * recipe, a programme of events or an article that quotes with a colon now and then is none.
 */
export function isTranscript(head: string): boolean {
  const source = head.slice(0, LOOKED_AT)
  const lines = linesOf(source)
  const labelled = labelsIn(source, lines)
  if (labelled.length < FEWEST_TURNS) return false
  const times = new Map<string, number>()
  for (const { speaker } of labelled) times.set(speaker, (times.get(speaker) ?? 0) + 1)
  const again = [...times.values()].filter((n) => n > 1).length
  if (times.size < 2 || again < 2 || labelled.length < times.size * EACH) return false
  const first = labelled[0]!.index
  const starts = new Set(labelled.map(({ index }) => index))
  const paragraphs = lines.filter(
    ({ first: at, end }, i) => i >= first && at < end && (starts.has(i) || i === 0 || isBlank(lines[i - 1])),
  ).length
  const words = labelled.filter(
    ({ index, said }) => wordsAfter(source, lines, index, said) >= FEWEST_WORDS,
  ).length
  return labelled.length >= paragraphs * SHARE && words * 2 >= labelled.length
}

const isBlank = (line: Line | undefined): boolean => line === undefined || line.first === line.end

/** Words on the line of a label, or on the next where the label stands alone. */
function wordsAfter(source: string, lines: readonly Line[], index: number, said: number): number {
  const { end } = lines[index]!
  const next = lines[index + 1]
  const text = said < end ? source.slice(said, end) : next ? source.slice(next.first, next.end) : ''
  return text.slice(0, 200).split(/\s+/).filter(Boolean).length
}
