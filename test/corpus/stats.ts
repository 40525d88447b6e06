/**
 * The figures of corpus/STATS.md and of the first table of corpus/README.md. Run `npx tsx test/corpus/stats.ts` after a
 * change of the corpus; a test compares.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { STANCES } from '../../src/schema/reading.js'
import { CORPUS, readBatches, readSplits } from './folder.js'
import { genreFamily } from './genres.js'
import { KINDS } from './marks.js'
import { type Batch, type MarkedAttribution, type Passage } from './parse.js'
import { readReal } from './real.js'

const PRONOUN = /^(?:I|we|you|he|she|it|they|who|which|that|one|his|her|its|their|our|my)$/i
/** A count, a share or a word for how many: what a quantifier of a link is read from. */
const QUANTITY =
  /\b(?:\d[\d,.]*|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozens?|scores?|hundreds?|thousands?|half|third|quarter|all|most|many|some|several|few|both|none|neither|majority|per ?cent|percent|nobody|everyone|everybody)\b|%/i
/** Stances that leave it open whether the content is so. */
const OPEN: readonly string[] = ['alleges', 'believes', 'fears', 'hopes']

type Row = readonly [what: string, count: (passages: readonly Passage[]) => number]
const words = (text: string): number => text.split(/\s+/).filter((w) => w !== '').length
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const attributions =
  (test: (a: MarkedAttribution, p: Passage) => boolean) =>
  (passages: readonly Passage[]): number =>
    sum(passages.map((p) => p.attributions.filter((a) => test(a, p)).length))
const sourceText = (a: MarkedAttribution, p: Passage): string =>
  a.source.map((s) => p.text.slice(s.start, s.end)).join(' ')
const withClaims = (passages: readonly Passage[]): Passage[] => passages.filter((p) => p.claims.length > 0)
const wordsOf = (passages: readonly Passage[]): number => sum(passages.map((p) => words(p.text)))

const SIZE: readonly Row[] = [
  ['passages', (ps) => ps.length],
  ['words', wordsOf],
  ['attributions', attributions(() => true)],
  ['– inside another’s content: chains of two links or more', attributions((a) => a.inside.length >= 1)],
  ['– of these with a source that is no pronoun', attributions((a, p) => a.inside.length >= 1 && a.source.length > 0 && !PRONOUN.test(sourceText(a, p)))],
  ['– chains of three links or more', attributions((a) => a.inside.length >= 2)],
  ['– chains of four links or more', attributions((a) => a.inside.length >= 3)],
  ['– with a group as source', attributions((a) => a.kinds[0] === 'group')],
  ['– with a source that names a number or a share', attributions((a, p) => (a.kinds[0] === 'group' || a.kinds[0] === 'unnamed') && QUANTITY.test(sourceText(a, p)))],
  ['– without a source', attributions((a) => a.source.length === 0)],
  ['– that leave the content open (alleged, believed, feared, hoped)', attributions((a) => OPEN.includes(a.stances[0] ?? ''))],
  ['– denied or doubted', attributions((a) => a.stances[0] === 'denies' || a.stances[0] === 'doubts')],
  ['hedges marked outside cues', (ps) => sum(ps.map((p) => p.hedges.length))],
  ['passages without an attribution', (ps) => ps.filter((p) => p.attributions.length === 0).length],
  ['passages with claim lines', (ps) => withClaims(ps).length],
  ['words in passages with claim lines', (ps) => wordsOf(withClaims(ps))],
  ['claims', (ps) => sum(ps.map((p) => p.claims.length))],
  ['– through a chain', (ps) => sum(ps.map((p) => p.claims.filter((c) => c.chain.length > 0).length))],
] // prettier-ignore

function groups<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const found = new Map<string, T[]>()
  for (const item of items) found.set(key(item), [...(found.get(key(item)) ?? []), item])
  return found
}

const nameOf = (batch: Batch): string => /([^/]*)\.txt$/.exec(batch.file)![1]!
const number = (n: number): string => n.toLocaleString('en-US')
const table = (head: readonly string[], rows: readonly (readonly (string | number)[])[]): string =>
  [
    `| ${head.join(' | ')} |`,
    `|${head.map((_, i) => (i === 0 ? '---' : '---:')).join('|')}|`,
    ...rows.map((row) => `| ${row.map((cell) => (typeof cell === 'number' ? number(cell) : cell)).join(' | ')} |`),
  ].join('\n')

