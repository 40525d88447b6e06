/** The step that gives sentences and words: each block is cut into words, those into sentences. */
import { problem } from '../schema/errors.js'
import type { Block } from '../schema/document.js'
import type { Problem } from '../schema/reading.js'
import type { Span } from '../schema/span.js'
import { kindOfWord } from './abbreviations.js'
import type { Sentence, Word } from './layers.js'
import { splitSentences, type WordIndexRange } from './sentences.js'
import type { Step } from './step.js'
import { tokenise } from './words.js'

/** A sentence of more words than this is cut, since the encoder sees no further and parsing time grows with its square. */
export const LONGEST_SENTENCE = 400

// A name or a place and time is no prose: its full stops are abbreviations.
const WHOLE: ReadonlySet<Block['kind']> = new Set(['byline', 'dateline'])

/** Words and sentences of one block. The full stop of an abbreviation that ends its sentence is a word of its own. */
export function segment(
  text: string,
  block: Span & { readonly kind?: Block['kind'] },
): { readonly words: Span[]; readonly sentences: WordIndexRange[] } {
  const words = tokenise(text, block.start, block.end)
  const whole = block.kind !== undefined && WHOLE.has(block.kind)
  const ranges: WordIndexRange[] =
    whole && words.length > 0 ? [[0, words.length]] : splitSentences(text, words)
  const out: Span[] = []
  const sentences: WordIndexRange[] = []
  for (const [first, last] of ranges) {
    const from = out.length
    for (let i = first; i < last; i++) {
      const { start, end } = words[i]!
      if (!whole && i === last - 1 && kindOfWord(text, words[i]!))
        out.push({ start, end: end - 1 }, { start: end - 1, end })
      else out.push({ start, end })
    }
    sentences.push([from, out.length])
  }
  return { words: out, sentences }
}

/** Cuts a range of words so that no part is longer than `longest`: after the best punctuation in the second half of each part. */
export function cutLong(
  forms: readonly string[],
  [first, last]: WordIndexRange,
  longest: number,
): WordIndexRange[] {
  const out: WordIndexRange[] = []
  let from = first
  while (last - from > longest) {
    let best = from + longest
    let rank = 0
    for (let i = from + Math.ceil(longest / 2); i <= from + longest; i++) {
      const strength = strengthOf(forms[i - 1]!)
      if (strength > 0 && strength >= rank) [best, rank] = [i, strength]
    }
    out.push([from, best])
    from = best
  }
  out.push([from, last])
  return out
}

function strengthOf(form: string): number {
  if (/^[.?!…]+$/.test(form)) return 5
  if (form === ';') return 4
  if (form === ':') return 3
  if (/^(?:[–—]|-{2,})$/.test(form)) return 2
  return form === ',' || form === ')' ? 1 : 0
}

/** Gives `sentences` and `words`; text outside the blocks has neither. Adds 'sentence-long' where a sentence was cut. */
export const segmentStep: Step<never, 'sentences' | 'words'> = {
  name: 'sentences',
  version: 1,
  needs: [],
  gives: ['sentences', 'words'],
  run({ info: { text }, blocks }) {
    const words: Word[] = []
    const sentences: Sentence[] = []
    const problems: Problem[] = []
    let reached = 0
    for (const block of blocks) {
      const start = Math.max(block.start, reached)
      const part = segment(text, { kind: block.kind, start, end: Math.min(block.end, text.length) })
      const forms = part.words.map((w) => text.slice(w.start, w.end))
      const base = words.length
      for (const range of part.sentences) {
        const cuts = cutLong(forms, range, LONGEST_SENTENCE)
        for (const [first, last] of cuts) {
          const at = { start: part.words[first]!.start, end: part.words[last - 1]!.end }
          for (let i = first; i < last; i++)
            words.push({ ...part.words[i]!, text: forms[i]!, sentence: sentences.length })
          sentences.push({ ...at, first: base + first, last: base + last })
        }
        if (cuts.length > 1)
          problems.push(
            problem('sentence-long', {
              start: part.words[range[0]]!.start,
              end: part.words[range[1] - 1]!.end,
            }),
          )
      }
      reached = Math.max(reached, block.end)
    }
    return { layers: { sentences, words }, problems }
  },
}
