import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../schema/document.js'
import { edtfInterval } from '../../schema/edtf.js'
import type { Span } from '../../schema/span.js'
import { readTimes } from './read-times.js'
import { timexes } from './time-expression.js'
import { times } from './times.js'

/** One sentence a line. */
const lines = (text: string): Span[] => {
  const out: Span[] = []
  let start = 0
  for (const line of text.split('\n')) {
    if (line !== '') out.push({ start, end: start + line.length })
    start += line.length + 1
  }
  return out
}
const read = (text: string, published: string | null = '2014-05-20') =>
  readTimes(text, lines(text), published)
/** `text=EDTF` of each time; `-` for no EDTF. */
const said = (text: string, published?: string | null): string[] =>
  read(text, published).map((t) => `${t.text}=${t.edtf ?? '-'}`)
/** `text=TYPE value` of each TIMEX3. */
const timex = (text: string, published?: string | null): string[] =>
  timexes(read(text, published)).map((t) => `${t.text}=${t.type} ${t.value}`)

type Case = readonly [text: string, ...times: string[]]
const table = (cases: readonly Case[], published?: string | null): void => {
  it.each(cases)('%s', (text, ...expected) => expect(said(text, published)).toEqual(expected))
}

// Published on a Tuesday, 20 May 2014, unless a case says otherwise.
describe('dates given in full', () => {
  table([
    ['She left Arlen on 4 May 2014.', '4 May 2014=2014-05-04'],
    ['It opened on the 4th of May, 2014, at noon.', 'the 4th of May, 2014, at noon=2014-05-04'],
    ['May 4, 2014 was wet.', 'May 4, 2014=2014-05-04'],
    ['It opened May 4th 2014.', 'May 4th 2014=2014-05-04'],
    ['On Sunday, 4 May 2014, it rained.', 'Sunday, 4 May 2014=2014-05-04'],
    ['Signed 2014-05-04 in Arlen.', '2014-05-04=2014-05-04'],
    ['Logged at 2014-05-04T10:00:00Z by the guard.', '2014-05-04T10:00:00Z=2014-05-04T10:00:00Z'],
    ['Logged at 2014-05-04T10:00 by the guard.', '2014-05-04T10:00=2014-05-04'],
    ['The deed of 4.5.2014 is missing.', '4.5.2014=2014-05-04'],
    ['Paid on 25/12/2013 in cash.', '25/12/2013=2013-12-25'],
    ['In May 2014 it closed.', 'May 2014=2014-05'],
    ['The report of Sept. 2012 says so.', 'Sept. 2012=2012-09'],
    ['They met in 1820.', '1820=1820'],
    ['Caesar died in 44 BC.', '44 BC=-0043'],
    ['He died on 30 September 420.', '30 September 420=0420-09-30'],
    ['There is no 31 February 2014.', '31 February 2014=-'],
  ])

  it('leaves 5/4/2014 at its year until another date shows which number is the day', () => {
    expect(said('Paid on 5/4/2014.')).toEqual(['5/4/2014=2014'])
    expect(said('Paid on 5/4/2014 and on 25/4/2014.')).toEqual([
      '5/4/2014=2014-04-05',
      '25/4/2014=2014-04-25',
    ])
  })
})

describe('stretches of the calendar', () => {
  table([
    ['In the summer of 2020 it burned.', 'summer of 2020=2020-22'],
    ['It closed in spring 2012.', 'spring 2012=2012-21'],
    ['the 1990s', '1990s=199X'],
    ['Since the late 1990s little changed.', 'Since the late 1990s=1995/..'],
    ["the mid-'90s", "the mid-'90s=1993/1997"],
    ['a chapel of the 19th century', '19th century=18XX'],
    ['early 20th-century maps', 'early 20th-century=1900/1939'],
    ['the third quarter of 2008', 'third quarter of 2008=2008-07/2008-09'],
    ['Q3 2008 was bad.', 'Q3 2008=2008-07/2008-09'],
    ['the first half of 2009', 'first half of 2009=2009-01/2009-06'],
    ['in fiscal 2008', 'fiscal 2008=2008~'],
    ['in FY2008', 'FY2008=2008~'],
    ['early 2014', 'early 2014=2014-01/2014-04'],
    ['mid-July 2013', 'mid-July 2013=2013-07-11/2013-07-20'],
    ['at the end of March 2013', 'the end of March 2013=2013-03-21/2013-03-31'],
    ['circa 1820', 'circa 1820=1820~'],
    ['c. 1820', 'c. 1820=1820~'],
    ['around 3 May 2013', 'around 3 May 2013=2013-05-03~'],
    ['the first three months of 2009', 'the first three months of 2009=2009-01/2009-03'],
    ['the last week of May 2013', 'the last week of May 2013=2013-05-25/2013-05-31'],
    ['the third Monday in April 2014', 'the third Monday in April 2014=2014-04-21'],
    ['the week of 7 May 2014', 'the week of 7 May 2014=2014-05-05/2014-05-11'],
    ['On Christmas Day 2013 it snowed.', 'Christmas Day 2013=2013-12-25'],
    ['On Easter Monday 2014 it rained.', 'Easter Monday 2014=2014-04-21'],
  ])
})

