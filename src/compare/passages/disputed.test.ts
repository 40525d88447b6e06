import { describe, expect, it } from 'vitest'
import { passage } from '../../../test/builders/passages.js'
import { around, card } from '../../../test/builders/statements.js'
import { contentWords } from '../words/content.js'
import { denialsAnswered } from './disputed.js'
import { indexPassages } from './index.js'
import type { Passage } from './passage.js'

/** Words in common stand in for meaning. */
function embed(texts: readonly string[]): Promise<Float32Array[]> {
  return Promise.resolve(
    texts.map((text) => {
      const vector = new Float32Array(256)
      for (const word of contentWords(text))
        vector[[...word].reduce((n, c) => (n * 31 + c.charCodeAt(0)) % 256, 7)]! += 1
      const length = Math.hypot(...vector) || 1
      return vector.map((x) => x / length)
    }),
  )
}
const FILLER = Array.from({ length: 60 }, (_, i) => passage(`filler${i}`, `Sentence ${i} speaks of nothing.`))

function disputed(list: readonly Passage[]) {
  const all = [...list, ...FILLER]
  const documents = [...new Set(all.map((p) => p.document))].sort()
  const cards = documents.map((d) => card(d, [], { title: d, passages: all.filter((p) => p.document === d) }))
  return denialsAnswered(indexPassages({ ...around(cards), embed }))
}
const texts = async (list: readonly Passage[]) =>
  (await disputed(list)).map(({ kind, sides }) => [
    kind,
    ...sides.map((side) => side.map((p) => p.evidence.text)),
  ])

describe('a denial', () => {
  it('stands against every account of what it denies', async () =>
    expect(
      await texts([
        passage('herald', 'The barley of the mill was sold.'),
        passage('blog', 'The mill sold the barley, the Herald says.'),
        passage('radio', 'Anna Voss denied that the barley of the mill was sold.', { voice: 'voss' }),
      ]),
    ).toEqual([
      [
        'disputed',
        ['The barley of the mill was sold.', 'The mill sold the barley, the Herald says.'],
        ['Anna Voss denied that the barley of the mill was sold.'],
      ],
    ]))

  it('that answers nothing raises nothing', async () =>
    expect(
      await texts([
        passage('herald', 'Anna Voss died on Tuesday.'),
        passage('radio', 'Karl Moe denied that the barley was sold.', { voice: 'moe' }),
        passage('letter', 'Karl Moe had nothing to do with the death of Anna Voss.'),
      ]),
    ).toEqual([]))

  it('that points back means what another said just before', async () =>
    expect(
      await texts([
        passage('a', 'The concrete was half sand.', { voice: 'moe' }),
        passage('a', 'Voss denies this.', { sentence: 1 }),
      ]),
    ).toEqual([['disputed', ['The concrete was half sand.'], ['Voss denies this.']]]))

  it('of such a thing means what was told right before', async () =>
    expect(
      await texts([
        passage('a', 'He had warned the brewers in writing.', { voice: 'moe' }),
        passage('a', 'There was no such letter.', { sentence: 1, voice: 'voss' }),
      ]),
    ).toEqual([['disputed', ['He had warned the brewers in writing.'], ['There was no such letter.']]]))

  it('of charges means where they are named', async () =>
    expect(
      await texts([
        passage('a', 'Moe and Voss are charged with fraud.'),
        passage('a', 'Moe sells boats.', { sentence: 1, voice: 'moe' }),
        passage('a', 'Both deny the charges.', { sentence: 2 }),
      ]),
    ).toEqual([['disputed', ['Moe and Voss are charged with fraud.'], ['Both deny the charges.']]]))
})

describe('a retraction', () => {
  it('takes back the earlier article and its echoes', async () =>
    expect(
      await texts([
        passage('Herald of May', 'Forty barrels of tar lie under the church.'),
        passage('Correction', 'In May we wrote that forty barrels of tar lie under the church.'),
        passage('Correction', 'We withdraw this.', { sentence: 1 }),
      ]),
    ).toEqual([
      [
        'disputed',
        [
          'Forty barrels of tar lie under the church.',
          'In May we wrote that forty barrels of tar lie under the church.',
        ],
        ['We withdraw this.'],
      ],
    ]))

  it('of a person may name what it means afterwards', async () =>
    expect(
      await texts([
        passage('a', 'I want to take something back.', { voice: 'moe' }),
        passage('a', 'I told the paper that I saw Karl at the mill.', { voice: 'moe', sentence: 1 }),
        passage('a', 'It could have been anybody.', { voice: 'moe', sentence: 2 }),
      ]),
    ).toEqual([
      [
        'disputed',
        ['I told the paper that I saw Karl at the mill.'],
        ['I want to take something back.', 'It could have been anybody.'],
      ],
    ]))

  it.each([
    'The ministry may withdraw the licence.',
    'The army withdrew from the valley.',
    'Moe withdrew his offer.',
  ])('is not: %s', async (text) =>
    expect(
      await texts([passage('a', 'We said that the mill burned.'), passage('a', text, { sentence: 1 })]),
    ).toEqual([]),
  )
})
