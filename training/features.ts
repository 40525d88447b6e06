/**
 * The encoder's inputs as Whence itself computes them, for the training code.
 *   npx tsx training/features.ts < in.jsonl > out.jsonl
 * in:  {"id", "text", "words"?: [[start,end]...], "sentences"?: [[first,last]...]}   (sentences only with words; blocks are parted by blank lines)
 * out: {"id", "words", "sentences", "pieces", "shape", "quote", "sentStart", "blockStart"}
 */
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { features } from '../src/inference/features.js'
import { readVocabulary, wordPieces } from '../src/inference/wordpiece.js'
import { segment } from '../src/read/segment.js'
import { splitSentences } from '../src/read/sentences.js'
import type { Span } from '../src/schema/span.js'

interface Input {
  readonly id: unknown
  readonly text: string
  readonly words?: readonly (readonly [number, number])[]
  readonly sentences?: readonly (readonly [number, number])[]
}

const vocabulary = readVocabulary(readFileSync(new URL('../model/vocab.txt', import.meta.url), 'utf8'))

function blocksOf(text: string): Span[] {
  const out: Span[] = []
  let start = 0
  for (const gap of text.matchAll(/\n[^\S\n]*\n\s*/g)) {
    if (gap.index > start) out.push({ start, end: gap.index })
    start = gap.index + gap[0].length
  }
  if (start < text.length) out.push({ start, end: text.length })
  return out
}

function compute({ id, text, words: given, sentences: givenSentences }: Input): object {
  if (givenSentences && !given)
    throw new TypeError(`${JSON.stringify(id)}: sentences are ranges of words, so give both`)
  const words: Span[] = []
  const sentences: (readonly [number, number])[] = []
  const blockStarts: number[] = []
  const all = given?.map(([start, end]) => ({ start, end }))
  let next = 0
  for (const block of blocksOf(text)) {
    const first = words.length
    if (all) {
      while (next < all.length && all[next]!.start < block.end) words.push(all[next++]!)
      if (!givenSentences)
        for (const [a, b] of splitSentences(text, words.slice(first))) sentences.push([first + a, first + b])
    } else {
      const part = segment(text, block)
      words.push(...part.words)
      for (const s of part.sentences) sentences.push([first + s[0], first + s[1]])
    }
    if (words.length > first) blockStarts.push(first)
  }
  if (all && words.length < all.length)
    throw new RangeError(`${JSON.stringify(id)}: words stand outside the text`)
  const ranges = given && givenSentences ? givenSentences : sentences
  return {
    id,
    words: words.map((w) => [w.start, w.end]),
    sentences: ranges,
    pieces: wordPieces(
      words.map((w) => text.slice(w.start, w.end)),
      vocabulary,
    ),
    ...features(
      text,
      words,
      ranges.map((s) => s[0]),
      blockStarts,
    ),
  }
}

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  if (line.trim()) process.stdout.write(JSON.stringify(compute(JSON.parse(line) as Input)) + '\n')
}
