import { describe, expect, it } from 'vitest'
import { around, card, said } from '../../test/builders/statements.js'
import { spokenFor, voiceOf } from './sides.js'

const holds = (words: string, more = {}) => said(words, 'ceo', { entities: ['Lind', 'Orbit'], ...more })

describe('who speaks for whom', () => {
  it('takes an organisation and its chief executive for one side', () => {
    const sides = spokenFor(around([card('a', [holds('Lind, chief executive of Orbit')])]))
    expect([[...sides.get('Lind')!], [...sides.get('Orbit')!]]).toEqual([['Orbit'], ['Lind']])
  })

  it.each([
    ['it is denied', holds('Lind is not the chief executive of Orbit', { polarity: 'negative' })],
    ['no post is named', holds('Lind visited Orbit')],
    [
      'the clause says more',
      holds(`Lind, chief executive of Orbit, ${'who had been warned, '.repeat(8)}left`),
    ],
  ])('takes them for two where %s', (_, s) => expect(spokenFor(around([card('a', [s])])).size).toBe(0))

  it.each([
    ['the company', 'company'],
    ['the hospital in Bergen', 'hospital'],
    ['Orbit Company', null],
    ['a former surveyor', null],
  ])('“%s” is the voice of %s', (words, voice) => expect(voiceOf(words)).toBe(voice))
})
