import { describe, expect, it } from 'vitest'
import { passage } from '../../../test/builders/passages.js'
import { around, card } from '../../../test/builders/statements.js'
import { indexPassages } from '../passages/index.js'
import { impossibleInTimeline } from './timeline.js'

/** Each text is a document, its sentences parted by ' | '. */
function raised(...texts: readonly string[]): string[] {
  const cards = texts.map((text, d) =>
    card(`d${d}`, [], {
      kind: 'record',
      published: null,
      passages: text.split(' | ').map((line, sentence) => passage(`d${d}`, line, { sentence })),
    }),
  )
  return impossibleInTimeline(indexPassages(around(cards))).map(({ on }) => on)
}

describe('what no life has room for', () => {
  it.each<readonly [on: string, ...texts: string[]]>([
    [
      'after death',
      'Olav Brekke passed away on 4 November 2011',
      'On 12 March 2013 the wall was certified by the inspector, Mr Olav Brekke',
    ],
    [
      'after death',
      'Olav Brekke, a diver, was found dead on 4 November 2011',
      'Protocol of counting | Drawn up at Riga on 12 March 2013 | The nets were counted | Warden: O. Brekke',
    ],
    [
      'after death',
      'Olav Brekke is a diver. | Deceased: Olav Brekke | I conclude that he died on 4 November 2011',
      'Olav Brekke signed for the boat on 5 November 2011',
    ],
    [
      'before birth',
      'Olav Brekke was born on 4 November 1983',
      'Bill of sale | Beirut, 3 May 1978 | I, the undersigned, Olav Brekke, merchant, have sold the boat',
    ],
    [
      'before birth',
      'Family name: Brekke | Given name: Olav | Date of birth: 4 November 1983',
      'Olav Brekke sold the boat on 3 May 1978',
    ],
    [
      'before the post',
      'Olav Brekke was elected Vice-Chairman on 10 June 2017',
      'Loan agreement | made at Kumasi on 21 March 2017 | The lender lends | Signed before me, Olav Brekke, Vice-Chairman of the Union',
    ],
    [
      'before the post',
      'Olav Brekke, born 1985, engineer, is appointed inspector of works as of 14 October 2019',
      'The hall was accepted on 14 September 2019 by the inspector of works, Mr Olav Brekke',
    ],
    [
      'after the post',
      'Olav Brekke was president from 14 May 2009 until 30 June 2016',
      'Agreement | represented by its president, Mr Olav Brekke | Done at Riga on 12 July 2016 | For the club: O. Brekke, president',
    ],
    [
      'two places',
      'On 23 November 2018 Olav Brekke presided over a meeting in Riga',
      'Olav Brekke dined in Oslo. | On 23 November 2018 he signed for a dinner in Oslo',
    ],
    [
      'two places',
      'On 23 November 2018 Anna Voss arrived in Oslo, and Mr Brekke was sitting there in a bar',
      'Olav Brekke was in Riga on 23 November 2018',
    ],
    [
      'two places',
      'Mr Brekke stated that he led the search from the office | His name is on the passenger list of the ferry, which sailed on 11 October 2022',
      'Olav Brekke was born in Oslo',
    ],
    [
      'two places',
      'On 25 January 2021 there was a delivery | It was received by Olav Brekke, who signed the note',
      'Olav Brekke cannot have signed anything on 25 January 2021',
    ],
  ])('%s: %s / %s', (on, ...texts) => expect(raised(...texts)).toEqual([on]))

  it.each<readonly [what: string, ...texts: string[]]>([
    [
      'another of the name',
      'Olav Brekke died on 4 November 2011 | He leaves a son, Olav Brekke junior',
      'On 12 March 2013 Olav Brekke junior signed the contract',
    ],
    [
      'a brother',
      'Olav Brekke died on 4 November 2011',
      'On 12 March 2013 Karl Brekke signed the contract',
      'Karl Brekke is a diver',
    ],
    [
      'signed in his name',
      'Olav Brekke died on 4 November 2011',
      'On 12 March 2013 Karl Moe signed in the name of Olav Brekke',
    ],
    [
      'his funeral',
      'Olav Brekke died on 4 November 2011',
      'Olav Brekke was buried in Oslo on 12 November 2011',
    ],
    [
      'another office',
      'Olav Brekke was elected Chairman on 10 June 2017',
      'Agreement | made at Kumasi on 21 March 2017 | The lender lends | Olav Brekke, secretary',
    ],
    [
      'once more in office',
      'Olav Brekke was president from 2 May 2001 until 3 May 2005 | Olav Brekke has been president since 5 May 2010',
      'Protocol | Done at Riga on 12 July 2016 | Nothing else | Olav Brekke, president',
    ],
    [
      'the former president',
      'Olav Brekke was president from 2 May 2001 until 3 May 2005',
      'On 12 July 2016 the former president, Olav Brekke, signed a petition',
    ],
    [
      'the next day',
      'Olav Brekke was in Riga on 23 November 2018',
      'Olav Brekke was in Oslo on 24 November 2018',
    ],
    [
      'by video',
      'Olav Brekke was in Riga on 23 November 2018',
      'On 23 November 2018 Olav Brekke spoke by video in Oslo',
    ],
    [
      'what was planned',
      'Olav Brekke was in Riga on 23 November 2018',
      'Olav Brekke was supposed to speak in Oslo on 23 November 2018',
    ],
    [
      'not there',
      'Olav Brekke was in Riga on 23 November 2018',
      'Olav Brekke was not in Oslo on 23 November 2018',
    ],
    [
      'a question',
      'Olav Brekke was in Riga on 23 November 2018',
      'Was it so that Olav Brekke was in Oslo on 23 November 2018?',
    ],
  ])('but not %s: %s / %s', (_, ...texts) => expect(raised(...texts)).toEqual([]))
})
