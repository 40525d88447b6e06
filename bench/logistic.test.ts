import { describe, expect, it } from 'vitest'
import { fitLogistic, type Row } from './logistic.js'

const rows: Row[] = Array.from({ length: 200 }, (_, i) => ({
  is: i % 4 === 0 ? i % 8 === 0 : i % 2 === 0,
  of: { even: i % 2 === 0 ? 1 : 0, noise: (i * 7) % 5 },
}))

describe('a logistic regression', () => {
  it('weighs what tells and not what does not', () => {
    const { weights } = fitLogistic(rows)
    expect(weights['even']).toBeGreaterThan(2)
    expect(Math.abs(weights['noise']!)).toBeLessThan(0.3)
  })
  it('scores the likelier higher', () => {
    const { scoreOf } = fitLogistic(rows)
    expect(scoreOf({ even: 1, noise: 2 })).toBeGreaterThan(scoreOf({ even: 0, noise: 2 }))
  })
})
