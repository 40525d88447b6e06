import { describe, expect, it } from 'vitest'
import { said } from '../../test/builders/statements.js'
import { amongRivals } from './rivals.js'

const [a, b, c] = [said('x', 'be', { in: 'a' }), said('y', 'be', { in: 'b' }), said('z', 'be', { in: 'b' })]

describe('a pair among its rivals', () => {
  it('is the best of both where nothing of the other document is likelier', () => {
    const [best, other] = amongRivals([
      { a, b, z: 2 },
      { a, b: c, z: 1 },
    ])
    expect(best).toMatchObject({ bestOfBoth: 1, gap: 1, rank: 0 })
    expect(other).toMatchObject({ bestOfBoth: 0, bestOfOne: 1, gap: -1 })
  })
  it('stands alike whichever statement comes first', () =>
    expect(amongRivals([{ a: b, b: a, z: 2 }])).toEqual(amongRivals([{ a, b, z: 2 }])))
  it('takes none', () => expect(amongRivals([])).toEqual([]))
})