describe('ranges', () => {
  table([
    ['from 2003 to 2007', 'from 2003 to 2007=2003/2007'],
    ['between 12 and 14 May 2013', 'between 12 and 14 May 2013=2013-05-12/2013-05-14'],
    ['12-14 May 2013', '12-14 May 2013=2013-05-12/2013-05-14'],
    ['May 12–14, 2013', 'May 12–14, 2013=2013-05-12/2013-05-14'],
    ['from May to July 2013', 'from May to July 2013=2013-05/2013-07'],
    ['from November to February 2013', 'from November to February 2013=2012-11/2013-02'],
    ['from 30 May 2012 until 2 June', 'from 30 May 2012 until 2 June=2012-05-30/2012-06-02'],
    ['the war of 1939-45', '1939-45=1939/1945'],
    ['Oda Lind (1820–1871)', '1820–1871=1820/1871'],
    ['between 1656 and 1662', 'between 1656 and 1662=1656/1662'],
    ['She was mayor from Monday to Friday.', 'from Monday to Friday=2014-05-19/2014-05-23'],
    ['since March 2013', 'since March 2013=2013-03/..'],
    ['until 2018', 'until 2018=../2018'],
    ['It must be done by 2018.', 'by 2018=../2018'],
    ['It was not until 1900 that she came.', '1900=1900'],
    ["since Tuesday's vote", 'Tuesday=2014-05-20'],
  ])

  it('keeps the ends as parts', () => {
    expect(timex('It ran from 2003 to 2007.')).toEqual(['2003=DATE 2003', '2007=DATE 2007'])
  })
})

describe('times counted from the date of publication', () => {
  table([
    ['She left yesterday.', 'yesterday=2014-05-19'],
    ['She left the day before yesterday.', 'the day before yesterday=2014-05-18'],
    ['She will leave tomorrow.', 'tomorrow=2014-05-21'],
    ['She left last night.', 'last night=2014-05-19'],
    ['She left on Friday.', 'Friday=2014-05-16'],
    ['She said so on Tuesday.', 'Tuesday=2014-05-20'],
    ['They gave her until Friday.', 'until Friday=../2014-05-23'],
    ['They gave her until 18 June.', 'until 18 June=../2014-06-18'],
    ['Over the weekend she left.', 'the weekend=2014-05-17/2014-05-18'],
    ['This past week she left.', 'This past week=2014-05-12/2014-05-18'],
    ['The trial is set to begin on Friday.', 'Friday=2014-05-23'],
    ['She left last Friday.', 'last Friday=2014-05-16'],
    ['She leaves next Friday.', 'next Friday=2014-05-23'],
    ['She left last week.', 'last week=2014-05-12/2014-05-18'],
    ['She left earlier this week.', 'earlier this week=2014-05-19/2014-05-20'],
    ['It will open later this year.', 'later this year=2014-05-20/2014-12-31'],
    ['She left last March.', 'last March=2014-03'],
    ['She left in March last year.', 'March last year=2013-03'],
    ['She left in October.', 'October=2013-10'],
    ['It will close in October.', 'October=2014-10'],
    ['The hearing was held on 18 June.', '18 June=2013-06-18'],
    ['The hearing will be held on 18 June.', '18 June=2014-06-18'],
    ['She left last summer.', 'last summer=2013-22'],
    ['She left two years ago.', 'two years ago=2012'],
    ['She left six months ago.', 'six months ago=2013-11'],
    ['She left three days ago.', 'three days ago=2014-05-17'],
    ['She left a decade ago.', 'a decade ago=2004~'],
    ['the past five years', 'the past five years=2009/2014'],
    ['for the past six months', 'the past six months=2013-11/2014-05'],
    ['over the next two weeks', 'the next two weeks=2014-05-20/2014-06-03'],
    ['It will open in six months.', 'in six months=2014-11'],
    ['It was built in six months.', 'six months=-'],
    ['It will open within two weeks.', 'within two weeks=2014-05-20/2014-06-03'],
    ['They met on May Day.', 'May Day=2014-05-01'],
    ['They met on Christmas Day.', 'Christmas Day=2013-12-25'],
    ['the second quarter of last year', 'second quarter of last year=2013-04/2013-06'],
    ['at the end of last year', 'the end of last year=2013-09/2013-12'],
    ['early on Friday', 'early on Friday=2014-05-16'],
    ['In mid-July she left.', 'mid-July=2013-07-11/2013-07-20'],
  ])

  it('takes a publication known to the month or the year as far as it goes', () => {
    expect(said('She left last year, in March, and came back yesterday.', '2014-05')).toEqual([
      'last year=2013', 'March=2014-03', 'yesterday=-',
    ]) // prettier-ignore
  })

  describe('without that date', () => {
    table(
      [
        ['She left yesterday.', 'yesterday=-'],
        ['She left last March.', 'last March=-'],
        ['She left in October.', 'October=-'],
        ['She left on Tuesday.', 'Tuesday=-'],
        ['She left two years ago.', 'two years ago=-'],
        ['the past five years', 'the past five years=-'],
        ['She left in 2009.', '2009=2009'],
      ],
      null,
    )
  })
})

