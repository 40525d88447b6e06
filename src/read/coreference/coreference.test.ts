import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { encodedOf, type Answers } from '../../../test/builders/encoded.js'
import type { Entity, Mention } from '../../schema/reading.js'
import type { Layers } from '../layers.js'
import type { Document } from '../../schema/document.js'
import { coreferenceStep } from './coreference.js'

function run(document: Document, layers: Pick<Layers, 'words' | 'encoded'>) {
  const { mentions, entities } = (
    coreferenceStep.run(document, layers) as {
      layers: { mentions: readonly Mention[]; entities: readonly Entity[] }
    }
  ).layers
  return { mentions, entities, text: document.info.text }
}
function read(notation: string, answers: Answers = {}, language = 'en') {
  const { document, layers } = encodedOf(notation, answers)
  return run({ ...document, info: { ...document.info, language } }, layers)
}

/** Mentions of each entity in text order; a mention of none stands alone in brackets. */
function clusters(notation: string, answers: Answers = {}): string[] {
  const { mentions, entities } = read(notation, answers)
  const of = (id: string | null): string[] => mentions.filter((m) => m.entity === id).map((m) => m.text)
  return [...entities.map((e) => of(e.id).join(' = ')), ...of(null).map((text) => `(${text})`)]
}

const people = (...names: string[]): NonNullable<Answers['names']> =>
  Object.fromEntries(names.map((n) => [n, 'Person' as const]))

describe('names', () => {
  it.each<[string, string, Answers, string[]]>([
    [
      'a surname is the latest before it who bears it',
      'Henrik Sørbye met Ada Brock . Later Brock left . Sørbye stayed',
      { names: people('Henrik Sørbye', 'Ada Brock', 'Brock', 'Sørbye') },
      ['Henrik Sørbye = Sørbye', 'Ada Brock = Brock'],
    ],
    [
      'a headline may name somebody by surname first',
      'Brock resigns\nAda Brock left',
      { names: people('Brock', 'Ada Brock') },
      ['Brock = Ada Brock'],
    ],
    [
      'but not where two come into question',
      'Brock resigns\nAda Brock and Tom Brock left',
      { names: people('Brock', 'Ada Brock', 'Tom Brock') },
      ['Brock', 'Ada Brock', 'Tom Brock'],
    ],
    [
      'two spellings of one name later are one',
      'Brock resigns\nAda Brock left . A. Brock stayed',
      { names: people('Brock', 'Ada Brock', 'A. Brock') },
      ['Brock = Ada Brock = A. Brock'],
    ],
    [
      'husband and wife stay apart',
      'Mr Brock and Mrs Brock left . Mrs Brock stayed . Mr Brock returned',
      { names: people('Mr Brock', 'Mrs Brock') },
      ['Mr Brock = Mr Brock', 'Mrs Brock = Mrs Brock'],
    ],
    [
      'an acronym before its long form and after',
      'NAO finds gaps\nThe National Audit Office said so . NAO would not say more',
      { names: { NAO: 'Organization', 'National Audit Office': 'Organization' } },
      ['NAO = National Audit Office = NAO'],
    ],
    [
      'a link does not join Ada with Tom, nor through their surname',
      'Ada Brock met Tom Brock and Brock left',
      { names: people('Ada Brock', 'Tom Brock'), links: [['Tom', 'Ada']] },
      ['Ada Brock', 'Tom Brock'],
    ],
    ['what holds no letter joins nothing', '— saw —', { names: { '—': 'Organization' } }, ['—', '—']],
  ])('%s', (_, notation, answers, expected) => expect(clusters(notation, answers)).toEqual(expected))
})

