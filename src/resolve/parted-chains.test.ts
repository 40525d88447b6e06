import { describe, expect, it } from 'vitest'
import type { Mention, Reading } from '../schema/reading.js'
import { withChainsParted } from './parted-chains.js'

/** A document in which all of `names` were read as one person; gives which of them are one afterwards. */
function parted(...names: string[]): string[][] {
  const text = names.join('; ')
  let start = 0
  const mentions = names.map((name, i): Mention => {
    const at = text.indexOf(name, start)
    start = at + name.length
    return { id: `m${i}`, start: at, end: start, text: name, form: 'name', type: 'Person', entity: 'e' }
  })
  const reading = {
    document: { text },
    mentions,
    entities: [{ id: 'e', type: 'Person', name: names[0]!, aliases: [] }],
    attributions: [],
    claims: [{ subject: { entity: 'e', text: names.at(-1)!, start: mentions.at(-1)!.start, end: start }, object: null, roles: [], chain: [] }], // prettier-ignore
  } as unknown as Reading
  const after = withChainsParted(reading)
  expect(after.claims[0]!.subject.entity).toBe(after.mentions.at(-1)!.entity)
  return after.entities.map(({ id }) => after.mentions.flatMap((m) => (m.entity === id ? [m.text] : [])))
}

describe('names read as one bearer’s', () => {
  it.each([
    [['Aud Lind', 'Lind', 'A. Lind'], [['Aud Lind', 'Lind', 'A. Lind']]],
    [
      ['Odd Voss', 'Odd Voss', 'H. Lind'],
      [['Odd Voss', 'Odd Voss'], ['H. Lind']],
    ],
    [
      ['Aud Lind', 'Voss', 'Lind', 'Lind'],
      [['Aud Lind', 'Lind', 'Lind'], ['Voss']],
    ],
    [['Henrik Løvik', 'Henrik Lovik'], [['Henrik Løvik', 'Henrik Lovik']]],
  ])('%j', (names, groups) => expect(parted(...names)).toEqual(groups))

  it('are left alone where the text says that they are', () => {
    expect(parted('Aud Lind', 'Odd Voss').length).toBe(2)
    const text = 'Aud Lind, also known as Bera Voss, left.'
    const mention = (of: string): Mention => ({ id: of, start: text.indexOf(of), end: text.indexOf(of) + of.length, text: of, form: 'name', type: 'Person', entity: 'e' }) // prettier-ignore
    const reading = { document: { text }, mentions: [mention('Aud Lind'), mention('Bera Voss')], entities: [{ id: 'e', type: 'Person', name: 'Aud Lind', aliases: [] }], attributions: [], claims: [] } as unknown as Reading // prettier-ignore
    expect(withChainsParted(reading)).toBe(reading)
  })
})