describe('times counted from what was told last', () => {
  table([
    [
      'She came on 3 May 2012.\nTwo days later she left.',
      '3 May 2012=2012-05-03',
      'Two days later=2012-05-05',
    ],
    ['She came on 3 May 2012.\nThe next day she left.', '3 May 2012=2012-05-03', 'The next day=2012-05-04'],
    ['She came in 2003 and left the following year.', '2003=2003', 'the following year=2004'],
    ['She came in May 2003.\nThat year the mill burned.', 'May 2003=2003-05', 'That year=2003'],
    ['She came in May 2003.\nShe left on the 15th.', 'May 2003=2003-05', 'the 15th=2003-05-15'],
    ['She came in 2003.\nAt the time the mill stood.', '2003=2003', 'At the time=2003'],
    ['She came in 2003.\nTwo days later she left.', '2003=2003', 'Two days later=-'],
    [
      'Arrested on 29 April 1932, she fell ill.\nOn 30 May she died.',
      '29 April 1932=1932-04-29',
      '30 May=1932-05-30?',
    ],
  ])

  it('lets a story without a date of publication go on in its year, with a question mark', () => {
    expect(said('She came in 1971.\nIn June she married.', null)).toEqual(['1971=1971', 'June=1971-06?'])
  })
})

describe('times of day', () => {
  table([
    ['at 3 p.m. on 4 May 2014', '3 p.m. on 4 May 2014=2014-05-04'],
    ['on 4 May 2014 at 15:30 GMT', '4 May 2014 at 15:30 GMT=2014-05-04'],
    ['late in the evening of 3 May 2014', 'late in the evening of 3 May 2014=2014-05-03'],
    ['on Friday morning', 'Friday morning=2014-05-16'],
    ['in the early hours of Sunday', 'the early hours of Sunday=2014-05-18'],
    ['She left on 3 May 2014.\nAt 3:15 p.m. she was seen.', '3 May 2014=2014-05-03', '3:15 p.m.=2014-05-03'],
    ['At 3:15 p.m. she was seen.', '3:15 p.m.=-'],
  ])
})

describe('what has no place in the calendar', () => {
  table([
    ['It took six months.', 'six months=-'],
    ['The mill burned every year.', 'every year=-'],
    ['He is now mayor.', 'now=-'],
    ['a 27-year contract', '27-year=-'],
    ['He recently left.', 'recently=-'],
    ['a two hour stoppage', 'two hour=-'],
    ['They work at night.', 'night=-'],
  ])
})

describe('what is no time', () => {
  it.each([
    'You may go, and they march on.',
    'The second man ran the second mile.',
    'There were 1,998 people on flight 1984.',
    'About 2000 people came.',
    'A 45-year-old man, aged 45 years, and a woman of 30 years of age.',
    'May Harrow met April Vance.',
    'Article 1905 of the code, Boeing 1999, Resolution 1973.',
    'It cost $2000 and weighed 1900 kg.',
    'Call 461-1776 or 192.168.10.12.',
    'One day a man came.',
    'The Sunday Times and the Daily Courier.',
    'The artist Johnnie Christmas drew it.',
    'He fell in the first half and broke a spring.',
    'The score was 3:1 in chapter 3:16.',
    'A man in his 90s.',
    'version 2.0.1999-rc',
  ])('%s', (text) => expect(said(text)).toEqual([]))
})

