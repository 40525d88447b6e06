import { describe, expect, test } from 'vitest'
import { layersOf } from '../../../test/builders/layers.js'
import { evidenceOf, lineOf } from '../../../test/builders/propositions.js'
import { extractPropositions } from './extract.js'

function propositions(notation: string, untypedToo = true): string[] {
  const { document, layers } = layersOf(notation)
  return extractPropositions(layers)
    .filter((p) => untypedToo || !p.typedOnly)
    .map((p) => lineOf(document.info.text, layers, p))
}

function evidences(notation: string): string[] {
  const { document, layers } = layersOf(notation)
  return extractPropositions(layers).map((p) => evidenceOf(document.info.text, layers, p))
}

const AUCTION =
  'Ada/PROPN/2/nsubj sold/VERB/0/root Tom/PROPN/2/iobj the/DET/5/det mill/NOUN/2/obj in/ADP/7/case May/PROPN/2/obl ./PUNCT/2/punct'

describe('verbs', () => {
  test('give their participants deep roles and prepositions', () => {
    expect(propositions(AUCTION)).toEqual(['sell agent=Ada | recipient=Tom | patient=the mill | in=May'])
  })

  test('in the passive have the subject as patient and the by-phrase as agent', () => {
    const text =
      'The/DET/2/det mill/NOUN/4/nsubj:pass was/AUX/4/aux:pass founded/VERB/0/root by/ADP/6/case Brock/PROPN/4/obl:agent in/ADP/8/case Oran/PROPN/4/obl'
    expect(propositions(text)).toEqual(['found (passive) patient=The mill | agent=Brock | in=Oran'])
  })

  test('in the passive of giving have the subject as recipient', () => {
    const text = 'Brock/PROPN/3/nsubj:pass was/AUX/3/aux:pass paid/VERB/0/root money/NOUN/3/obj'
    expect(propositions(text)).toEqual(['pay (passive) recipient=Brock | patient=money'])
  })

  test('take their particle into the lemma', () => {
    const text = 'Brock/PROPN/2/nsubj set/VERB/0/root up/ADP/2/compound:prt a/DET/5/det firm/NOUN/2/obj'
    expect(propositions(text)).toEqual(['set up agent=Brock | patient=a firm'])
  })

  test('joined by "and" share the subject, and the object that follows both', () => {
    const text =
      'Police/NOUN/2/nsubj arrested/VERB/0/root and/CCONJ/4/cc questioned/VERB/2/conj the/DET/6/det clerk/NOUN/2/obj'
    expect(propositions(text)).toEqual([
      'arrest agent=Police | patient=the clerk',
      'question agent=Police | patient=the clerk',
    ])
  })

  test('joined to a passive are passive too, but not an intransitive', () => {
    const text =
      'He/PRON/3/nsubj:pass was/AUX/3/aux:pass arrested/VERB/0/root ,/PUNCT/5/punct charged/VERB/3/conj and/CCONJ/7/cc died/VERB/3/conj'
    expect(propositions(text)).toEqual([
      'arrest (passive) patient=He',
      'charge (passive) patient=He',
      'die agent=He',
    ])
  })
})

