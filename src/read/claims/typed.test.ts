import { describe, expect, test } from 'vitest'
import { linesOf } from '../../../test/builders/claims.js'
import type { Marks } from '../../../test/builders/layers.js'

const people = (...names: string[]): NonNullable<Marks['mentions']> =>
  Object.fromEntries(names.map((n) => [n, 'Person' as const]))

type Case = readonly [name: string, notation: string, marks: Marks, expected: readonly string[]]

const CASES: readonly Case[] = [
  [
    'birth: a date and a place are two claims',
    'Brock/PROPN/3/nsubj:pass was/AUX/3/aux:pass born/VERB/0/root in/ADP/5/case Oran/PROPN/3/obl in/ADP/7/case 1961/NUM/3/obl ./PUNCT/3/punct',
    { mentions: { Brock: 'Person', Oran: 'Place' }, times: { '1961': '1961' } },
    [
      'birthPlace | Brock | be bear in | Oran | @1961 | #Oran',
      'birthDate | Brock | be bear in | 1961 | @1961 | #Oran',
    ],
  ],
  [
    'birth in brackets',
    'Brock/PROPN/8/nsubj (/PUNCT/3/punct born/VERB/1/parataxis 1961/NUM/3/obl:unmarked )/PUNCT/3/punct is/AUX/8/cop a/DET/8/det nurse/NOUN/0/root',
    { mentions: people('Brock'), times: { '1961': '1961' } },
    ['birthDate | Brock | be bear | 1961 | @1961', 'position | Brock | be | a nurse'],
  ],
  [
    'born into poverty is no place',
    'Brock/PROPN/3/nsubj:pass was/AUX/3/aux:pass born/VERB/0/root in/ADP/5/case poverty/NOUN/3/obl',
    { mentions: people('Brock') },
    ['- | Brock | be bear in | poverty'],
  ],
  [
    'a body in brackets behind a place is no other name of it',
    'OLVANY/PROPN/0/root (/PUNCT/3/punct Nova/PROPN/1/appos )/PUNCT/3/punct',
    { mentions: { OLVANY: 'Place', Nova: 'Organization' } },
    [],
  ],
  [
    'a rank before a rank employs nobody',
    'Detective/PROPN/2/compound Sergeant/PROPN/3/nmod:desc Brock/PROPN/4/nsubj fled/VERB/0/root/flee',
    { mentions: people('Brock') },
    [
      'position | Detective Sergeant Brock | be | Detective Sergeant',
      '- | Detective Sergeant Brock | flee | -',
    ],
  ],
  [
    'native',
    'Brock/PROPN/5/nsubj is/AUX/5/cop an/DET/5/det Oran/PROPN/5/compound native/NOUN/0/root',
    { mentions: { Brock: 'Person', Oran: 'Place' } },
    ['birthPlace | Brock | be native of | Oran', '- | Brock | be | an Oran native'],
  ],
  [
    'death and its cause',
    'Brock/PROPN/2/nsubj died/VERB/0/root of/ADP/4/case cholera/NOUN/2/obl in/ADP/6/case Oran/PROPN/2/obl',
    { mentions: { Brock: 'Person', Oran: 'Place' } },
    ['deathPlace | Brock | die in | Oran | #Oran', 'causeOfDeath | Brock | die of | cholera | #Oran'],
  ],
  [
    'killing by event noun',
    'The/DET/2/det murder/NOUN/7/nsubj of/ADP/4/case Orr/PROPN/2/nmod by/ADP/6/case Voss/PROPN/2/nmod shocked/VERB/0/root/shock Oran/PROPN/7/obj',
    { mentions: { Orr: 'Person', Voss: 'Person', Oran: 'Place' } },
    ['killing | Orr | be murder by | Voss', '- | The murder of Orr by Voss | shock | Oran'],
  ],
  [
    'son of two parents',
    'Tom/PROPN/0/root ,/PUNCT/3/punct son/NOUN/1/appos of/ADP/5/case Ada/PROPN/3/nmod and/CCONJ/7/cc Ben/PROPN/5/conj',
    { mentions: people('Tom', 'Ada', 'Ben') },
    ['parent | Tom | be son of | Ada', 'parent | Tom | be son of | Ben', '- | Tom | be | son of Ada and Ben'],
  ],
  [
    'children of "have"',
    'They/PRON/2/nsubj have/VERB/0/root two/NUM/4/nummod sons/NOUN/2/obj/son ,/PUNCT/6/punct Tom/PROPN/4/appos and/CCONJ/8/cc Ben/PROPN/6/conj',
    { mentions: people('They', 'Tom', 'Ben') },
    ['parent | Tom | be son of | They', 'parent | Ben | be son of | They', '- | They | have | two sons'],
  ],
  [
    'husband by name',
    'Her/PRON/2/nmod:poss husband/NOUN/5/nsubj ,/PUNCT/4/punct Tom/PROPN/2/appos fled/VERB/0/root',
    { mentions: people('Her', 'Tom') },
    ['spouse | Tom | be husband of | Her', '- | Her husband | flee | -'],
  ],
  [
    'two marry each other',
    'Ada/PROPN/4/nsubj and/CCONJ/3/cc Tom/PROPN/1/conj married/VERB/0/root/marry in/ADP/6/case 1998/NUM/4/obl',
    { mentions: people('Ada', 'Tom'), times: { '1998': '1998' } },
    ['spouse | Ada | marry | Tom | @1998'],
  ],
  [
    'position, employer and chief executive of one apposition',
    'Brock/PROPN/0/root ,/PUNCT/3/punct CEO/NOUN/1/appos of/ADP/5/case Meridian/PROPN/3/nmod',
    { mentions: { Brock: 'Person', Meridian: 'Organization' } },
    [
      'ceo | Meridian | have ceo | Brock',
      'employer | Brock | be ceo of | Meridian',
      'position | Brock | be | CEO of Meridian',
    ],
  ],
  [
    'spokesman before a name',
    'Meridian/PROPN/2/compound spokesman/NOUN/3/nmod:desc Tad/PROPN/5/nsubj Furlong/PROPN/3/flat fled/VERB/0/root',
    { mentions: { 'Tad Furlong': 'Person', Meridian: 'Organization' } },
    [
      'employer | Meridian spokesman Tad Furlong | be spokesman of | Meridian',
      'position | Meridian spokesman Tad Furlong | be | Meridian spokesman',
      '- | Meridian spokesman Tad Furlong | flee | -',
    ],
  ],
  [
    'works for',
    'Brock/PROPN/2/nsubj worked/VERB/0/root/work for/ADP/4/case Meridian/PROPN/2/obl from/ADP/6/case 2009/NUM/2/obl to/ADP/8/case 2014/NUM/2/obl',
    { mentions: { Brock: 'Person', Meridian: 'Organization' }, times: { '2009': '2009', '2014': '2014' } },
    ['employer | Brock | work for | Meridian | @2009/2014'],
  ],
  [
    'appointed to a post',
    'Brock/PROPN/3/nsubj:pass was/AUX/3/aux:pass appointed/VERB/0/root/appoint director/NOUN/3/xcomp of/ADP/6/case Meridian/PROPN/4/nmod',
    { mentions: { Brock: 'Person', Meridian: 'Organization' } },
    [
      'employer | Brock | be director of | Meridian',
      'appointment | Brock | be appoint | director of Meridian',
      'position | Brock | be | director of Meridian',
      'director | Meridian | have director | Brock',
    ],
  ],
  [
    'party member, not employee',
    'Brock/PROPN/4/nsubj is/AUX/4/cop a/DET/4/det member/NOUN/0/root of/ADP/8/case the/DET/8/det Harvest/PROPN/8/compound Party/PROPN/4/nmod',
    { mentions: { Brock: 'Person', 'the Harvest Party': 'Organization' } },
    [
      'politicalParty | Brock | be member of | the Harvest Party',
      '- | Brock | be | a member of the Harvest Party',
    ],
  ],
  [
    'founder, date and place',
    'Meridian/PROPN/3/nsubj:pass was/AUX/3/aux:pass founded/VERB/0/root by/ADP/5/case Brock/PROPN/3/obl:agent in/ADP/7/case 1990/NUM/3/obl',
    { mentions: { Brock: 'Person', Meridian: 'Organization' }, times: { '1990': '1990' } },
    [
      'founder | Meridian | be found by | Brock | @1990',
      'foundingDate | Meridian | be found in | 1990 | @1990',
    ],
  ],
  [
    'the active says the same',
    'Brock/PROPN/2/nsubj founded/VERB/0/root Meridian/PROPN/2/obj',
    { mentions: { Brock: 'Person', Meridian: 'Organization' } },
    ['founder | Meridian | be found by | Brock'],
  ],
  [
    'headquarters before the noun',
    'the/DET/5/det Oran/PROPN/4/compound -/PUNCT/4/punct based/VERB/5/amod/base firm/NOUN/0/root',
    { mentions: { Oran: 'Place', 'the Oran-based firm': 'Organization' } },
    ['headquarters | the Oran-based firm | be base in | Oran | #Oran'],
  ],
  [
    'subsidiary',
    'Calder/PROPN/4/nsubj is/AUX/4/cop a/DET/4/det unit/NOUN/0/root of/ADP/6/case Meridian/PROPN/4/nmod',
    { mentions: { Calder: 'Organization', Meridian: 'Organization' } },
    ['parentOrganization | Calder | be unit of | Meridian', '- | Calder | be | a unit of Meridian'],
  ],
  [
    'degree from a university',
    'She/PRON/2/nsubj earned/VERB/0/root/earn a/DET/4/det degree/NOUN/2/obj from/ADP/7/case Kelso/PROPN/7/compound University/PROPN/4/nmod',
    { mentions: { She: 'Person', 'Kelso University': 'Organization' } },
    [
      'educatedAt | She | earn from | Kelso University',
      'academicDegree | She | earn | a degree from Kelso University',
    ],
  ],
  [
    'nationality and occupation',
    'Brock/PROPN/5/nsubj is/AUX/5/cop a/DET/5/det Norwegian/ADJ/5/amod politician/NOUN/0/root',
    { mentions: people('Brock') },
    ['occupation | Brock | be | a Norwegian politician', 'nationality | Brock | be | Norwegian'],
  ],
  [
    'residence, and where a relative clause puts it',
    'Oran/PROPN/0/root ,/PUNCT/5/punct where/ADV/5/advmod she/PRON/5/nsubj lives/VERB/1/acl:relcl/live',
    { mentions: { Oran: 'Place', she: 'Person' } },
    ['residence | she | live in | Oran | #Oran'],
  ],
  [
    'arrest with its charge',
    'Police/NOUN/2/nsubj arrested/VERB/0/root Brock/PROPN/2/obj for/ADP/5/case fraud/NOUN/2/obl in/ADP/7/case May/PROPN/2/obl',
    { mentions: { Brock: 'Person', Police: 'Organization' }, times: { May: '2011-05' } },
    ['arrest | Brock | be arrest by | Police | @2011-05'],
  ],
  [
    'sentence',
    'He/PRON/3/nsubj:pass was/AUX/3/aux:pass sentenced/VERB/0/root/sentence to/ADP/6/case five/NUM/6/nummod years/NOUN/3/obl',
    { mentions: people('He'), quantities: { 'five years': [5, 'year'] } },
    ['sentence | He | be sentence to | five years'],
  ],
  [
    'payment to somebody',
    'Meridian/PROPN/2/nsubj paid/VERB/0/root 75,000/NUM/4/nummod euros/NOUN/2/obj to/ADP/6/case Brock/PROPN/2/obl',
    {
      mentions: { Meridian: 'Organization', Brock: 'Person' },
      quantities: { '75,000 euros': [75000, 'EUR'] },
    },
    ['payment | Meridian | pay | 75,000 euros'],
  ],
  [
    'passive payment',
    '75,000/NUM/2/nummod euros/NOUN/4/nsubj:pass was/AUX/4/aux:pass transferred/VERB/0/root/transfer to/ADP/6/case Brock/PROPN/4/obl',
    { mentions: { Brock: 'Person' }, quantities: { '75,000 euros': [75000, 'EUR'] } },
    ['transfer | 75,000 euros | be transfer to | Brock'],
  ],
  [
    'by name where a noun stands beside it',
    'Meridian/PROPN/3/nsubj:pass was/AUX/3/aux:pass founded/VERB/0/root by/ADP/6/case a/DET/6/det merchant/NOUN/3/obl:agent ,/PUNCT/8/punct Tad/PROPN/6/appos',
    { mentions: { Meridian: 'Organization', 'a merchant': 'Person', Tad: 'Person' } },
    ['founder | Meridian | be found by | Tad', 'occupation | Tad | be | a merchant'],
  ],
  [
    'a nationality anywhere before the noun',
    'Brock/PROPN/6/nsubj is/AUX/6/cop a/DET/6/det Canadian/ADJ/5/amod football/NOUN/6/compound player/NOUN/0/root',
    { mentions: people('Brock') },
    ['nationality | Brock | be | Canadian', 'position | Brock | be | a Canadian football player'],
  ],
  [
    'two names that coreference took for one are not lost',
    'Meridian/PROPN/5/nsubj is/AUX/5/cop a/DET/5/det unit/NOUN/5/compound subsidiary/NOUN/0/root of/ADP/7/case Meridian-Oran/PROPN/5/nmod',
    { mentions: { Meridian: 'Organization', 'Meridian-Oran': 'Organization' } },
    [
      'parentOrganization | Meridian | be subsidiary of | Meridian-Oran',
      '- | Meridian | be | a unit subsidiary of Meridian-Oran',
    ],
  ],
  [
    'event noun with a role',
    "Brock/PROPN/3/nmod:poss 's/PART/1/case resignation/NOUN/6/nsubj as/ADP/5/case mayor/NOUN/3/nmod surprised/VERB/0/root/surprise Oran/PROPN/6/obj",
    { mentions: { Brock: 'Person', Oran: 'Place' } },
    ['resignation | Brock | resign as | mayor', "- | Brock's resignation as mayor | surprise | Oran"],
  ],
]

describe('typed claims', () => {
  test.each(CASES)('%s', (_, notation, marks, expected) => {
    expect(linesOf(notation, marks).sort()).toEqual([...expected].sort())
  })
})
