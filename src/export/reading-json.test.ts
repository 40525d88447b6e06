import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Reading } from '../schema/reading.js'
import { readingJson } from './reading-json.js'

/** Whatever stands in its lists. */
const reading = (sentences: unknown[], problems: unknown[] = []): Reading =>
  ({ whence: 1, document: { text: 'a\n"b"\u2028' }, sentences, problems }) as unknown as Reading

describe('a Reading as JSON in pieces', () => {
  it('is what JSON.stringify makes of it', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue()), fc.array(fc.jsonValue()), (some, others) => {
        const whole = reading(some, others)
        expect([...readingJson(whole)].join('')).toBe(JSON.stringify(whole))
      }),
    )
  })

  it('comes in many short pieces where it is long, on one line', () => {
    const whole = reading(Array.from({ length: 50_000 }, (_, start) => ({ start, end: start + 1 })))
    const pieces = [...readingJson(whole)]
    expect(pieces.length).toBeGreaterThan(10)
    expect(Math.max(...pieces.map((p) => p.length))).toBeLessThan(66_000)
    expect(pieces.join('')).toBe(JSON.stringify(whole))
    expect(pieces.some((p) => p.includes('\n'))).toBe(false)
  })

  it('makes one piece of an ordinary document', () => {
    expect([...readingJson(reading([{ start: 0, end: 1 }]))]).toHaveLength(1)
  })
})
