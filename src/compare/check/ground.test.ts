import { describe, expect, it } from 'vitest'
import { bare } from '../../../test/builders/passages.js'
import { around, card, said } from '../../../test/builders/statements.js'
import { groundOf, spokenOf } from './ground.js'

const paper = (document: string, ...texts: string[]) =>
  card(document, [], { passages: texts.map((text, i) => bare(document, i, text)) })

describe('the sentences of a case', () => {
  const context = around([
    paper('a', 'The quay was paid for in May.', 'Nobody asked why.'),
    paper('b', 'The ferry sank.', 'The payment for the quay came late.'),
  ])
  const to = spokenOf(bare('draft', 0, 'They paid for the quay.'), [], [], context)

  it('are found by what they speak of, noun or verb', () =>
    expect(
      groundOf(context)
        .nearest(to, 9)
        .map((p) => p.evidence.text),
    ).toEqual(['The quay was paid for in May.', 'The payment for the quay came late.']))

  it('are laid out once for a case', () => expect(groundOf(context)).toBe(groundOf(context)))

  it('are found where evidence stands', () =>
    expect(
      groundOf(context)
        .at({ file: 'b.txt', start: 105, end: 110, text: '', claim: null })
        .map((p) => p.sentence),
    ).toEqual([1]))

  it('know the words around them and the names of whom they speak', () => {
    const one = spokenOf(
      bare('a', 1, 'He denied it.'),
      [said('Voss denied it', 'deny')],
      [bare('a', 0, 'The quay sank.')],
      context,
    )
    expect([...one.around]).toEqual(expect.arrayContaining(['quay', 'sink', 'voss']))
  })
})
