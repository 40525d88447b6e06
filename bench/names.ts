/**
 * Names across spellings: pairs of the development slices (`latin \t l e t t e r s \t count`, CC0) as positives, each Latin word
 * beside another pair's word as negative. `shuffled` takes any other, `alike` the one with the most similar consonants.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { bonesOf } from '../src/resolve/blocks.js'
import { nameWord } from '../src/resolve/names/person.js'
import { fold } from '../src/resolve/names/fold.js'
import { like, SAME_WORD } from '../src/resolve/words/like.js'
import type { Section } from './report.js'

export interface Scored {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}
type Pair = readonly [latin: string, other: string]

export const NAME_LANGUAGES = ['arabic', 'hebrew', 'russian'] as const

/** Whole words only: pairs where one side is a phrase are left out. */
export function namePairs(data: string, language: string): Pair[] | null {
  const file = join(data, 'names', `${language}.dev.txt`)
  if (!existsSync(file)) return null
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((line): Pair[] => {
      const [latin, letters] = line.split('\t')
      return latin && letters ? [[latin, letters.replaceAll(' ', '')]] : []
    })
}

/** For each pair the other word of another pair: the next in a fixed order, or the next among those with like consonants. */
export function negatives(pairs: readonly Pair[], kind: 'shuffled' | 'alike'): Pair[] {
  const order = pairs.map((_, i) => i).sort((a, b) => scatter(a) - scatter(b))
  const key = (i: number): string => (kind === 'shuffled' ? '' : bonesOf(fold(pairs[i]![0])).slice(0, 3))
  const groups = new Map<string, number[]>()
  for (const i of order) {
    const group = groups.get(key(i))
    if (group) group.push(i)
    else groups.set(key(i), [i])
  }
  return [...groups.values()].flatMap((group) =>
    group.flatMap((i, n): Pair[] => {
      const [latin, other] = [pairs[i]!, pairs[group[(n + 1) % group.length]!]!]
      return fold(latin[0]) === fold(other[0]) || latin[1] === other[1] ? [] : [[latin[0], other[1]]]
    }),
  )
}

const scatter = (i: number): number => (Math.imul(i + 1, 0x9e3779b1) >>> 0) / 2 ** 32

export function scoreNames(positives: readonly Pair[], against: readonly Pair[]): Scored {
  const yes = (pairs: readonly Pair[]): number =>
    pairs.filter(([a, b]) => (like(nameWord(a), nameWord(b), true)?.score ?? 0) >= SAME_WORD).length
  const [hits, wrong] = [yes(positives), yes(against)]
  const precision = hits / Math.max(1, hits + wrong)
  const recall = hits / Math.max(1, positives.length)
  return { precision, recall, f1: (2 * precision * recall) / Math.max(1e-9, precision + recall) }
}

export function names(data: string): Section[] {
  const rows = NAME_LANGUAGES.flatMap((language) => {
    const pairs = namePairs(data, language)
    if (!pairs) return []
    return (['shuffled', 'alike'] as const).flatMap((kind) => {
      const { precision, recall, f1 } = scoreNames(pairs, negatives(pairs, kind))
      const row = (what: string, value: number): Section['rows'][number] => ({ what: `${language}, ${kind} negatives, ${what}`, value: 100 * value, reach: null, best: '' }) // prettier-ignore
      return [row('precision', precision), row('recall', recall), row('F1', f1)]
    })
  })
  return rows.length === 0
    ? []
    : [{ name: 'Names across scripts: one word beside its Latin spelling, development slices', rows }]
}
