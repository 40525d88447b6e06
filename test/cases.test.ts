/** The planted truth of the affairs is well formed: every quote stands in its document, every kind of finding is there. */
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { opened } from '../bench/case-product.js'
import { affairs, placesOf, type Quote, type Truth } from '../bench/case-truth.js'
import type { FindingKind } from '../src/schema/reading.js'

const KINDS: readonly FindingKind[] = ['contradiction', 'impossible', 'disputed', 'circular', 'single-origin', 'inflation', 'drift', 'unattributed'] // prettier-ignore
const ONE_SIDED: readonly FindingKind[] = ['circular', 'single-origin', 'unattributed']
const VERDICTS = ['supported', 'overstated', 'contradicted', 'single-origin', 'unsupported', 'no-claim']
const CASES = join(import.meta.dirname, '../cases')
const ALL = [...affairs(CASES), ...affairs(CASES, 'held')]

const claimQuotes = ({ propositions, findings, arguable, innocents, verdicts }: Truth): readonly Quote[] => [
  ...propositions.flatMap((p) => p.claims),
  ...[...findings, ...arguable].flatMap((f) => f.sides.flat()),
  ...innocents.flatMap((i) => i.claims),
  ...verdicts.flatMap((v) => v.answer ?? []),
]

describe.each(ALL)('$name', ({ truth, documents, draft }) => {
  const texts = new Map<string, string>()
  beforeAll(async () => {
    for (const file of documents) texts.set(file.file, (await opened(file)).info.text)
  })
  const places = ({ file, quote }: Quote) => placesOf(texts.get(file) ?? '', quote)
  const shown = ({ file, quote, nth }: Quote): string => `${file}: “${quote}” ${nth ?? ''}`

  it('is of 8 to 15 documents', () => {
    expect(documents.length).toBeGreaterThanOrEqual(8)
    expect(documents.length).toBeLessThanOrEqual(15)
  })

  it('quotes its documents verbatim', () => {
    const entities = truth.entities.flatMap((e) => e.where)
    const missing = [...entities, ...claimQuotes(truth)].filter((q) => places(q).length < (q.nth ?? 1))
    expect(missing.map(shown)).toEqual([])
    const unclear = claimQuotes(truth).filter((q) => places(q).length > 1 && q.nth === undefined)
    expect(unclear.map(shown)).toEqual([])
  })

  it('gives every place of a name to one entity', () => {
    const at = truth.entities.flatMap((e) =>
      e.where.map((q) => `${q.file} ${places(q)[(q.nth ?? 1) - 1]?.start}`),
    )
    expect(at.filter((place, k) => at.indexOf(place) !== k)).toEqual([])
  })

  it('speaks of entities that it lists', () => {
    const ids = truth.entities.map((e) => e.id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(truth.apart.flatMap(([a, b]) => [a, b]).filter((id) => !ids.includes(id))).toEqual([])
    const propositions = truth.propositions.map((p) => p.id)
    expect(new Set(propositions).size).toBe(propositions.length)
  })

  it('has a side for each side', () => {
    const sides = [...truth.findings, ...truth.arguable].map(({ kind, sides, why }) =>
      sides.length === (ONE_SIDED.includes(kind) ? 1 : 2) && sides.every((s) => s.length > 0) ? null : why,
    )
    expect(sides.filter(Boolean)).toEqual([])
    expect(truth.innocents.filter((i) => i.claims.length !== 2)).toEqual([])
  })

  it('counts its documents, and no origin where nobody is known', () => {
    for (const p of truth.propositions) {
      expect(new Set(p.claims.map((c) => c.file)).size, p.id).toBe(p.documents)
      expect(p.origins + p.unknown, p.id).toBeGreaterThan(0)
    }
    expect(truth.propositions.length).toBeGreaterThanOrEqual(8)
  })

  it('judges every sentence of its draft once', async () => {
    const { text, file } = (await opened(draft)).info
    expect(file).toBe(truth.draft)
    const found = truth.verdicts.map((v) => placesOf(text, v.quote).map((p) => p.start))
    expect(truth.verdicts.filter((_, k) => found[k]!.length !== 1)).toEqual([])
    expect(truth.verdicts.filter((v) => !VERDICTS.includes(v.verdict))).toEqual([])
    const body = text.slice(found.flat().sort((a, b) => a - b)[0])
    const sentences = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(body)].filter((s) =>
      /\p{L}/u.test(s.segment),
    )
    expect(sentences).toHaveLength(truth.verdicts.length)
  })
})

describe('all affairs', () => {
  it.each(KINDS)('have at least two planted: %s', (kind) => {
    const planted = ALL.flatMap(({ truth }) => truth.findings.filter((f) => f.kind === kind))
    expect(planted.length).toBeGreaterThanOrEqual(2)
  })
  it.each(VERDICTS)('have a sentence that is %s', (verdict) => {
    expect(ALL.some(({ truth }) => truth.verdicts.some((v) => v.verdict === verdict))).toBe(true)
  })
})
