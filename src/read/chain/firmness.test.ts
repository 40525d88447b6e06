import { describe, expect, test } from 'vitest'
import type { Certainty, Stance } from '../../schema/reading.js'
import { firmnessOf } from './firmness.js'

describe('how firmly a link puts its content', () => {
  test.each<[Stance, string, Certainty]>([
    ['asserts', 'said', 'certain'],
    ['reports', 'according to', 'certain'],
    ['asserts', 'suspects', 'possible'],
    ['asserts', 'suggested', 'probable'],
    ['alleges', 'told', 'probable'],
    ['denies', 'denies', 'certain'],
    ['hopes', 'confirmed it hopes', 'possible'],
    ['orders', 'ordered', 'unknown'],
    ['denies', 'would neither confirm nor deny', 'unknown'],
    ['denies', 'declined to say', 'unknown'],
    ['denies', 'would not confirm', 'unknown'],
    ['denies', 'did not deny', 'certain'],
    ['asserts', '', 'certain'],
    ['denies', 'could not verify', 'unknown'],
    ['denies', 'has not been able to establish', 'unknown'],
    ['denies', 'did not immediately respond to', 'unknown'],
    ['denies', 'neither confirmed nor denied', 'unknown'],
    ['denies', 'have never claimed', 'unknown'],
    ['denies', 'ought not to assert', 'unknown'],
    ['reports', 'whispered', 'possible'],
  ])('%s by “%s” is %s', (stance, cue, expected) => expect(firmnessOf(stance, cue)).toBe(expected))

  test('hangs on what the cue goes on to, not on what is said', () => {
    expect(firmnessOf('denies', 'declined', 'to comment on it')).toBe('unknown')
    expect(firmnessOf('asserts', 'said', 'he could neither confirm nor deny it')).toBe('certain')
  })

  test.each<[Stance, string, Certainty]>([
    ['reports', 'is said to', 'probable'],
    ['reports', 'was reported', 'probable'],
    ['asserts', 'It is common ground', 'certain'],
    ['confirms', 'was confirmed', 'certain'],
  ])('%s by “%s” of nobody is %s', (stance, cue, expected) =>
    expect(firmnessOf(stance, cue, '', false)).toBe(expected),
  )
})