describe('a subject that stands elsewhere', () => {
  test.each([
    [
      'participle before its clause',
      'Raised/VERB/5/advcl/raise in/ADP/3/case Oran/PROPN/1/obl she/PRON/5/nsubj fled/VERB/0/root',
      ['raise (passive) patient=she | in=Oran', 'flee agent=she'],
    ],
    [
      'participle after its noun',
      'a/DET/2/det firm/NOUN/0/root founded/VERB/2/acl by/ADP/5/case Brock/PROPN/3/obl:agent',
      ['found (passive) patient=a firm | agent=Brock'],
    ],
    [
      'bracketed birth',
      'Brock/PROPN/6/nsubj (/PUNCT/3/punct born/VERB/1/parataxis 1961/NUM/3/obl:unmarked )/PUNCT/3/punct sang/VERB/0/root',
      ['bear (passive) patient=Brock | unmarked=1961', 'sang agent=Brock'],
    ],
    [
      'relative pronoun',
      'the/DET/2/det clerk/NOUN/0/root who/PRON/4/nsubj forged/VERB/2/acl:relcl it/PRON/4/obj',
      ['forge agent=the clerk | patient=it'],
    ],
    [
      'relative clause without a pronoun',
      'the/DET/2/det firm/NOUN/0/root she/PRON/4/nsubj founded/VERB/2/acl:relcl',
      ['found agent=she | patient=the firm'],
    ],
    [
      'stranded preposition',
      'the/DET/2/det bank/NOUN/0/root he/PRON/4/nsubj works/VERB/2/acl:relcl/work for/ADP/4/obl',
      ['work agent=he | for=the bank'],
    ],
    [
      'where',
      'Oran/PROPN/0/root ,/PUNCT/5/punct where/ADV/5/advmod she/PRON/5/nsubj died/VERB/1/acl:relcl',
      ['die in=Oran | agent=she'],
    ],
    [
      'object control',
      'They/PRON/2/nsubj forced/VERB/0/root/force Brock/PROPN/2/obj to/PART/5/mark resign/VERB/2/xcomp',
      ['force agent=They | patient=Brock | clause=resign', 'resign agent=Brock'],
    ],
    [
      'subject control over an object',
      'She/PRON/2/nsubj promised/VERB/0/root/promise him/PRON/2/iobj to/PART/5/mark pay/VERB/2/xcomp',
      ['promise agent=She | recipient=him | clause=pay', 'pay agent=She'],
    ],
    [
      'raising from a passive',
      'He/PRON/3/nsubj:pass is/AUX/3/aux:pass said/VERB/0/root to/PART/6/mark have/AUX/6/aux fled/VERB/3/xcomp',
      ['say (passive) patient=He | clause=have fled', 'flee agent=He'],
    ],
    [
      'noun that decides',
      'her/PRON/2/nmod:poss decision/NOUN/0/root to/PART/4/mark resign/VERB/2/acl',
      ['resign agent=her'],
    ],
    [
      'predicate noun with a relative clause',
      'Brock/PROPN/4/nsubj is/AUX/4/cop a/DET/4/det nurse/NOUN/0/root who/PRON/6/nsubj fled/VERB/4/acl:relcl',
      ['nurse self=Brock', 'flee agent=Brock'],
    ],
  ])('%s', (_, notation, expected) => {
    const got = propositions(notation, false)
    // Slots of a clause before its subject may come in any order.
    const sorted = (lines: readonly string[]) => lines.map((l) => l.split(/ \| | (?=\w+=)/).sort())
    expect(sorted(got)).toEqual(sorted(expected))
  })
})

