import { describe, expect, it } from 'vitest'
import type { CaseEntity } from '../schema/case.js'
import type { Mention, MentionType, Reading } from '../schema/reading.js'
import { withNamesFound } from './found-names.js'

const entity = (id: string, type: MentionType, ...names: string[]): CaseEntity => ({
  id,
  type,
  name: names[0]!,
  names,
  documents: 1,
  members: [`other#${id}`],
})
const mention = (text: string, of: string, form: Mention['form'], type: MentionType): Mention => {
  const start = text.indexOf(of)
  return { id: `m${start}`, start, end: start + of.length, text: of, form, type, entity: `e${start}` }
}
const reading = (text: string, ...mentions: Mention[]): Reading => ({
  whence: 1,
  document: {
    id: 'd',
    file: 'd.txt',
    mediaType: 'text/plain',
    language: 'en',
    title: null,
    publisher: null,
    byline: [],
    published: null,
    text,
  },
  sentences: [],
  mentions,
  entities: mentions.map((m) => ({ id: m.entity!, type: m.type, name: m.text, aliases: [] })),
  times: [],
  quantities: [],
  attributions: [],
  claims: [],
  findings: [],
  problems: [],
})
const GORI = entity('gori', 'Place', 'Gori')
const RECORDER = entity('recorder', 'Organization', 'Midland Recorder')
const LIND = entity('lind', 'Person', 'Aud Lind')

/** What is found in a text, and whose names they are. */
const found = (read: Reading, ...entities: CaseEntity[]): [string, string | undefined][] => {
  const known = new Map(read.entities.map((e) => [`d#${e.id}`, `own ${e.id}`] as const))
  const { readings, entityOf } = withNamesFound([read], entities, known)
  return readings[0]!.mentions
    .filter((m) => m.found)
    .map((m) => [read.document.text.slice(m.start, m.end), entityOf.get(`d#${m.entity}`)])
}

describe('names of the case', () => {
  it('are found where the reader saw none', () => {
    expect(found(reading('GORI – It rained. Then aud, then AUD LIND came.'), GORI, LIND)).toEqual([
      ['GORI', 'gori'],
      ['AUD LIND', 'lind'],
    ])
  })

  it('are found within what names something longer, if they are places', () => {
    const text = 'The District Court of Gori sat.'
    const court = mention(text, 'District Court of Gori', 'name', 'Organization')
    expect(found(reading(text, court), GORI)).toEqual([['Gori', 'gori']])
    expect(found(reading('The Aud Lind Fund', mention('The Aud Lind Fund', 'Aud Lind Fund', 'name', 'Organization')), LIND)).toEqual([]) // prettier-ignore
  })

  it('are found by their last word behind an article, where only one is called so', () => {
    const read = reading('So the Recorder tells us; a recorder was there.')
    expect(found(read, RECORDER)).toEqual([])
    expect(found(reading('So the Recorder tells us.'), RECORDER)).toEqual([['Recorder', 'recorder']])
    expect(found(reading('So the Recorder tells us.'), RECORDER, entity('x', 'Organization', 'Odal Recorder'))).toEqual([]) // prettier-ignore
  })

  it('give a mere description of them a name', () => {
    const text = 'They wrote to the Recorder.'
    const read = reading(text, mention(text, 'the Recorder', 'nominal', 'Person'))
    const { readings, entities, entityOf } = withNamesFound([read], [RECORDER], new Map([['d#e14', 'own']]))
    expect(readings[0]).toBe(read)
    expect(entityOf.get('d#e14')).toBe('recorder')
    expect(entities[0]!.documents).toBe(2)
  })

  it('are left alone where the reader has them', () => {
    const text = 'Aud Lind came.'
    expect(found(reading(text, mention(text, 'Aud Lind', 'name', 'Person')), LIND)).toEqual([])
  })

  it('take time in proportion to the text', () => {
    const text = 'the Recorder of Gori and Aud '.repeat(20_000)
    expect(found(reading(text), GORI, LIND, RECORDER)).toHaveLength(40_000)
  }, 5000)
})
