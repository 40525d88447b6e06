import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimsIn, linesOf } from '../../../test/builders/claims.js'
import { documentOf, layersOf, type Marks } from '../../../test/builders/layers.js'
import type { Word } from '../layers.js'
import { claims, claimsOf } from './claims.js'

describe('who says it', () => {
  const SAID =
    'Brock/PROPN/2/nsubj said/VERB/0/root that/SCONJ/5/mark Voss/PROPN/5/nsubj fled/VERB/2/ccomp abroad/ADV/5/advmod ./PUNCT/2/punct'
  const BY_BROCK: Marks = {
    attributions: [{ source: 'Brock', cue: 'said', content: 'that Voss fled abroad' }],
  }

  test('what the document says itself has a chain of one', () => {
    const [claim] = claimsIn('Voss/PROPN/2/nsubj fled/VERB/0/root ./PUNCT/2/punct')
    expect(claim!.chain.map((l) => [l.who.text, l.kind])).toEqual([['The Kelso Courier', 'document']])
  })

  test('content of an attribution is claimed through its source; the saying itself is no claim', () => {
    const found = claimsIn(SAID, BY_BROCK)
    expect(found.map((c) => c.predicate)).toEqual(['flee'])
    expect(found[0]!.chain.map((l) => l.who.text)).toEqual(['The Kelso Courier', 'Brock'])
    expect(found[0]!.certainty).toBe('certain')
  })

  test('where what is ascribed claims nothing, who ascribes it does: an attitude to a thing is a claim', () => {
    const found = claimsIn(
      'Brock/PROPN/2/nsubj knew/VERB/0/root/know of/ADP/5/case the/DET/5/det purchase/NOUN/2/obl ./PUNCT/2/punct',
      {
        attributions: [{ source: 'Brock', cue: 'knew of', content: 'the purchase', stance: 'believes' }],
      },
    )
    expect(found.map((c) => [c.subject.text, c.predicate, c.object?.text])).toEqual([
      ['Brock', 'know of', 'the purchase'],
    ])
    expect(found[0]!.chain).toHaveLength(1)
  })

  test('nested attributions are links from the outermost to the origin', () => {
    const text =
      'Brock/PROPN/2/nsubj said/VERB/0/root Orr/PROPN/4/nsubj denies/VERB/2/ccomp/deny that/SCONJ/7/mark Voss/PROPN/7/nsubj fled/VERB/4/ccomp'
    const [claim] = claimsIn(text, {
      attributions: [
        { source: 'Brock', cue: 'said', content: 'Orr denies that Voss fled' },
        { source: 'Orr', cue: 'denies', content: 'that Voss fled', stance: 'denies', within: 0 },
      ],
    }).filter((c) => c.predicate === 'flee')
    expect(claim!.chain.map((l) => l.who.text)).toEqual(['The Kelso Courier', 'Brock', 'Orr'])
    expect([claim!.polarity, claim!.certainty]).toEqual(['negative', 'certain'])
  })

  test.each([
    ['asserts', 'positive'],
    ['believes', 'positive'],
    ['doubts', 'negative'],
    // "Brock said it was a lie" says what it says; a verb that denies turns it round (denials.test.ts)
    ['denies', 'positive'],
    ['orders', 'positive'],
  ] as const)('a source that %s it leaves it %s, no firmer than its link does', (stance, polarity) => {
    const [claim] = claimsIn(SAID, { attributions: [{ ...BY_BROCK.attributions![0]!, stance }] })
    expect(claim!.polarity).toBe(polarity)
    expect(claim!.certainty).toBe(claim!.chain[1]!.certainty)
  })

  test('a denied denial is affirmed', () => {
    const text =
      'Orr/PROPN/2/nsubj denies/VERB/0/root/deny that/SCONJ/7/mark Voss/PROPN/7/nsubj did/AUX/7/aux not/PART/7/advmod pay/VERB/2/ccomp'
    const [claim] = claimsIn(text, {
      attributions: [{ source: 'Orr', cue: 'denies', content: 'that Voss did not pay', stance: 'denies' }],
    })
    expect(claim!.polarity).toBe('positive')
  })

  test('what stands in apposition to the source is the document’s own', () => {
    const text =
      'Brock/PROPN/6/nsubj ,/PUNCT/4/punct a/DET/4/det clerk/NOUN/1/appos ,/PUNCT/4/punct said/VERB/0/root Voss/PROPN/8/nsubj fled/VERB/6/ccomp'
    const found = claimsIn(text, {
      mentions: { Brock: 'Person', Voss: 'Person' },
      attributions: [{ source: 'Brock, a clerk', cue: 'said', content: 'Voss fled' }],
    })
    expect(found.map((c) => [c.property, c.chain.length])).toEqual([
      ['position', 1],
      [null, 2],
    ])
  })

  test('an ascribing verb with a typed property stays a claim', () => {
    const text = 'Brock/PROPN/2/nsubj denied/VERB/0/root/deny the/DET/4/det charges/NOUN/2/obj'
    const found = linesOf(text, {
      mentions: { Brock: 'Person' },
      attributions: [{ source: 'Brock', cue: 'denied', content: 'the charges', stance: 'denies' }],
    })
    expect(found).toEqual(['denial | Brock | deny | the charges'])
  })
})

