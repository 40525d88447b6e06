import { describe, expect, it } from 'vitest'
import type { Reading } from '../schema/reading.js'
import { aliasesIn } from './aliases.js'

/** `[Aud Brekke:a]` is a mention of the entity `a`; lower-case ones are pronouns. Every entity is a person but those that end in "place". */
function read(marked: string): Reading {
  const mentions: unknown[] = []
  let text = ''
  let from = 0
  for (const m of marked.matchAll(/\[([^:\]]+):([^\]]+)\]/g)) {
    text += marked.slice(from, m.index)
    const form = /^(?:she|he|him|her)$/i.test(m[1]!) ? 'pronoun' : 'name'
    mentions.push({ start: text.length, end: text.length + m[1]!.length, text: m[1], form, entity: m[2] })
    text += m[1]!
    from = m.index + m[0].length
  }
  text += marked.slice(from)
  const ids = [...new Set(mentions.map((m) => (m as { entity: string }).entity))]
  const entities = ids.map((id) => ({ id, type: id.endsWith('place') ? 'Place' : 'Person', name: id }))
  return { document: { text }, mentions, entities } as unknown as Reading
}
const given = (marked: string): string[] =>
  aliasesIn(read(marked)).map(({ entity, name, other }) => `${entity} = ${name}${other ? ` (${other})` : ''}`)

describe('another name that a text gives', () => {
  it.each([
    ['[Aud Brekke:a], née Voss, left.', ['a = Aud Voss']],
    ['[Aud Brekke:a], born Voss, left.', ['a = Aud Voss']],
    ['[Aud Voss:a], then known by her married name of [Brekke:b], left.', ['a = Aud Brekke (b)']],
    ['[Olav Dahl:a], also known as [Bear Island:b], left.', ['a = Bear Island (b)']],
    ['[Olav Dahl:a] left. Friends call [him:a] [Abu Karim:b].', ['a = Abu Karim (b)']],
    ['[Aud Brekke:a] (née Voss) left.', ['a = Aud Voss']],
    ['[Olav Dahl:a], better known to friends as [Bear Island:b], left.', ['a = Bear Island (b)']],
    ['[Olav Dahl:a], whose real name is [Ivar Moe:b], left.', ['a = Ivar Moe (b)']],
    ['[Olav Dahl:a] left. [He:a] went by the name of [Ivar Moe:b].', ['a = Ivar Moe (b)']],
    ['Until her divorce in 2011 [she:a] was [Aud Voss:b].', ['a = Aud Voss (b)']],
    ['[Olav Dahl:a] and [Ivar Moe:b] are one and the same.', ['a = Ivar Moe (b)']],
    ['[A. Voss:a] is none other than [Aud Brekke:b].', ['a = Aud Brekke (b)']],
    ['Before she married [she:a] was [Aud Voss:b].', ['a = Aud Voss (b)']],
    ['The court finds that [A. Voss:a] is [Aud Brekke:b], the wife.', ['a = Aud Brekke (b)']],
  ])('%s', (marked, names) => expect(given(marked)).toEqual(names))

  it.each([
    '[Aud Brekke:a], born in Bergen, left.',
    '[Aud Brekke:a] was born. [Olav Dahl:b] is here.',
    'The dealer in [Hamra:place] was [Olav Dahl:b], he said.',
    '[Aud Brekke:a] called [Olav Dahl:b].',
    '[Aud Brekke:a] is the mayor.',
    '[Olav Dahl:a] was called by [Ivar Moe:b].',
    '[Olav Dahl:a] is not [Ivar Moe:b].',
    '[Olav Dahl:a] and [Ivar Moe:b] are brothers.',
    'After the wedding [she:a] was in [Bergen:place].',
  ])('none: %s', (marked) => expect(given(marked)).toEqual([]))

  it('is found in linear time', () => {
    expect(given(`[Aud Brekke:a] ${', called '.repeat(20_000)}`)).toEqual([])
  })
})