describe('links', () => {
  const names = people('Ada Brock', 'Tad Furlong')
  it.each<[string, string, Answers, string[]]>([
    [
      'join pronouns and nouns to whom they mean',
      'Ada Brock told Tad Furlong that she feared the mayor and he smiled',
      {
        names,
        nouns: { mayor: 'Person' },
        links: [
          ['she', 'Ada'],
          ['he', 'mayor'],
        ],
      },
      ['Ada Brock = she', 'Tad Furlong', 'mayor = he'],
    ],
    [
      'do not join him and her',
      'Ada Brock said she and he left',
      {
        names,
        links: [
          ['she', 'Ada'],
          ['he', 'she'],
        ],
      },
      ['Ada Brock = she', '(he)'],
    ],
    [
      'do not make a person a thing',
      'Ada Brock saw it',
      { names, links: [['it', 'Ada']] },
      ['Ada Brock', '(it)'],
    ],
  ])('%s', (_, notation, answers, expected) => {
    const used = Object.fromEntries(Object.entries(answers.names!).filter(([n]) => notation.includes(n)))
    expect(clusters(notation, { ...answers, names: used })).toEqual(expected)
  })

  it('give the classes of an equivalence: who is linked, over however many others, is one', () =>
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 14 }),
        fc.array(fc.tuple(fc.nat(13), fc.nat(13))),
        (size, pairs) => {
          const forms = Array.from({ length: size }, () => 'they')
          const { document, layers } = encodedOf(forms.join(' '))
          const links = pairs
            .filter(([a, b]) => a < size && b < size)
            .map(([word, antecedent]) => ({ word, antecedent, score: 0.8 }))
          const { mentions } = run(document, { ...layers, encoded: { ...layers.encoded, corefLinks: links } })
          const reached = (from: number): Set<number> => {
            const seen = new Set([from])
            for (const k of seen)
              for (const { word, antecedent } of links) {
                if (word === k) seen.add(antecedent)
                if (antecedent === k) seen.add(word)
              }
            return seen
          }
          for (let a = 0; a < size; a++) {
            const own = reached(a)
            for (let b = 0; b < size; b++)
              if (a !== b)
                expect(mentions[a]!.entity !== null && mentions[a]!.entity === mentions[b]!.entity).toBe(
                  own.has(b),
                )
          }
        },
      ),
    ))
})

describe('what the text says of names', () => {
  it.each<[string, string, Answers, string[]]>([
    [
      'born, and every later use of either',
      'Ada Brock , born Ada Lind , left . Ada Brock met Ms Lind',
      { names: people('Ada Brock', 'Ada Lind', 'Ms Lind') },
      ['Ada Brock = Ada Lind = Ada Brock = Ms Lind'],
    ],
    [
      'also known as, in quotation marks',
      'Tad Furlong , also known as “ Ox Riley ” , left',
      { names: people('Tad Furlong', 'Ox Riley') },
      ['Tad Furlong = Ox Riley'],
    ],
    [
      'an acronym in brackets, even of another type',
      'The Calm Bay Trust ( CBT ) left',
      { names: { 'Calm Bay Trust': 'Organization', CBT: 'Place' } },
      ['Calm Bay Trust = CBT'],
    ],
    [
      'brackets around something else',
      'The Calm Bay Trust ( Kelso ) left',
      { names: { 'Calm Bay Trust': 'Organization', Kelso: 'Place' } },
      ['Calm Bay Trust', 'Kelso'],
    ],
    [
      'one who calls another is not the other',
      'Ada Brock called Tad Furlong',
      { names: people('Ada Brock', 'Tad Furlong') },
      ['Ada Brock', 'Tad Furlong'],
    ],
    [
      'an apposition',
      'Ada/PROPN/7/nsubj Brock/PROPN/1/flat ,/PUNCT/5/punct a/DET/5/det nurse/NOUN/1/appos ,/PUNCT/5/punct left/VERB/0/root',
      { names: people('Ada Brock'), nouns: { nurse: 'Person' } },
      ['Ada Brock, a nurse = Ada Brock = a nurse'],
    ],
    [
      'but not of two names',
      'Calm/PROPN/4/nsubj Bay/PROPN/1/flat Kelso/PROPN/1/appos fell/VERB/0/root',
      { names: { 'Calm Bay': 'Place', Kelso: 'Place' } },
      ['Calm Bay Kelso = Calm Bay', 'Kelso'],
    ],
    [
      'the same definite words, however far apart',
      'the/DET/2/det mill/NOUN/3/nsubj burned/VERB/0/root\nthe/DET/2/det mill/NOUN/3/nsubj stood/VERB/0/root near/ADP/6/case a/DET/6/det mill/NOUN/3/obl',
      { nouns: { mill: 'Object' } },
      ['the mill = the mill', '(a mill)'],
    ],
  ])('%s', (_, notation, answers, expected) => expect(clusters(notation, answers)).toEqual(expected))
}) // prettier-ignore