describe('how firmly', () => {
  test.each([
    ['Voss/PROPN/3/nsubj may/AUX/3/aux flee/VERB/0/root', '- | Voss | flee | - | possible', ['may']],
    [
      'Voss/PROPN/4/nsubj may/AUX/4/aux have/AUX/4/aux fled/VERB/0/root',
      '- | Voss | flee | - | possible',
      ['may have'],
    ],
    [
      'Voss/PROPN/3/nsubj reportedly/ADV/3/advmod fled/VERB/0/root',
      '- | Voss | flee | - | probable',
      ['reportedly'],
    ],
    ['Voss/PROPN/3/nsubj will/AUX/3/aux flee/VERB/0/root', '- | Voss | flee | -', []],
    [
      'Voss/PROPN/2/nsubj seems/VERB/0/root/seem to/PART/5/mark have/AUX/5/aux fled/VERB/2/xcomp',
      '- | Voss | flee | - | probable',
      ['seems'],
    ],
    [
      'Voss/PROPN/2/nsubj failed/VERB/0/root/fail to/PART/4/mark pay/VERB/2/xcomp',
      'payment | Voss | pay | - | not',
      [],
    ],
    [
      'Voss/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod pay/VERB/0/root',
      'payment | Voss | pay | - | not',
      [],
    ],
    [
      'Voss/PROPN/4/nsubj is/AUX/4/cop not/PART/4/advmod guilty/ADJ/0/root',
      '- | Voss | be guilty | - | not',
      [],
    ],
    [
      'Did/AUX/3/aux Voss/PROPN/3/nsubj pay/VERB/0/root ?/PUNCT/3/punct',
      'payment | Voss | pay | - | unknown',
      [],
    ],
  ])('%s', (notation, expected, hedges) => {
    const { document, layers } = layersOf(notation)
    expect(linesOf(notation)).toEqual([expected])
    const [claim] = claimsOf(document, layers)
    expect(claim!.hedges.map((h) => document.info.text.slice(h.start, h.end))).toEqual(hedges)
  })

  test('the encoder can weaken what the rules take as plain, in the document’s own voice', () => {
    const text = 'Voss/PROPN/2/nsubj fled/VERB/0/root'
    const withModel = (value: number) => linesOf(text, { factuality: [0, value] })[0]
    expect(withModel(2.5)).toBe('- | Voss | flee | -')
    expect(withModel(0.9)).toBe('- | Voss | flee | - | probable')
    expect(withModel(0)).toBe('- | Voss | flee | - | unknown')
  })

  test('"would" leaves it open, but not where somebody’s "will" is reported', () => {
    const text = 'Brock/PROPN/2/nsubj said/VERB/0/root Voss/PROPN/5/nsubj would/AUX/5/aux flee/VERB/2/ccomp'
    const reported = { attributions: [{ source: 'Brock', cue: 'said', content: 'Voss would flee' }] }
    const [claim] = claimsIn(text, reported)
    expect([claim!.certainty, claim!.hedges]).toEqual(['certain', []])
    expect(linesOf('Voss/PROPN/3/nsubj would/AUX/3/aux flee/VERB/0/root')).toEqual([
      '- | Voss | flee | - | possible',
    ])
  })

  test('"rarely" denies without certainty', () => {
    expect(linesOf('Voss/PROPN/3/nsubj rarely/ADV/3/advmod sings/VERB/0/root/sing')).toEqual([
      '- | Voss | sing | - | not | probable',
    ])
  })
})