describe('nouns said of somebody', () => {
  test.each([
    [
      'copula',
      'Brock/PROPN/4/nsubj is/AUX/4/cop the/DET/4/det owner/NOUN/0/root of/ADP/6/case Meridian/PROPN/4/nmod',
      'owner self=Brock | of=Meridian',
    ],
    [
      'apposition',
      'Ada/PROPN/0/root Brock/PROPN/1/flat ,/PUNCT/5/punct a/DET/5/det nurse/NOUN/1/appos at/ADP/8/case the/DET/8/det clinic/NOUN/5/nmod',
      'nurse self=Ada Brock | at=the clinic',
    ],
    [
      'name in apposition',
      'her/PRON/2/nmod:poss husband/NOUN/0/root ,/PUNCT/4/punct Tom/PROPN/2/appos',
      'husband self=Tom | poss=her',
    ],
    [
      'title',
      'Meridian/PROPN/2/compound spokesman/NOUN/3/nmod:desc Tad/PROPN/0/root Furlong/PROPN/3/flat',
      'spokesman self=Meridian spokesman Tad Furlong | compound=Meridian',
    ],
    ['title the older way', 'spokesman/NOUN/2/compound Tad/PROPN/0/root', 'spokesman self=spokesman Tad'],
    [
      'role after "as"',
      'She/PRON/2/nsubj served/VERB/0/root/serve as/ADP/4/case mayor/NOUN/2/obl of/ADP/6/case Oran/PROPN/4/nmod',
      'mayor self=She | of=Oran',
    ],
    [
      'role of an object',
      'They/PRON/2/nsubj appointed/VERB/0/root/appoint Brock/PROPN/2/obj director/NOUN/2/xcomp',
      'director self=Brock',
    ],
    [
      'possession',
      "Brock/PROPN/3/nmod:poss 's/PART/1/case son/NOUN/0/root",
      "son self=Brock's son | poss=Brock",
    ],
    [
      'kin of "have"',
      'They/PRON/2/nsubj have/VERB/0/root a/DET/4/det son/NOUN/2/obj ,/PUNCT/6/punct Tom/PROPN/4/appos',
      'son self=Tom | poss=They',
    ],
    [
      'kin with "named"',
      'She/PRON/2/nsubj had/VERB/0/root a/DET/4/det daughter/NOUN/2/obj named/VERB/4/acl/name Eve/PROPN/5/xcomp',
      'daughter self=Eve | poss=She',
    ],
    [
      'participle before a noun',
      'an/DET/5/det Oran/PROPN/4/compound -/PUNCT/4/punct based/VERB/5/amod/base firm/NOUN/0/root',
      'base (passive) patient=an Oran-based firm | in=Oran',
    ],
  ])('%s', (_, notation, expected) => {
    expect(propositions(notation)).toContain(expected)
  })

  test('coordinated, share what only one of them carries', () => {
    const text =
      'Brock/PROPN/4/nsubj is/AUX/4/cop the/DET/4/det founder/NOUN/0/root and/CCONJ/6/cc head/NOUN/4/conj of/ADP/8/case Meridian/PROPN/6/nmod'
    expect(propositions(text)).toEqual(
      expect.arrayContaining(['founder self=Brock | of=Meridian', 'head self=Brock | of=Meridian']),
    )
  })

  test('leave honorifics alone', () => {
    expect(propositions('Mr./PROPN/2/nmod:desc Brock/PROPN/0/root')).toEqual([])
  })
})

describe('nouns that name an event', () => {
  test.each([
    ["Brock/PROPN/3/nmod:poss 's/PART/1/case resignation/NOUN/0/root", 'resign agent=Brock'],
    [
      'the/DET/2/det killing/NOUN/0/root of/ADP/4/case Orr/PROPN/2/nmod by/ADP/6/case Voss/PROPN/2/nmod',
      'kill patient=Orr | agent=Voss',
    ],
    [
      'his/PRON/2/nmod:poss arrest/NOUN/0/root in/ADP/4/case May/PROPN/2/nmod',
      'arrest (passive) patient=his | in=May',
    ],
    [
      "Voss/PROPN/3/nmod:poss 's/PART/1/case killing/NOUN/0/root of/ADP/5/case Orr/PROPN/3/nmod",
      'kill agent=Voss | patient=Orr',
    ],
    [
      'the/DET/2/det sale/NOUN/0/root of/ADP/5/case the/DET/5/det port/NOUN/2/nmod to/ADP/7/case Meridian/PROPN/2/nmod',
      'sell (passive) patient=the port | to=Meridian',
    ],
  ])('%s', (notation, expected) => {
    expect(propositions(notation)).toContain(expected)
  })
})

