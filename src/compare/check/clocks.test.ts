import { describe, expect, it } from 'vitest'
import { clocksApart, clocksIn } from './clocks.js'

describe('times of day', () => {
  it.each([
    ['The pumps stopped at 01.34.', [94]],
    ['shortly after 2 a.m.', [120]],
    ['It gave way shortly after two in the morning.', [120]],
    ['at five minutes past midnight', [5]],
    ['At 05.30 hours the wall failed.', [330]],
    ['a quarter to nine', [525]],
    ['They met at three in the afternoon.', [900]],
    ['A freeboard of 0.40 metres and 1.60 euros', []],
    ['after two of the men had left', []],
  ])('in “%s” are %j', (text, minutes) => expect(clocksIn(text)).toEqual(minutes))

  it.each([
    ['at 01.34', 'five minutes past midnight', true],
    ['shortly after two in the morning', 'at about ten minutes past two in the morning', false],
    ['at 2.10 p.m.', 'at 14.10', false],
    ['at 02.10', 'in the morning', false],
  ])('“%s” and “%s” lie apart: %s', (a, b, apart) => expect(clocksApart(a, b)).toBe(apart))
})