describe('without a typed property', () => {
  test.each([
    [
      'an oblique becomes the object and its preposition part of the phrase',
      'Voss/PROPN/2/nsubj ran/VERB/0/root into/ADP/5/case the/DET/5/det sea/NOUN/2/obl',
      ['- | Voss | run into | the sea'],
    ],
    [
      'a complement is folded in',
      'Voss/PROPN/2/nsubj tried/VERB/0/root/try to/PART/4/mark open/VERB/2/xcomp the/DET/6/det safe/NOUN/4/obj',
      ['- | Voss | try to open | the safe', '- | Voss | open | the safe | unknown'],
    ],
    [
      'existence',
      'There/PRON/2/expl was/VERB/0/root a/DET/4/det fire/NOUN/2/nsubj',
      ['- | a fire | exist | -'],
    ],
    [
      'an adjective with its preposition',
      'Voss/PROPN/3/nsubj is/AUX/3/cop afraid/ADJ/0/root of/ADP/5/case Brock/PROPN/3/obl',
      ['- | Voss | be afraid of | Brock'],
    ],
    [
      'people joined by "and" are claimed of one by one',
      'Voss/PROPN/4/nsubj and/CCONJ/3/cc Orr/PROPN/1/conj fled/VERB/0/root',
      ['- | Voss | flee | -', '- | Orr | flee | -'],
    ],
    [
      'but not what they do together',
      'Voss/PROPN/4/nsubj and/CCONJ/3/cc Orr/PROPN/1/conj quarreled/VERB/0/root/quarrel',
      ['- | Voss and Orr | quarrel | -'],
    ],
    ['nobody asks who', 'Who/PRON/2/nsubj fled/VERB/0/root ?/PUNCT/2/punct', []],
  ])('%s', (_, notation, expected) => {
    expect(linesOf(notation).sort()).toEqual([...expected].sort())
  })

  test('further participants are roles', () => {
    const text =
      'Voss/PROPN/2/nsubj carried/VERB/0/root/carry gold/NOUN/2/obj from/ADP/5/case Oran/PROPN/2/obl for/ADP/7/case Brock/PROPN/2/obl'
    expect(claimsIn(text)[0]!.roles.map((r) => [r.role, r.term.text])).toEqual([
      ['from', 'Oran'],
      ['for', 'Brock'],
    ])
  })
})

describe('when', () => {
  const at = (prepositions: string): string | null => {
    const notation = `Voss/PROPN/2/nsubj sang/VERB/0/root ${prepositions}`
    return claimsIn(notation, {
      times: Object.fromEntries(['2009', '2014'].filter((y) => notation.includes(y)).map((y) => [y, y])),
    })[0]!.time
  }
  test.each([
    ['in/ADP/4/case 2009/NUM/2/obl', '2009'],
    ['since/ADP/4/case 2009/NUM/2/obl', '2009/..'],
    ['until/ADP/4/case 2014/NUM/2/obl', '../2014'],
    ['from/ADP/4/case 2009/NUM/2/obl to/ADP/6/case 2014/NUM/2/obl', '2009/2014'],
    ['after/ADP/4/case 2009/NUM/2/obl', '2009/..'],
    ['well/ADV/2/advmod', null],
  ])('%s', (prepositions, expected) => {
    expect(at(prepositions)).toBe(expected)
  })
})

