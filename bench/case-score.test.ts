import { describe, expect, it } from 'vitest'
import type { Checked, Proposition } from '../src/schema/case.js'
import type { Evidence, Finding, FindingKind, Reading } from '../src/schema/reading.js'
import { scoreFindings } from './case-findings.js'
import { scoreEntities, scoreOrigins, scoreVerdicts } from './case-score.js'
import { locate, placesOf, type PlantedFinding, type Quote } from './case-truth.js'

const TEXTS = new Map([
  ['a', 'The port paid 48 million. The tug left in May.'],
  ['b', 'The port paid 41 million. The tug left in June.'],
  ['c', 'Voss took a bribe. Old Voss died.'],
])
const q = (file: string, quote: string, nth?: number): Quote => ({ file, quote, ...(nth ? { nth } : {}) })
const evidence = (file: string, quote: string): Evidence => ({ ...locate(TEXTS, q(file, quote)), text: quote, claim: null }) // prettier-ignore
const finding = (kind: FindingKind, score: number, ...sides: readonly Evidence[][]): Finding =>
  ({ id: '', kind, on: '', why: '', score, sides: sides.map((e) => ({ evidence: e, established: 1 })) }) // prettier-ignore
const planted = (kind: FindingKind, ...sides: readonly Quote[][]): PlantedFinding => ({ kind, on: '', why: '', sides }) // prettier-ignore

describe('where a quote stands', () => {
  it('is where no letter or digit touches it', () => {
    expect(placesOf('Sørbyen Sørbye, Sørbye1 (Sørbye)', 'Sørbye')).toEqual([
      { start: 8, end: 14 },
      { start: 25, end: 31 },
    ])
    expect(locate(new Map([['a', 'x, x']]), q('a', 'x', 2))).toEqual({ file: 'a', start: 3, end: 4 })
    expect(() => locate(TEXTS, q('a', 'paid 49 million'))).toThrow('does not stand')
  })
})

describe('findings', () => {
  const amount = planted('contradiction', [q('a', '48 million')], [q('b', '41 million')])
  const bribe = planted('unattributed', [q('c', 'Voss took a bribe')])
  const truth = {
    findings: [amount, bribe],
    arguable: [{ ...planted('drift', [q('a', 'left in May')], [q('b', 'left in June')]), also: ['contradiction' as const] }], // prettier-ignore
    innocents: [{ why: 'same tug', claims: [q('a', 'The tug'), q('b', 'The tug')] as const }],
  }
  const [paidA, paidB] = [evidence('a', 'The port paid 48 million'), evidence('b', 'The port paid 41 million')] // prettier-ignore
  const [leftA, leftB] = [evidence('a', 'The tug left in May'), evidence('b', 'The tug left in June')]
  const figures = (...findings: Finding[]) => {
    const score = scoreFindings(truth, findings, TEXTS)
    const all = [...score.kinds.values()]
    const sum = (of: 'right' | 'found' | 'planted'): number => all.reduce((n, t) => n + t[of], 0)
    return [sum('right'), sum('found'), sum('planted'), score.repeats, score.neutral, score.innocents.raised]
  }

  it.each<[string, Finding[], number[]]>([
    ['nothing found', [], [0, 0, 2, 0, 0, 0]],
    ['right, with the sides in another order', [finding('contradiction', 1, [paidB], [paidA])], [1, 1, 2, 0, 0, 0]],
    ['both sides in one is no contradiction', [finding('contradiction', 1, [paidA, paidB], [leftA])], [0, 1, 2, 0, 0, 0]],
    ['another kind is a false alarm', [finding('drift', 1, [paidA], [paidB])], [0, 1, 2, 0, 0, 0]],
    ['a second one is a repeat', [finding('contradiction', 1, [paidA], [paidB]), finding('contradiction', 0.5, [paidA], [paidB])], [1, 1, 2, 1, 0, 0]],
    ['one side touched is not enough', [finding('contradiction', 1, [paidA], [leftB])], [0, 1, 2, 0, 0, 0]],
    ['a one-sided kind needs any overlap', [finding('unattributed', 1, [evidence('c', 'Voss took a bribe')])], [1, 1, 2, 0, 0, 0]],
    ['arguable is neutral and, between innocent claims, still an innocent raised', [finding('contradiction', 1, [leftA], [leftB])], [0, 0, 2, 0, 1, 1]],
  ])('%s', (_, found, expected) => expect(figures(...found)).toEqual(expected)) // prettier-ignore
})

