/**
 * Learns which Latin letters stand for which letters of Arabic, Hebrew and Cyrillic spellings of names, from word pairs
 * (`latin \t l e t t e r s \t count`), by Viterbi training of a many-to-many letter alignment (after Jiampojamarn, Kondrak and
 * Sherif 2007), and writes src/resolve/words/transliteration.json: cost in tenths of a nat for each correspondence.
 * Usage: npx tsx training/transliteration/learn.ts
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import anyAscii from 'any-ascii'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const DATA = process.env['WHENCE_DATA'] ?? join(ROOT, '../shared/data')
const LANGUAGES = ['arabic', 'hebrew', 'russian'] as const
const ROUNDS = 6
const PAIRS = 30_000
const [MOST_FROM, MOST_TO] = [2, 4]
/** Rarer correspondences are mistakes of the data. */
const LEAST = 8
const NEVER = 12

type Costs = Map<string, number>

function pairsOf(language: string): [string, string][] {
  const lines = readFileSync(join(DATA, 'names', `${language}.train.txt`), 'utf8').split('\n')
  const pairs = lines.flatMap((line): [string, string][] => {
    const [latin, letters] = line.split('\t')
    if (!latin || !letters) return []
    const folded = anyAscii(latin)
      .toLowerCase()
      .replace(/[^a-z]/g, '')
    return folded === '' ? [] : [[folded, letters.replaceAll(' ', '').toLowerCase()]]
  })
  return pairs.filter(([a, b]) => a.length < 20 && b.length < 20).slice(0, PAIRS)
}

const start = (from: string, to: string): number => {
  // Before anything is learnt: one letter for one is likelier than more, and letters that any-ascii gives likelier still.
  const ascii = anyAscii(from)
    .toLowerCase()
    .replace(/[^a-z]/g, '')
  const even = Math.abs(from.length - to.length) + (from.length > 1 ? 1.5 : 0)
  return 3 + 2 * even - (ascii !== '' && to.includes(ascii[0]!) ? 2 : 0) + (to === '' ? 1 : 0)
}

function align(
  latin: string,
  other: string,
  cost: (from: string, to: string) => number,
): [string, string][] | null {
  const [n, m] = [other.length, latin.length]
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1).fill(Infinity))
  const back = Array.from({ length: n + 1 }, () => new Array<[number, number]>(m + 1))
  best[0]![0] = 0
  for (let i = 0; i < n; i++)
    for (let j = 0; j <= m; j++) {
      const here = best[i]![j]!
      if (here === Infinity) continue
      for (let a = 1; a <= MOST_FROM && i + a <= n; a++)
        for (let b = 0; b <= MOST_TO && j + b <= m; b++) {
          if (a > 1 && b === 0) continue
          const total = here + cost(other.slice(i, i + a), latin.slice(j, j + b))
          if (total < best[i + a]![j + b]!) {
            best[i + a]![j + b] = total
            back[i + a]![j + b] = [a, b]
          }
        }
    }
  if (best[n]![m] === Infinity) return null
  const out: [string, string][] = []
  for (let [i, j] = [n, m]; i > 0 || j > 0;) {
    const [a, b] = back[i]![j]!
    out.push([other.slice(i - a, i), latin.slice(j - b, j)])
    i -= a
    j -= b
  }
  return out
}

function learn(pairs: readonly [string, string][]): Record<string, Record<string, number>> {
  let costs: Costs | null = null
  let counts = new Map<string, Map<string, number>>()
  for (let round = 0; round < ROUNDS; round++) {
    counts = new Map()
    const known = costs
    const cost = known
      ? (f: string, t: string): number => known.get(`${f}\t${t}`) ?? NEVER + 2 * f.length
      : start
    for (const [latin, other] of pairs)
      for (const [from, to] of align(latin, other, cost) ?? []) {
        const row = counts.get(from) ?? new Map<string, number>()
        row.set(to, (row.get(to) ?? 0) + 1)
        counts.set(from, row)
      }
    costs = new Map()
    let all = 0
    for (const row of counts.values()) for (const c of row.values()) all += c
    for (const [from, row] of counts) {
      let sum = 0
      for (const c of row.values()) sum += c
      for (const [to, c] of row) {
        // Two letters must earn it: they are charged for what they have in common with the whole.
        const extra = from.length > 1 ? Math.max(0, Math.log(all / sum) - 5) * 0.5 : 0
        costs.set(`${from}\t${to}`, -Math.log(c / (sum + 20)) + extra)
      }
    }
  }
  const table: Record<string, Record<string, number>> = {}
  for (const [from, row] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const own: Record<string, number> = {}
    for (const [to, c] of [...row].sort((a, b) => b[1] - a[1])) {
      const value = Math.round(10 * costs!.get(`${from}\t${to}`)!)
      if (c >= LEAST && value < 65) own[to] = value
    }
    if (Object.keys(own).length > 0) table[from] = own
  }
  return table
}

const tables = Object.fromEntries(
  LANGUAGES.map((language) => {
    const table = learn(pairsOf(language))
    process.stderr.write(`${language}: ${Object.keys(table).length} letters and pairs of letters\n`)
    return [language, table]
  }),
)
writeFileSync(
  join(ROOT, 'src/resolve/words/transliteration.json'),
  `${JSON.stringify({
    about:
      'Which Latin letters stand for which letters, with their cost in tenths of a nat; learnt by training/transliteration/learn.ts from name pairs under CC0.',
    ...tables,
  })}\n`,
)