describe('whatever the parser and the other steps say', () => {
  const RELATIONS = [
    'nsubj',
    'nsubj:pass',
    'obj',
    'obl',
    'obl:agent',
    'nmod',
    'nmod:poss',
    'nmod:desc',
    'appos',
    'acl',
    'acl:relcl',
    'advcl',
    'ccomp',
    'xcomp',
    'conj',
    'cc',
    'cop',
    'aux',
    'aux:pass',
    'case',
    'mark',
    'advmod',
    'punct',
    'parataxis',
    'root',
    'flat',
    'compound',
    'expl',
  ]
  const UPOS = ['NOUN', 'PROPN', 'VERB', 'AUX', 'ADJ', 'PRON', 'ADP', 'ADV', 'PUNCT', 'SCONJ', 'NUM']
  const FORMS = [
    'was',
    'born',
    'founded',
    'by',
    'in',
    'Oran',
    'Brock',
    'who',
    'where',
    'to',
    'not',
    'said',
    ',',
    'son',
    'of',
    "'s",
    '(',
    'resignation',
    'CEO',
    'may',
    'have',
    '2009',
    'and',
  ]
  const word = fc.record({
    form: fc.constantFrom(...FORMS),
    upos: fc.constantFrom(...UPOS),
    deprel: fc.constantFrom(...RELATIONS),
    head: fc.integer({ min: -1, max: 14 }),
  })

  test('every quotation is the text’s own characters', () => {
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 15 }),
        fc.integer({ min: 0, max: 14 }),
        (words, from) => {
          const notation = words.map((w) => `${w.form}/${w.upos}/${w.head + 1}/${w.deprel}`).join(' ')
          const { document, layers } = layersOf(notation)
          const text = document.info.text
          const content = layers.words.slice(from)
          const attributions = content[0]
            ? [
                {
                  id: 'a',
                  source: [],
                  cue: [],
                  content: [{ start: content[0].start, end: text.length }],
                  speaker: null,
                  manner: 'indirect' as const,
                  stance: 'denies' as const,
                  within: 'a',
                },
              ]
            : []
          for (const claim of claimsOf(document, { ...layers, attributions })) {
            expect(claim.text).toBe(claim.evidence.map((s) => text.slice(s.start, s.end)).join(' … '))
            expect(claim.evidence.length).toBeGreaterThan(0)
            for (const term of [
              claim.subject,
              ...(claim.object ? [claim.object] : []),
              ...claim.roles.map((r) => r.term),
            ])
              expect(text.slice(term.start, term.end)).toBe(term.text)
            for (const { start, end } of [...claim.evidence, ...claim.hedges])
              expect(end).toBeGreaterThan(start)
          }
        },
      ),
      { numRuns: 400 },
    )
  })

  test('the same document gives the same claims', () => {
    const text = 'Brock/PROPN/2/nsubj founded/VERB/0/root Meridian/PROPN/2/obj'
    expect(claimsIn(text)).toEqual(claimsIn(text))
  })

  test.each([
    ['a chain of nouns', 'nmod', 'NOUN'],
    ['a chain of clauses', 'ccomp', 'VERB'],
    ['a chain of relative clauses', 'acl:relcl', 'VERB'],
    ['a chain of conjuncts', 'conj', 'VERB'],
    ['a chain of complements', 'xcomp', 'VERB'],
    ['a chain of kin', 'nmod:poss', 'NOUN'],
  ])('%s of 2,000 words is read in no time', (_, deprel, upos) => {
    const size = 2000
    const words: Word[] = Array.from({ length: size }, (_w, i) => ({
      start: i * 4,
      end: i * 4 + 3,
      text: 'son',
      sentence: 0,
    }))
    const { layers } = layersOf('a/NOUN/0/root')
    const syntax = words.map((_w, i) => ({ upos, lemma: 'son', head: i - 1, deprel }))
    const text = words.map((w) => w.text).join(' ')
    const started = process.cpuUsage()
    claimsOf(documentOf(text), {
      ...layers,
      words,
      sentences: [{ start: 0, end: text.length, first: 0, last: size }],
      encoded: { ...layers.encoded, syntax },
    })
    expect(process.cpuUsage(started).user / 1000).toBeLessThan(3000)
  })
})

test('the step gives what it declares', async () => {
  const { document, layers } = layersOf('Voss/PROPN/2/nsubj fled/VERB/0/root')
  const result = await claims.run(document, layers)
  expect(Object.keys(result.layers)).toEqual([...claims.gives])
})
