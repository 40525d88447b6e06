import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../schema/document.js'
import { stretchesOf } from './stretches.js'

/** A document of paragraphs, a blank line between each two. */
function documentOf(...paragraphs: string[]): Document {
  let start = 0
  const blocks = paragraphs.map((p) => {
    const block = { kind: 'paragraph' as const, start, end: start + p.length }
    start = block.end + 2
    return block
  })
  const info = { text: paragraphs.join('\n\n'), published: '2024-03-14' }
  return { info, blocks, problems: [] } as unknown as Document
}
const partsIn = (document: Document, longest: number): string[][] =>
  stretchesOf(document, longest).map((s) => s.blocks.map((b) => s.info.text.slice(b.start, b.end)))

describe('stretches of a long document', () => {
  it.each<[string, string[], number, string[][]]>([
    ['one where it fits', ['One.', 'Two.'], 8, [['One.', 'Two.']]],
    ['cut between blocks', ['One.', 'Two.', 'Six.'], 8, [['One.', 'Two.'], ['Six.']]],
    ['even ones rather than a short last', ['A.', 'B.', 'C.', 'D.', 'E.', 'F.'], 10, [['A.', 'B.', 'C.'], ['D.', 'E.', 'F.']]],
    ['a block too long is cut before a sentence', ['He left. She stayed there.'], 15, [['He left. '], ['She stayed '], ['there.']]],
    ['or between words', ['one two three four'], 10, [['one two '], ['three four']]],
    ['or anywhere', ['abcdefghij'], 4, [['abcd'], ['efgh'], ['ij']]],
    ['but never in a character', ['ab𝒫𝒫'], 3, [['ab'], ['𝒫'], ['𝒫']]],
  ])('%s', (_, paragraphs, longest, parts) => expect(partsIn(documentOf(...paragraphs), longest)).toEqual(parts)) // prettier-ignore

  it('is the document itself where it fits, and where there is nothing to read', () => {
    for (const document of [documentOf('One.', 'Two.'), documentOf()])
      expect(stretchesOf(document, 100)).toEqual([document])
  })

  it('loses and repeats nothing, and keeps the date of publication', () => {
    const paragraph = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(
        fc.array(paragraph, { minLength: 1 }),
        fc.integer({ min: 4, max: 50 }),
        (texts, longest) => {
          const document = documentOf(...texts)
          const stretches = stretchesOf(document, longest)
          expect(partsIn(document, longest).flat().join('')).toBe(texts.join(''))
          for (const { info, blocks } of stretches) {
            expect(info).toBe(document.info)
            const length = blocks.reduce((sum, b) => sum + b.end - b.start, 0)
            expect(length).toBeLessThanOrEqual(longest)
          }
        },
      ),
    )
  })
})
