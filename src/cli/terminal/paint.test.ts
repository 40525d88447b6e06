import { describe, expect, it } from 'vitest'
import { painter, wantsColour } from './paint.js'

describe('colour', () => {
  it.each([
    [{}, true, true],
    [{}, false, false],
    [{ NO_COLOR: '1' }, true, false],
    [{ NO_COLOR: '' }, true, true],
    [{ FORCE_COLOR: '1' }, false, true],
    [{ FORCE_COLOR: '0' }, true, false],
    [{ NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    [{ TERM: 'dumb' }, true, false],
  ])('%j on a terminal (%s): %s', (env, terminal, colour) => expect(wantsColour(env, terminal)).toBe(colour))

  it('adds nothing where it is not wanted', () => {
    expect(painter(false)('red', 'denied')).toBe('denied')
    expect(painter(true)('red', 'denied')).toBe('\x1b[31mdenied\x1b[0m')
  })
})
