import { describe, expect, it } from 'vitest'
import type { Reading } from '../../schema/reading.js'
import { authorOf } from './author.js'

const NAMES = /Marta Lind|Olav Brekke|Kveld Marine/g
/** A document that names these people and this firm. */
const reading = (text: string): Reading => {
  const mentions = [...text.matchAll(NAMES)].map(({ 0: name, index }) => ({
    text: name,
    start: index,
    end: index + name.length,
    form: 'name',
    type: name === 'Kveld Marine' ? 'Organization' : 'Person',
    entity: name,
  }))
  const entities = [...new Set(mentions.map((m) => m.text))].map((name) => ({ id: name, name }))
  return { document: { text, byline: [], publisher: null }, mentions, entities } as unknown as Reading
}
const words = { name: (id: string) => id, named: () => null, byName: new Map() }

describe('who wrote a letter', () => {
  it.each([
    ['who signs it', 'To Marta Lind\n\nI saw it.\n\nOlav Brekke', 'Olav Brekke'],
    ['with an office below', 'To Marta Lind\n\nWe saw it.\n\nOlav Brekke\nHarbour master', 'Olav Brekke'],
    [
      'the head, where nobody signs',
      'To Marta Lind\nKveld Marine\n\nWe saw it all that night.',
      'Kveld Marine',
    ],
    ['nobody but whom it is for', 'To Marta Lind\n\nWe saw it.', undefined],
  ])('is %s', (_, text, name) => expect(authorOf(reading(text), 'letter', words)?.name).toBe(name))
})