const bySplit = (batches: readonly Batch[]): Record<'train' | 'dev' | 'test', Passage[]> => {
  const { dev, test } = readSplits()
  const of = (keep: (name: string) => boolean): Passage[] =>
    batches.filter((b) => keep(nameOf(b))).flatMap((b) => b.passages)
  return {
    train: of((name) => !dev.includes(name) && !test.includes(name)),
    dev: of((name) => dev.includes(name)),
    test: of((name) => test.includes(name)),
  }
}

function sizeTable(batches: readonly Batch[]): string {
  const { train, dev, test } = bySplit(batches)
  const parts = [batches.flatMap((b) => b.passages), train, dev, test]
  return table(['', 'all', 'train', 'dev', 'test'], SIZE.map(([what, count]) => [what, ...parts.map(count)])) // prettier-ignore
}

/** README.md with its table brought up to date. */
export const readmeWithSize = (readme: string, batches: readonly Batch[]): string =>
  readme.replace(/(<!-- size -->\n)[^]*?(\n<!-- \/size -->)/, (_, open, close) => open + sizeTable(batches) + close)

/** The whole page, as Markdown. */
export function statsPage(batches: readonly Batch[]): string {
  const { dev, test } = readSplits()
  const splitOf = (batch: Batch): string =>
    test.includes(nameOf(batch)) ? 'test' : dev.includes(nameOf(batch)) ? 'dev' : 'train'
  const all = batches.flatMap((b) => b.passages)
  const families = groups(all, (p) => genreFamily(p.genre))
  const counted = (test: (a: MarkedAttribution) => boolean): number => attributions(test)(all)
  return `# Size of the corpus

Counted by \`npx tsx test/corpus/stats.ts\`; words are stretches between white space.

## The invented passages

${sizeTable(batches)}

## By genre

${table(
  ['genre', 'passages', 'words', 'attributions', 'claims'],
  [...families]
    .map(([family, ps]) => [family, ps.length, wordsOf(ps), attributions(() => true)(ps), sum(ps.map((p) => p.claims.length))] as const)
    .sort((a, b) => b[2] - a[2]),
)}

## Stances and kinds of source

${table(['stance', 'attributions'], [...STANCES, null].map((s) => [s ?? '(no cue)', counted((a) => (a.stances[0] ?? null) === s)]))}

${table(['kind', 'attributions'], [...KINDS, null].map((k) => [k ?? '(no source)', counted((a) => (a.kinds[0] ?? null) === k)]))}

## By batch

${table(
  ['batch', 'split', 'passages', 'words', 'attributions', 'claims', 'genres, the commonest first'],
  batches.map((b) => [
    nameOf(b),
    splitOf(b),
    b.passages.length,
    wordsOf(b.passages),
    attributions(() => true)(b.passages),
    sum(b.passages.map((p) => p.claims.length)),
    commonest(b.passages.map((p) => genreFamily(p.genre))),
  ]),
)}

## The marks on real texts

${realTable()}
`
}

function commonest(names: readonly string[]): string {
  const ranked = [...groups(names, (n) => n)].sort((a, b) => b[1].length - a[1].length)
  return ranked.slice(0, 3).map(([name, list]) => `${name} (${list.length})`).join(', ') // prettier-ignore
}

function realTable(): string {
  const real = readReal('real')
  const genre = (id: string): string =>
    id.startsWith('mt-') ? 'MEANTIME, Wikinews' : `GUM, ${id.split('-')[1]!}`
  const rows = [...groups(real, (m) => genre(m.id))].map(([name, docs]) => {
    const test = docs.filter((d) => d.split === 'test')
    const count = (list: typeof docs): number => sum(list.map((d) => d.attributions.length))
    return [name, docs.length, count(docs), test.length, count(test)]
  })
  const total = rows.reduce((a, b) => a.map((x, i) => (i === 0 ? 'all' : Number(x) + Number(b[i]))), ['all', 0, 0, 0, 0])
  return table(['source', 'documents', 'attributions', 'of these test documents', 'their attributions'], [...rows, total])
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const batches = readBatches('batches')
  const readme = join(CORPUS, 'README.md')
  writeFileSync(join(CORPUS, 'STATS.md'), statsPage(batches))
  writeFileSync(readme, readmeWithSize(readFileSync(readme, 'utf8'), batches))
}
