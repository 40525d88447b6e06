import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { paragraphsOf, partsOf } from './paragraphs.js'

const shown = (text: string): string[] => paragraphsOf(text).map(({ start, end }) => text.slice(start, end))
const LINE = 'a line that an old editor broke where its window ended\n'

describe('paragraphs', () => {
  it.each([
    ['one\n\ntwo', ['one', 'two']],
    ['one\n \n\n\ntwo\n', ['one', 'two']],
    ['one\nstill one', ['one\nstill one']],
    ['', []],
    [' \n\n ', []],
  ])('%j', (text, paragraphs) => expect(shown(text)).toEqual(paragraphs))

  it('keep line breaks that mean something, and flow where a narrow editor broke them', () => {
    expect(paragraphsOf('Roses are red\nViolets are blue')[0]!.lines).toBe(true)
    expect(paragraphsOf(LINE.repeat(4))[0]!.lines).toBe(false)
  })

  it('lose nothing but white space', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(shown(text).join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''))
      }),
    )
  })

  it('come in parts of a size, none lost', () => {
    const paragraphs = paragraphsOf(`${LINE}\n`.repeat(50))
    const parts = partsOf(paragraphs, 500)
    expect(parts.flat()).toEqual(paragraphs)
    expect(parts.length).toBeGreaterThan(4)
  })
})