describe('entities by B³', () => {
  const read = (file: string, text: string, ...mentions: [quote: string, entity: string | null][]): Reading =>
    ({ document: { id: file, file, text }, mentions: mentions.map(([quote, entity]) => ({ ...placesOf(text, quote)[0]!, entity, form: 'name' })) }) as unknown as Reading // prettier-ignore
  const truth = {
    entities: [
      { id: 'voss', type: 'Person', names: [], where: [q('a', 'Lena Voss'), q('b', 'L. Voss'), q('b', 'the director')] },
      { id: 'aud', type: 'Person', names: [], where: [q('b', 'Aud Voss')] },
    ],
    apart: [['voss', 'aud', 'sisters']] as const,
  } // prettier-ignore
  const b = 'L. Voss, the director, met Aud Voss.'
  const score = (ids: Record<string, string>) =>
    scoreEntities(
      truth,
      [
        read('a', 'Lena Voss left.', ['Lena Voss', 'e1']),
        read('b', b, ['L. Voss', 'e1'], ['Aud Voss', 'e2']),
      ],
      (document, entity) => ids[`${document}#${entity}`],
    )

  it('counts a place that nobody read as standing alone', () => {
    const right = score({ 'a#e1': 'x', 'b#e1': 'x' })
    expect(right).toMatchObject({ precision: 4, places: 4, apart: { kept: 1, of: 1 } })
    expect(right.recall).toBeCloseTo(2 / 3 + 2 / 3 + 1 / 3 + 1)
    expect(right.unread).toEqual(['b: the director'])
  })
  it('looks at the name within a quote, not at the words around it', () => {
    const place = { id: 'skarvoy', type: 'Place', names: ['Skarvøy'], where: [q('c', 'harbour of Skarvøy')] }
    const mentions: [string, string][] = [['the harbour of Skarvøy', 'e1'], ['Skarvøy', 'e2']] // prettier-ignore
    const asked: string[] = []
    scoreEntities({ entities: [place], apart: [] }, [read('c', 'They left the harbour of Skarvøy.', ...mentions)], (_, entity) => {
      asked.push(entity)
      return entity
    }) // prettier-ignore
    expect(asked).toEqual(['e2'])
  })
  it('sees two taken for one', () => {
    const merged = score({ 'a#e1': 'x', 'b#e1': 'x', 'b#e2': 'x' })
    expect(merged.precision).toBeCloseTo(2 / 3 + 2 / 3 + 1 + 1 / 3)
    expect(merged.apart).toEqual({ kept: 0, of: 1 })
  })
  it('keeps apart what the case does not name', () => expect(score({}).recall).toBeCloseTo(3 * (1 / 3) + 1)) // prettier-ignore
})

describe('origin counts', () => {
  const truth = {
    propositions: [{ id: 'p', text: '', claims: [q('a', 'The port paid'), q('b', 'The port paid')], documents: 2, origins: 2, unknown: 0, why: '' }],
  } // prettier-ignore
  const proposition = (established: number, ...of: Evidence[]): Proposition =>
    ({ evidence: of, origins: { established, unknown: 0, list: [] } }) as unknown as Proposition
  const [a, b] = [evidence('a', 'The port paid 48 million'), evidence('b', 'The port paid 41 million')]

  it.each<[string, Proposition[], number, number, number]>([
    ['exact', [proposition(2, a, b)], 1, 1, 2],
    ['one with more of the claims is compared', [proposition(2, a), proposition(1, a, b)], 0, 1, 2],
    ['not found', [proposition(2, evidence('a', 'The tug left in May'))], 0, 0, 0],
  ])('%s', (_, found, exact, located, gathered) =>
    expect(scoreOrigins(truth, found, TEXTS)).toMatchObject({ exact, located, of: 1, gathered, claims: 2 }),
  )
})

describe('verdicts', () => {
  it('are those of the sentence that holds the words, with the answer', () => {
    const draft = 'Who dug? Voss took a bribe. The tug left.'
    const at = (text: string, verdict: Checked['verdict'], answer: Evidence | null = null): Checked => ({
      ...placesOf(draft, text)[0]!,
      text,
      verdict,
      evidence: [],
      against: [],
      why: '',
      answer,
    })
    const truth = {
      verdicts: [
        { quote: 'Who dug', verdict: 'no-claim', why: '', answer: null },
        { quote: 'took a bribe', verdict: 'unsupported', why: '', answer: q('c', 'Old Voss') },
        { quote: 'The tug', verdict: 'supported', why: '', answer: null },
      ] as const,
    }
    const checked = [
      at('Who dug?', 'no-claim'),
      at('Voss took a bribe.', 'overstated', evidence('c', 'Old Voss died')),
    ]
    expect(scoreVerdicts(truth, draft, checked, TEXTS)).toMatchObject({
      right: 1,
      of: 3,
      answers: { right: 1, of: 1 },
    })
  })
})