describe('other predicates', () => {
  test.each([
    [
      'existence',
      'There/PRON/2/expl was/VERB/0/root a/DET/4/det fire/NOUN/2/nsubj in/ADP/7/case the/DET/7/det depot/NOUN/2/obl',
      'exist agent=a fire | in=the depot',
    ],
    [
      'place',
      'The/DET/2/det plant/NOUN/5/nsubj is/AUX/5/cop in/ADP/5/case Oran/PROPN/0/root',
      'be self=The plant | in=Oran',
    ],
    [
      'adjective',
      'The/DET/2/det deal/NOUN/4/nsubj is/AUX/4/cop worth/ADJ/0/root 3/NUM/6/nummod euros/NOUN/4/obl:unmarked',
      'worth self=The deal | unmarked=3 euros',
    ],
    [
      'adjective beside its noun',
      'Brock/PROPN/0/root ,/PUNCT/3/punct unable/ADJ/1/acl to/PART/5/mark pay/VERB/3/xcomp',
      'unable self=Brock | clause=pay',
    ],
  ])('%s', (_, notation, expected) => {
    expect(propositions(notation)).toContain(expected)
  })
})

describe('what parsers often get wrong', () => {
  test.each([
    [
      'a clause after brackets hung beside the name',
      'Brock/PROPN/0/root (/PUNCT/3/punct 1961/NUM/1/nmod:unmarked )/PUNCT/3/punct is/AUX/7/cop a/DET/7/det nurse/NOUN/1/parataxis',
      'nurse self=Brock',
    ],
    [
      'the subject of a copula hung loosely',
      'Brock/PROPN/4/dep is/AUX/4/cop a/DET/4/det nurse/NOUN/0/root',
      'nurse self=Brock',
    ],
    [
      'part of the predicate taken for the subject',
      'Brock/PROPN/6/dep was/AUX/6/cop a/DET/6/det Harvest/PROPN/5/compound Party/PROPN/6/nsubj man/NOUN/0/root',
      'man self=Brock | compound=Harvest Party',
    ],
    [
      'a particle taken for an adverb',
      'She/PRON/2/nsubj grew/VERB/0/root/grow up/ADP/2/advmod in/ADP/5/case Oran/PROPN/2/obl',
      'grow up agent=She | in=Oran',
    ],
    [
      'a name after a verb taken for a title',
      'Les/PROPN/2/nsubj married/VERB/0/root/marry Eve/PROPN/2/nmod:desc',
      'marry agent=Les | patient=Eve',
    ],
    [
      'a complement with a preposition taken for part of a name',
      'Tom/PROPN/4/nsubj is/AUX/4/cop the/DET/4/det son/NOUN/0/root of/ADP/6/case Ada/PROPN/4/flat',
      'son self=Tom | of=Ada',
    ],
    [
      'an apposition taken for coordination',
      'Tom/PROPN/0/root ,/PUNCT/3/punct husband/NOUN/1/conj of/ADP/5/case Ada/PROPN/3/nmod',
      'husband self=Tom | of=Ada',
    ],
    [
      'a name after a relation taken for coordination',
      'He/PRON/8/nsubj and/CCONJ/4/cc his/PRON/4/nmod:poss wife/NOUN/1/conj ,/PUNCT/6/punct Eve/PROPN/1/conj ,/PUNCT/6/punct fled/VERB/0/root',
      'wife self=Eve | poss=his',
    ],
    [
      'a place hung on a date',
      'Brock/PROPN/0/root (/PUNCT/3/punct born/VERB/1/acl 1961/NUM/3/obl:unmarked in/ADP/6/case Oran/PROPN/4/nmod )/PUNCT/3/punct',
      'bear (passive) patient=Brock | unmarked=1961 in Oran | in=Oran',
    ],
    [
      'a date hung on the name after its participle',
      'Brock/PROPN/0/root (/PUNCT/3/punct born/VERB/1/acl 1961/NUM/1/appos )/PUNCT/3/punct',
      'bear (passive) patient=Brock | unmarked=1961',
    ],
  ])('%s', (_, notation, expected) => {
    expect(propositions(notation)).toContain(expected)
  })
})

