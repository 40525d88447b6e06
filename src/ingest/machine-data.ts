/**
 * Characters that a program wrote for another: dumps of state, base64, coordinates, keys. They stay in the text, where they
 * are found by searching, but are no blocks: a model of language makes several times as many pieces of them as of prose,
 * which takes a minute for a file of 100 KB, and finds nothing.
 */
import type { Block } from '../schema/document.js'
import { problem } from '../schema/errors.js'
import type { Problem } from '../schema/reading.js'
import type { Span } from '../schema/span.js'

/** Characters that are judged together. Less than this is read whatever it is. */
const STRETCH = 1000
/** Of the characters that are no white space: prose has nine in ten in words, minified records of people three. */
const WORDS = 0.25
/** A run without a space that is longer than any word, and the share of such runs. */
const UNBROKEN = /\S{41,}/g
const UNBROKEN_SHARE = 0.5
/** What sets off values, of which no table of figures is made. */
const BRACKETS = /[{}[\]"\\<>]/g
const BRACKETS_SHARE = 0.05
/** A word of three letters that no digit adjoins, or any letter of a script that has no upper case. */
const WORD = /(?<![\p{L}\p{M}\p{N}_])[\p{L}\p{M}'’]{3,40}(?![\p{L}\p{M}\p{N}_])|\p{Lo}[\p{M}\p{Lo}]*/gu
/** Below this share of words nothing is said, whatever the rest is: bare numbers, single letters. */
const HARDLY_WORDS = 0.02
/** Kinds of blocks that may be machine data: a cell belongs to its row, and what heads a text is what it is. */
const JUDGED: ReadonlySet<Block['kind']> = new Set(['paragraph', 'item', 'heading', 'quote'])
/** Places that are listed. */
const MOST = 20

/** Whether nobody wrote these characters to be read. For a thousand or so. */
export function isMachineData(characters: string): boolean {
  const all = lengthOf(characters, /\S+/g)
  const words = lengthOf(characters, WORD)
  if (all === 0 || words >= all * WORDS) return false
  return (
    words < all * HARDLY_WORDS ||
    lengthOf(characters, UNBROKEN) >= all * UNBROKEN_SHARE ||
    lengthOf(characters, BRACKETS) >= all * BRACKETS_SHARE
  )
}

function lengthOf(characters: string, pattern: RegExp): number {
  let sum = 0
  for (const [found] of characters.matchAll(pattern)) sum += found.length
  return sum
}

/** Words with single spaces between them, as somebody writes who is to be read. */
const PROSE =
  /(?:[\p{L}\p{M}'’]{1,20}[,;:.!?)”"]{0,2} [(“"]?|[\d.,:]{1,20} ){7,}[\p{L}\p{M}\p{N}'’]{1,20}[.!?]?/gu
/** Words of three letters in it, at least: a row of figures is none. */
const PROSE_WORDS = 5

/** What is prose within machine data. */
function proseIn(text: string, { start, end }: Span): Span[] {
  return [...text.slice(start, end).matchAll(PROSE)].flatMap(({ index, 0: found }) =>
    [...found.matchAll(WORD)].length < PROSE_WORDS
      ? []
      : [{ start: start + index, end: start + index + found.length }],
  )
}

/** The blocks without what is machine data; each run of that is a problem with its place. Takes linear time. */
export function readableBlocks(
  text: string,
  blocks: readonly Block[],
): { readonly blocks: readonly Block[]; readonly problems: readonly Problem[] } {
  const kept: Part[] = []
  const runs: Span[] = []
  let stretch: Part[] = []
  let length = 0
  let machine = false
  const judge = (): void => {
    // What is left over before a cell or the end is what stands before it.
    if (length >= STRETCH) machine = isMachineData(stretch.map((p) => text.slice(p.start, p.end)).join(' '))
    if (!machine) kept.push(...stretch)
    else
      for (const part of stretch) {
        let { start } = part
        for (const prose of proseIn(text, part)) {
          if (prose.start > start) runs.push({ start, end: prose.start })
          // Apart from what was taken away around it.
          kept.push({ ...part, ...prose, index: NaN })
          start = prose.end
        }
        if (part.end > start) runs.push({ start, end: part.end })
      }
    stretch = []
    length = 0
  }
  for (const block of blocks) {
    if (!JUDGED.has(block.kind)) {
      judge()
      machine = false
      kept.push({ ...block, of: block, index: 0 })
      continue
    }
    for (const part of partsOf(text, block)) {
      stretch.push(part)
      length += part.end - part.start
      if (length >= STRETCH) judge()
    }
  }
  judge()
  return runs.length === 0 ? { blocks, problems: [] } : { blocks: joined(kept), problems: told(text, runs) }
}

interface Part extends Block {
  /** The block that it is a part of, and its place among the parts of that. */
  readonly of: Block
  readonly index: number
}

/** A block in parts of about a stretch, cut at white space. */
function partsOf(text: string, block: Block): Part[] {
  const parts: Part[] = []
  const space = /\s+/g
  let { start } = block
  while (block.end - start > STRETCH) {
    space.lastIndex = start + STRETCH
    const found = space.exec(text)
    if (!found || space.lastIndex >= block.end) break
    parts.push({ ...block, start, end: found.index, of: block, index: parts.length })
    start = space.lastIndex
  }
  return [...parts, { ...block, start, of: block, index: parts.length }]
}

/** Parts of one block that nothing was taken from between are one again. */
function joined(parts: readonly Part[]): Block[] {
  const blocks: Block[] = []
  parts.forEach(({ start, end, kind, of, index }, i) => {
    const before = parts[i - 1]
    if (before?.of === of && before.index === index - 1)
      blocks.push({ start: blocks.pop()!.start, end, kind })
    else blocks.push({ start, end, kind })
  })
  return blocks
}

/** Runs with nothing but white space between them are one. */
function told(text: string, runs: readonly Span[]): Problem[] {
  const whole: Span[] = []
  for (const run of runs) {
    const last = whole.at(-1)
    if (last && !/\S/.test(text.slice(last.end, run.start)))
      whole[whole.length - 1] = { start: last.start, end: run.end }
    else whole.push(run)
  }
  const left = whole.slice(MOST).reduce((sum, { start, end }) => sum + end - start, 0)
  const rest = left > 0 ? [problem('machine-data', null, String(left))] : []
  return [
    ...whole.slice(0, MOST).map((run) => problem('machine-data', run, String(run.end - run.start))),
    ...rest,
  ]
}
