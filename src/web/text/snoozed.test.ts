import { describe, expect, it } from 'vitest'
import type { Judgement } from '../../schema/case.js'
import { putOffUntil } from './snoozed.js'

const snooze = (value: unknown, at: string, withdrawn = false): Judgement =>
  ({ verdict: 'snooze', value, at, withdrawn: withdrawn ? { by: 'Ida', at } : null }) as Judgement

describe('a finding that was put off', () => {
  it.each([
    ['is out of sight before its day', [snooze('2026-05-08', '1')], '2026-05-08'],
    ['is back on its day', [snooze('2026-05-07', '1')], null],
    ['goes by the last time it was put off', [snooze('2026-05-09', '1'), snooze('2026-05-07', '2')], null],
    ['is back when that is taken back', [snooze('2026-05-09', '1', true)], null],
    ['was not put off by what is no day', [snooze(7, '1')], null],
    ['was not put off where nobody did', [], null],
  ])('%s', (_, judgements, until) => {
    expect(putOffUntil(judgements, '2026-05-07')).toBe(until)
  })
})