describe('"I"', () => {
  const said = { anchor: 'said', source: 'Ada Brock' }
  it.each<[string, string, Answers, string[]]>([
    [
      'is who is quoted',
      '“ I left ” , said Ada Brock',
      { names: people('Ada Brock'), attributions: [{ ...said, content: '“ I left ”'.replaceAll('“ ', '“').replaceAll(' ”', '”') }] },
      ['I = Ada Brock'],
    ],
    [
      'is the writer where nobody is quoted',
      'Ada Brock said I left',
      { names: people('Ada Brock'), attributions: [{ ...said, content: 'I left' }] },
      ['Ada Brock', '(I)'],
    ],
    [
      'is the speaker of a transcript',
      'Ada Brock : I left',
      { names: people('Ada Brock'), attributions: [{ anchor: 'left', cue: '', source: 'Ada Brock', content: 'I left' }] },
      ['Ada Brock = I'],
    ],
    [
      'is whoever quotes what "I" said',
      '“ I said I left ” , wrote Ada Brock',
      {
        names: people('Ada Brock'),
        attributions: [
          { anchor: 'said', source: 'I@1', content: 'I@2 … left' },
          { anchor: 'wrote', source: 'Ada Brock', content: '“I said I left”' },
        ],
      },
      ['I = I = Ada Brock'],
    ],
    [
      'is no modifier of who is quoted',
      '“/PUNCT/3/punct I/PRON/3/nsubj left/VERB/6/ccomp ”/PUNCT/3/punct ,/PUNCT/6/punct said/VERB/0/root the/DET/8/det brother/NOUN/6/nsubj of/ADP/10/case Ada/PROPN/8/nmod Brock/PROPN/10/flat',
      {
        names: people('Ada Brock'),
        nouns: { brother: 'Person' },
        attributions: [{ anchor: 'said', source: 'the brother of Ada Brock', content: '“I left”' }],
      },
      ['I = the brother of Ada Brock', 'Ada Brock'],
    ],
  ])('%s', (_, notation, answers, expected) => expect(clusters(notation, answers)).toEqual(expected))

  it('ends where each of two quotes the other', () => {
    const { document, layers } = encodedOf('“ I said I thought so ”')
    const of = (first: number, last: number) => ({ first, last })
    const cross = (anchor: number, source: number, content: number) => ({
      anchor,
      source: [of(source, source + 1)],
      cue: [of(anchor, anchor + 1)],
      content: [of(content, content + 1)],
      stance: 'asserts' as const,
      kind: null,
      score: 0.9,
    })
    const attributions = [cross(2, 1, 4), cross(4, 3, 2)]
    const { mentions } = run(document, { ...layers, encoded: { ...layers.encoded, attributions } })
    expect(mentions.map((m) => m.entity)).toEqual([null, null])
  })
}) // prettier-ignore

describe('entities', () => {
  it('bear the fullest name, and the others as aliases', () => {
    const notation = "Brock left . Ada M. Brock stayed . Ada Brock 's left . Brock went"
    const { entities } = read(notation, { names: people('Brock', 'Ada M. Brock', 'Ada Brock') })
    expect(entities).toMatchObject([
      { type: 'Person', name: 'Ada M. Brock', aliases: ['Brock', 'Ada Brock'] },
    ])
  })

  it('take the first description where no name is given', () => {
    const answers: Answers = { nouns: { clerk: 'Person', man: 'Person' }, links: [['man', 'clerk']] }
    expect(read('clerk left and man stayed', answers).entities).toMatchObject([
      { name: 'clerk', aliases: [] },
    ])
  })

  it('are not made of a thing or a pronoun mentioned once', () =>
    expect(
      read('he saw bus and clerk', { nouns: { bus: 'Object', clerk: 'Person' } }).entities,
    ).toMatchObject([{ name: 'clerk' }]))

  it('are names alone in a language that is not read', () => {
    const answers: Answers = { names: people('Ada Brock'), nouns: { Beamtin: 'Person' } }
    const texts = (language: string): string[] =>
      read('Ada Brock traf me und Beamtin', answers, language).mentions.map((m) => m.text)
    expect(texts('de')).toEqual(['Ada Brock'])
    expect(texts('en')).toEqual(['Ada Brock', 'me', 'Beamtin'])
  })
})