describe('TIMEX3 values', () => {
  it.each([
    ['third quarter of 2008', 'DATE 2008-Q3'],
    ['last week', 'DATE 2014-W20'],
    ['this weekend', 'DATE 2014-W21-WE'],
    ['summer of 2020', 'DATE 2020-SU'],
    ['1990s', 'DATE 199'],
    ['19th century', 'DATE 18'],
    ['six months', 'DURATION P6M'],
    ['thirty minutes', 'DURATION PT30M'],
    ['two and a half years', 'DURATION P2.5Y'],
    ['two years and six months', 'DURATION P2Y6M'],
    ['half an hour', 'DURATION PT0.5H'],
    ['several years', 'DURATION PXY'],
    ['two decades', 'DURATION P20Y'],
    ['every two weeks', 'SET P2W'],
    ['annually', 'SET P1Y'],
    ['Mondays', 'SET XXXX-WXX-1'],
    ['every Monday', 'SET XXXX-WXX-1'],
    ['currently', 'DATE PRESENT_REF'],
    ['recently', 'DATE PAST_REF'],
    ['the first three months of 2009', 'DURATION P3M'],
    ['some time', 'DURATION PXX'],
    ['Friday morning', 'TIME 2014-05-16TMO'],
  ])('%s is %s', (text, value) => expect(timex(text)).toEqual([`${text}=${value}`]))

  it('knows a rate from a length', () => {
    expect(timex('15 a year for a year')).toEqual(['a year=SET P1Y', 'a year=DURATION P1Y'])
  })
})

const document = (text: string, published: string | null): Document => ({
  info: {
    id: '',
    file: '',
    mediaType: 'text/plain',
    language: 'en',
    title: null,
    publisher: null,
    byline: [],
    published,
    text,
  },
  blocks: [],
  problems: [],
})

describe('the step', () => {
  const run = async (text: string, published: string | null) =>
    (
      await times.run(document(text, published), {
        sentences: lines(text).map((s) => ({ ...s, first: 0, last: 0 })),
      })
    ).layers.times

  const pieces = fc.constantFrom(
    'on', 'from', 'to', 'May', '4', '2014', 'the', 'last', 'week', '-', ',', '(', ')', "'90s", 'two', 'years', 'ago', 'later', 'Tuesday',
    'between', 'and', 'early', 'mid', 'quarter', 'of', 'third', 'at', '3', 'p.m.', '12', 'Christmas', 'Day', 'every', 'past', '\n', '/', ':',
    'next', 'until', 'since', 'century', 'half', 'summer', 'year', '2003', '44', 'BC', 'week', 'this', 'in', 'was', 'will', '.', '😀',
  ) // prettier-ignore
  const passage = fc.array(pieces, { maxLength: 40 }).map((words) => words.join(' '))
  const date = fc.constantFrom(
    null,
    '2014-05-20',
    '2014-05',
    '2014',
    '2012-02-29',
    '2014-05-20T08:00:00Z',
    'nonsense',
    '199X',
  )

  it('gives spans that equal their text, in order, apart, with real EDTF or none', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(passage, fc.string({ unit: 'grapheme' })), date, async (text, published) => {
        const found = await run(text, published)
        let end = 0
        for (const time of found) {
          expect(time.text).toBe(text.slice(time.start, time.end))
          expect(time.text).not.toBe('')
          expect(time.start).toBeGreaterThanOrEqual(end)
          if (time.edtf !== null) expect(edtfInterval(time.edtf)).not.toBeNull()
          end = time.end
        }
        expect(await run(text, published)).toEqual(found)
      }),
      { numRuns: 200 },
    )
  })

  it('reads dates given in full the same wherever they stand', () => {
    const full = fc.constantFrom(
      'It began on 4 May 2013.',
      'It ended in 1998.',
      'From 2003 to 2007 it stood.',
      'It rained on 2014-01-02.',
    )
    fc.assert(
      fc.property(
        fc.shuffledSubarray(['a', 'b', 'c', 'd']),
        fc.array(full, { maxLength: 4 }),
        (_, sentences) => {
          const forward = said(sentences.join('\n'))
          const backward = said([...sentences].reverse().join('\n'))
          expect([...backward].sort()).toEqual([...forward].sort())
        },
      ),
    )
  })

  it.each(['May ', '2014-', '1,', 'from 2003 to ', 'two years and ', 'early in the '])(
    'is linear on a long line of %j',
    (piece) => {
      const began = process.cpuUsage()
      read(piece.repeat(Math.ceil(200_000 / piece.length)))
      expect(process.cpuUsage(began).user).toBeLessThan(3_000_000)
    },
  )
})
