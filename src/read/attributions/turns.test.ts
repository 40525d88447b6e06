import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodedOf, type Answers } from '../../../test/builders/encoded.js'
import { places } from '../../../test/builders/layers.js'
import type { Document, Turn } from '../../schema/document.js'
import type { Attribution, Entity, Mention, SourceKind } from '../../schema/reading.js'
import { chainOf } from '../chain/chain.js'
import { coreferenceStep } from '../coreference/coreference.js'
import { attributionsStep } from './attributions.js'
import { turnsOf, turnWith } from './turns.js'

type Spoken = readonly [words: string, speaker: string, label: string | null]

/** A document in which each speaker says some of its words. */
function read(notation: string, spoken: readonly Spoken[], answers: Answers = {}) {
  const { document: bare, layers } = encodedOf(notation, answers)
  const { text } = bare.info
  const turns = spoken.map(([words, speaker, label]): Turn => ({
    ...places(text, words)[0]!,
    speaker,
    named: label === null ? null : places(text, label)[0]!,
    at: null,
  }))
  const document: Document = { ...bare, turns }
  const { mentions, entities } = (
    coreferenceStep.run(document, layers) as { layers: { mentions: Mention[]; entities: Entity[] } }
  ).layers
  const given = (
    attributionsStep.run(document, { ...layers, mentions }) as {
      layers: { attributions: Attribution[]; sourceKinds: Record<string, SourceKind> }
    }
  ).layers
  const named = (id: string | null | undefined): string => entities.find((e) => e.id === id)?.name ?? '-'
  /** Who told whom, from the innermost attribution at a word. */
  const chainAt = (word: string): string[] => {
    const at = places(text, word)[0]!.start
    const holding = given.attributions.filter((a) => a.content.some((s) => s.start <= at && at < s.end))
    const size = (a: Attribution): number => a.content.reduce((sum, s) => sum + s.end - s.start, 0)
    const inner = holding.sort((a, b) => size(a) - size(b))[0]
    return chainOf(document, inner?.id ?? null, given)
      .slice(1)
      .map((l) => `${l.who.text} (${named(l.who.entity)}, ${l.kind}, ${l.certainty})`)
  }
  return { document, mentions, named, chainAt, ...given }
}

describe('turns', () => {
  it('make their speaker the source of all that is said', () => {
    const { attributions, chainAt } = read('BROCK\nit burned\nit fell', [
      ['it burned it fell', 'BROCK', 'BROCK'],
    ])
    expect(attributions).toMatchObject([{ manner: 'direct', stance: 'asserts', cue: [], within: null }])
    expect(chainAt('fell')).toEqual(['BROCK (BROCK, named, certain)'])
  })

  it('hold what their speaker ascribes to others', () => {
    const { chainAt } = read('BROCK\nOrme said it burned', [['Orme said it burned', 'BROCK', 'BROCK']], {
      names: { Orme: 'Person' },
      attributions: [{ anchor: 'said', source: 'Orme', content: 'it burned' }],
    })
    expect(chainAt('burned')).toEqual(['BROCK (BROCK, named, certain)', 'Orme (Orme, named, certain)'])
  })

  it('hold each other where a mail quotes a mail', () => {
    const { chainAt } = read('Ada\nno\nTom\nyes', [
      ['no Tom yes', 'Ada', 'Ada'],
      ['yes', 'Tom', 'Tom'],
    ])
    expect(chainAt('yes').map((who) => who.split(' ')[0])).toEqual(['Ada', 'Tom'])
    expect(chainAt('no').map((who) => who.split(' ')[0])).toEqual(['Ada'])
  })

  it('keep the name of a speaker whom only the file tells, without a place', () => {
    const { document, chainAt, attributions, sourceKinds } = read('it burned', [
      ['it burned', 'Ada Brock', null],
    ])
    expect(chainAt('burned')).toEqual(['Ada Brock (-, named, certain)'])
    expect(chainOf(document, attributions[0]!.id, { attributions, sourceKinds })[1]!.who).toEqual({
      text: 'Ada Brock',
    })
  })

  it.each([
    ['HOST', 'role'],
    ['Q', 'unnamed'],
    ['Speaker 2', 'unnamed'],
    ['+49 170 1234567', 'unnamed'],
    ['ORME', 'named'],
  ])('of %s have a source that is %s', (speaker, kind) => {
    const { attributions, sourceKinds } = read('it burned', [['it burned', speaker, null]])
    expect(sourceKinds[attributions[0]!.id]).toBe(kind)
  })

  it('say who "I" is, outside quotation marks only', () => {
    const { mentions, named } = read('BROCK\nI fell\nORME\nI ran', [
      ['I fell', 'BROCK', 'BROCK'],
      ['I ran', 'ORME', 'ORME'],
    ])
    expect(mentions.filter((m) => m.text === 'I').map((m) => named(m.entity))).toEqual(['BROCK', 'ORME'])
  })
})

it('nest without circles whatever turns a file claims, each in the smallest that holds it', () => {
  const { document } = encodedOf('a b c d e f g h i j k l')
  const span = fc.tuple(fc.nat(22), fc.integer({ min: -2, max: 22 }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
      const turns = spans.map(([start, length]) => ({
        start,
        end: start + length,
        speaker: 'A',
        named: null,
        at: null,
      }))
      const spoken: Document = { ...document, turns }
      const own = turnsOf(spoken)
      expect(new Set(own.map(({ id }) => id)).size).toBe(own.length)
      own.forEach(({ start, end, within, id }, i) => {
        expect(turnWith(spoken, id)).toBe(own[i])
        if (within === null) return
        expect(within).toBeLessThan(i)
        expect(own[within]!.start <= start && end <= own[within]!.end).toBe(true)
      })
    }),
  )
})
