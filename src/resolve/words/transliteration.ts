/**
 * A word of Arabic, Hebrew or Cyrillic script beside its Latin spelling: the cheapest way to write one as the other, letter by
 * letter, with costs learnt from pairs of spellings (training/transliteration/learn.ts). No vowels need to be written in the one.
 */
import type { Script } from '../names/fold.js'
import type { NameWord } from '../names/person.js'
import type { Likeness } from './likeness.js'
import { title } from './nicknames.js'
import data from './transliteration.json' with { type: 'json' }

type Table = ReadonlyMap<string, readonly (readonly [to: string, cost: number])[]>
const table = (rows: object): Table =>
  new Map(
    Object.entries(rows as Record<string, Record<string, number>>).map(([from, to]) => [
      from,
      Object.entries(to).map(([letters, cost]) => [letters, cost / 10] as const),
    ]),
  )
const TABLES: Partial<Record<Script, Table>> = {
  arabic: table(data.arabic),
  hebrew: table(data.hebrew),
  cyrillic: table(data.russian),
}
/** What a letter costs that stands for nothing, and a letter of either script that the table does not know. */
const LEFT_OUT = 4.5
const UNKNOWN = 5
const MARKS = /[\u064b-\u065f\u0640\u05b0-\u05c7]/g
/** Cost a letter at which the two are as likely one name as not. */
const EVEN = 2.1
const MOST_LETTERS = 24

/** Cost of writing `other` as `latin` (folded), for each letter of the longer; infinite for a script that has no table. */
function costOfWriting(other: string, script: Script, latin: string): number {
  const costs = TABLES[script]
  const from = other.replace(MARKS, '').slice(0, MOST_LETTERS)
  const to = latin.slice(0, MOST_LETTERS)
  if (!costs || from === '' || to === '') return Infinity
  const width = to.length + 1
  const best = new Float64Array((from.length + 1) * width).fill(Infinity)
  best[0] = 0
  const lower = (at: number, cost: number): void => {
    if (cost < best[at]!) best[at] = cost
  }
  for (let i = 0; i <= from.length; i++)
    for (let j = 0; j <= to.length; j++) {
      const here = best[i * width + j]!
      if (here === Infinity) continue
      if (j < to.length) lower(i * width + j + 1, here + LEFT_OUT)
      if (i === from.length) continue
      lower((i + 1) * width + j, here + LEFT_OUT)
      if (j < to.length) lower((i + 1) * width + j + 1, here + UNKNOWN)
      for (let taken = 1; taken <= 2 && i + taken <= from.length; taken++)
        for (const [letters, cost] of costs.get(from.slice(i, i + taken)) ?? [])
          if (to.startsWith(letters, j)) lower((i + taken) * width + j + letters.length, here + cost)
    }
  return best[best.length - 1]! / Math.max(from.length, to.length * 0.7)
}

/** Null where both are of one script. Two scripts other than Latin are compared by their romanisation. */
export function transliteration(a: NameWord, b: NameWord): Likeness | null {
  const [latin, other] = a.script === 'latin' ? [a, b] : [b, a]
  if (latin.script !== 'latin' || other.script === 'latin') return null
  const cost = costOfWriting(other.raw, other.script, latin.folded)
  const score = 1 / (1 + Math.exp(2.2 * (cost - EVEN) - 1.4))
  if (score < 0.5) return null
  return {
    score: Math.min(0.95, score),
    kind: 'script',
    why: `${title(other)} is ${title(latin)} in ${SCRIPTS[other.script]} letters`,
  }
}

const SCRIPTS: Readonly<Record<Script, string>> = {
  latin: 'Latin',
  cyrillic: 'Cyrillic',
  arabic: 'Arabic',
  hebrew: 'Hebrew',
  other: 'other',
}
