import { describe, expect, it } from 'vitest'
import type { Judgement } from '../../schema/case.js'
import type { Claim, Link } from '../../schema/reading.js'
import { addedClaims, corrected, remarksOf } from './by-hand.js'

const link = (who: string, kind: Link['kind'] = 'named'): Link => ({
  who: { text: who },
  kind,
  stance: 'asserts',
  certainty: 'certain',
  quantifier: null,
  cue: null,
  attribution: null,
})
const claim = { id: 'c1', certainty: 'certain', polarity: 'positive', chain: [link('', 'document')] } as unknown as Claim // prettier-ignore
let minute = 0
const judged = (verdict: string, value: unknown = null, about = 'c1'): Judgement => ({
  id: `${minute}`,
  case: 'k',
  kind: 'claim',
  left: `d#${about}`,
  right: null,
  verdict,
  value,
  reasons: [],
  by: 'Ida',
  at: `2026-01-01T00:${String(minute++).padStart(2, '0')}:00.000Z`,
  withdrawn: null,
})

describe('what people made of a claim', () => {
  it('is what they decided last, whatever order the records come in', () => {
    const all = [judged('accept'), judged('reject')]
    expect(remarksOf(all).get('c1')?.verdict).toBe('rejected')
    expect(remarksOf(all.toReversed()).get('c1')?.verdict).toBe('rejected')
  })

  it('counts no decision that was taken back, and none about other things', () => {
    const back = { ...judged('reject'), withdrawn: { by: 'Ida', at: '2026-01-02' } }
    const other = { ...judged('reject'), kind: 'finding' as const }
    expect(remarksOf([back, other]).size).toBe(0)
  })

  it('keeps a correction beside a decision', () => {
    const remark = remarksOf([judged('correct', { certainty: 'possible' }), judged('accept')]).get('c1')!
    expect(corrected(claim, remark).certainty).toBe('possible')
    expect(remark.verdict).toBe('accepted')
  })

  it.each([
    ['nobody was named', [link('', 'document')], ['', 'Moe']],
    ['another was named', [link('', 'document'), link('Ruud')], ['', 'Moe']],
    ['through hands', [link('', 'document'), link('Ruud'), link('she')], ['', 'Ruud', 'Moe']],
  ])('puts a corrected teller at the far end where %s', (_, chain, expected) => {
    const remark = remarksOf([judged('correct', { who: 'Moe' })]).get('c1')
    expect(corrected({ ...claim, chain }, remark).chain.map(({ who }) => who.text)).toEqual(expected)
  })

  it('shows added words as a claim of whoever is said to have said them', () => {
    const value = { evidence: [{ start: 3, end: 9 }], text: 'it fell', who: 'Moe', note: null }
    const [added] = addedClaims(remarksOf([judged('add', value, '3-9')]), link('', 'document'))
    expect(added).toMatchObject({ id: '3-9', text: 'it fell', evidence: [{ start: 3, end: 9 }] })
    expect(added!.chain.map(({ who }) => who.text)).toEqual(['', 'Moe'])
  })
})