describe('roles given in other ways', () => {
  test.each([
    [
      'held the post of',
      'She/PRON/2/nsubj held/VERB/0/root the/DET/4/det post/NOUN/2/obj of/ADP/6/case director/NOUN/4/nmod',
      'director self=She',
    ],
    [
      'before the sentence, after "as"',
      'As/ADP/3/case a/DET/3/det unit/NOUN/8/obl of/ADP/5/case Meridian/PROPN/3/nmod ,/PUNCT/3/punct it/PRON/8/nsubj sells/VERB/0/root',
      'unit self=it | of=Meridian',
    ],
    [
      'before the sentence, bare',
      'A/DET/2/det clerk/NOUN/7/nsubj at/ADP/4/case Meridian/PROPN/2/nmod ,/PUNCT/2/punct he/PRON/7/nsubj fled/VERB/0/root',
      'clerk self=he | at=Meridian',
    ],
    [
      'by naming whom the subject describes',
      'Their/PRON/2/nmod:poss sons/NOUN/4/nsubj/son were/AUX/4/cop Tom/PROPN/0/root and/CCONJ/6/cc Ben/PROPN/4/conj',
      'son self=Tom | poss=Their',
    ],
    [
      'joined as',
      'She/PRON/2/nsubj joined/VERB/0/root/join Meridian/PROPN/2/obj as/ADP/5/case clerk/NOUN/3/nmod',
      'clerk self=She',
    ],
  ])('%s', (_, notation, expected) => {
    expect(propositions(notation)).toContain(expected)
  })
})

test('what follows two verbs belongs to both where the first has nothing of its own', () => {
  const born =
    'He/PRON/3/nsubj:pass was/AUX/3/aux:pass born/VERB/0/root and/CCONJ/5/cc raised/VERB/3/conj/raise in/ADP/7/case Oran/PROPN/5/obl'
  expect(propositions(born)).toEqual([
    'bear (passive) patient=He | in=Oran',
    'raise (passive) patient=He | in=Oran',
  ])
  const owned =
    'It/PRON/3/nsubj:pass is/AUX/3/aux:pass owned/VERB/0/root/own by/ADP/5/case Voss/PROPN/3/obl:agent and/CCONJ/8/cc is/AUX/8/aux:pass based/VERB/3/conj/base in/ADP/10/case Oran/PROPN/3/obl'
  expect(propositions(owned)).toEqual([
    'own (passive) patient=It | agent=Voss',
    'base (passive) patient=It | in=Oran',
  ])
})

describe('evidence', () => {
  test('is the clause without the clauses inside it, split where they stood', () => {
    const text =
      'Brock/PROPN/5/nsubj ,/PUNCT/4/punct who/PRON/4/nsubj fled/VERB/1/acl:relcl sold/VERB/0/root the/DET/7/det mill/NOUN/5/obj ./PUNCT/5/punct'
    expect(evidences(text)).toEqual(['Brock, who fled', 'Brock … sold the mill'])
  })

  test('takes the subject it shares', () => {
    const text =
      'Brock/PROPN/2/nsubj lied/VERB/0/root/lie on/ADP/4/case Monday/PROPN/2/obl and/CCONJ/6/cc fled/VERB/2/conj ./PUNCT/2/punct'
    expect(evidences(text)).toEqual(['Brock lied on Monday', 'Brock … fled'])
  })

  test('takes the verbs above that say whether it happened', () => {
    const text =
      'Brock/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod manage/VERB/0/root to/PART/6/mark pay/VERB/4/xcomp ./PUNCT/4/punct'
    expect(evidences(text)[1]).toBe('Brock did not manage to pay')
  })

  test('takes the modal it shares', () => {
    const text = 'It/PRON/3/nsubj may/AUX/3/aux sell/VERB/0/root or/CCONJ/5/cc close/VERB/3/conj'
    expect(evidences(text)[1]).toBe('It may … close')
  })
})