/** Documents of names, nouns, pronouns and links at random, over random trees. */
const anything = fc
  .array(fc.constantFrom('Ada', 'Brock', 'Tom', 'she', 'it', 'clerk', '“', '”', ',', 'I', 'said', 'who'), {
    minLength: 1,
    maxLength: 25,
  })
  .chain((forms) =>
    fc.record({
      forms: fc.constant(forms),
      heads: fc.array(fc.nat(forms.length), { minLength: forms.length, maxLength: forms.length }),
      deprels: fc.array(fc.constantFrom('appos', 'flat', 'nsubj', 'acl:relcl', 'conj', 'punct', 'nmod'), {
        minLength: forms.length,
        maxLength: forms.length,
      }),
      links: fc.array(fc.tuple(fc.nat(forms.length - 1), fc.nat(forms.length - 1))),
    }),
  )

it('gives each mention an id of its own, and its own characters, whatever the encoder says', () =>
  fc.assert(
    fc.property(anything, ({ forms, heads, deprels, links }) => {
      const notation = forms.map(
        (f, k) => `${f}/${/\w/.test(f) ? 'PRON' : 'PUNCT'}/${heads[k]!}/${deprels[k]!}`,
      )
      const { document, layers } = encodedOf(notation.join(' '))
      const { words } = layers
      const encoded = {
        ...layers.encoded,
        names: words.flatMap((w, k) => (/^(?:Ada|Tom)$/.test(w.text) ? [{ first: k, last: Math.min(k + (words[k + 1]?.text === 'Brock' ? 2 : 1), words.length), type: 'Person' as const }] : [])),
        mentionType: words.map((w) => (w.text === 'clerk' ? ('Person' as const) : null)),
        corefLinks: links.map(([word, antecedent]) => ({ word, antecedent, score: 0.9 })),
        attributions: words.flatMap((w, k) => (w.text === 'said' && k > 0 && k + 1 < words.length ? [{ anchor: k, source: [{ first: k - 1, last: k }], cue: [{ first: k, last: k + 1 }], content: [{ first: k + 1, last: words.length }], stance: 'asserts' as const, kind: null, score: 0.9 }] : [])),
      } // prettier-ignore
      const { mentions, entities, text } = run(document, { words, encoded })
      expect(new Set(mentions.map((m) => m.id)).size).toBe(mentions.length)
      expect(new Set(entities.map((e) => e.id)).size).toBe(entities.length)
      for (const m of mentions) {
        expect(m.text).toBe(text.slice(m.start, m.end))
        expect(m.text.trim()).toBe(m.text)
        if (m.entity !== null) expect(entities.map((e) => e.id)).toContain(m.entity)
      }
      for (const e of entities) expect(mentions.some((m) => m.entity === e.id)).toBe(true)
    }),
  ))

describe('long documents', () => {
  /** Seconds of this process's own computing: the machine may be busy with others. */
  const seconds = (work: () => void): number => {
    const before = process.cpuUsage()
    work()
    return process.cpuUsage(before).user / 1e6
  }
  const named = (count: number, nameOf: (i: number) => string) => {
    const { document, layers } = encodedOf(Array.from({ length: count }, (_, i) => nameOf(i)).join(' '))
    const names = Array.from({ length: count }, (_, i) => ({
      first: 2 * i,
      last: 2 * i + 2,
      type: 'Person' as const,
    }))
    return () => run(document, { ...layers, encoded: { ...layers.encoded, names } })
  }

  it.each<[string, (i: number) => string]>([
    ['copies of one name', () => 'Ada Brock'],
    ['names of one family', (i) => `Ada${i} Brock`],
  ])(
    '25,000 %s take seconds',
    (_, nameOf) => {
      const work = named(25_000, nameOf)
      expect(seconds(work)).toBeLessThan(5)
    },
    240_000,
  )
})
