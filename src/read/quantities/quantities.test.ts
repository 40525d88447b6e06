import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Document } from '../../schema/document.js'
import type { Span } from '../../schema/span.js'
import { readTimes } from '../times/read-times.js'
import { quantities } from './quantities.js'
import { readQuantities } from './read-quantities.js'

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
const read = (text: string) => readQuantities(text, lines(text), readTimes(text, lines(text), '2014-05-20'))
/** `text=value unit` of each amount; `-` for none. */
const said = (text: string): string[] => read(text).map((q) => `${q.text}=${q.value ?? '-'} ${q.unit ?? '-'}`)

type Case = readonly [text: string, ...amounts: string[]]
const table = (cases: readonly Case[]): void => {
  it.each(cases)('%s', (text, ...expected) => expect(said(text)).toEqual(expected))
}

describe('money', () => {
  table([
    ['She paid 75,000 euros.', '75,000 euros=75000 EUR'],
    ['She paid €75,000.', '€75,000=75000 EUR'],
    ['a $1.2bn loan', '$1.2bn=1200000000 USD'],
    ['US$ 3 million', 'US$ 3 million=3000000 USD'],
    ['a £40k salary', '£40k=40000 GBP'],
    ['A$5m and C$ 2.5 million', 'A$5m=5000000 AUD', 'C$ 2.5 million=2500000 CAD'],
    ['EUR 75,000 or 75,000 EUR', 'EUR 75,000=75000 EUR', '75,000 EUR=75000 EUR'],
    ['three million US dollars', 'three million US dollars=3000000 USD'],
    ['9.9 billion yuan', '9.9 billion yuan=9900000000 CNY'],
    ['around $9.99 US dollars', '$9.99 US dollars=9.99 USD'],
    ['200 Swiss francs', '200 Swiss francs=200 CHF'],
    ['3m euros', '3m euros=3000000 EUR'],
    ['half a million pounds', 'half a million pounds=500000 GBP'],
    ['two pounds of flour', 'two pounds=2 lb'],
    ['It weighed 200 pounds.', '200 pounds=200 lb'],
    ['between $12 million and $20 million', '$12 million and $20 million=- USD'],
    ['$12-20 million', '$12-20 million=- USD'],
    ['It fell from $12 million to $9 million.', '$12 million=12000000 USD', '$9 million=9000000 USD'],
  ])
})

describe('measures and shares', () => {
  table([
    ['12 per cent', '12 per cent=12 %'],
    ['12%', '12%=12 %'],
    ['It rose by 2 percentage points.', '2 percentage points=2 percentage points'],
    ['500km of wiring', '500km=500 km'],
    ['17,446 kilometers', '17,446 kilometers=17446 km'],
    ['9,420 nautical miles', '9,420 nautical miles=9420 nmi'],
    ['120 square metres', '120 square metres=120 m2'],
    ['120 m2', '120 m2=120 m2'],
    ['90 km/h', '90 km/h=90 km/h'],
    ['90 kilometres per hour', '90 kilometres per hour=90 km/h'],
    ['38 °C', '38 °C=38 °C'],
    ['38 degrees Celsius', '38 degrees Celsius=38 °C'],
    ['a 75-mile march', '75-mile=75 mi'],
    ['twenty tonnes of wheat', 'twenty tonnes=20 t'],
    ['3.5 litres', '3.5 litres=3.5 L'],
    ['a contract of six months', 'six months=6 mo'],
    ['a 27-year contract', '27-year=27 a'],
    ['two and a half hours', 'two and a half hours=2.5 h'],
    ['two decades', 'two decades=20 a'],
    ['half of the nurses', 'half of the nurses=0.5 nurses'],
    ['two-thirds of voters', 'two-thirds of voters=0.666666666667 voters'],
    ['one in five voters', 'one in five voters=0.2 voters'],
    ['15-20 %', '15-20 %=- %'],
  ])
})

describe('counts', () => {
  table([
    ['ten nurses', 'ten nurses=10 nurses'],
    ['ten newly hired night nurses', 'ten newly hired night nurses=10 nurses'],
    ['half a million people', 'half a million people=500000 people'],
    ['two dozen witnesses', 'two dozen witnesses=24 witnesses'],
    ['a hundred and twelve graves', 'a hundred and twelve graves=112 graves'],
    ['a 12-member panel', '12-member=12 member'],
    ['nine of the ten nurses', 'nine=9 nurses', 'ten nurses=10 nurses'],
    ['between 10 and 12 people', '10 and 12 people=- people'],
    ['10-12 people', '10-12 people=- people'],
    ['10 to 12 people', '10 to 12 people=- people'],
    ['dozens of nurses', 'dozens of nurses=- nurses'],
    ['The toll rose to 45.', '45=45 -'],
    ['The toll rose from 10 to 12 people.', '10=10 -', '12 people=12 people'],
    ['Oda Lind, 45, said so.', '45=45 a'],
    ['a 45-year-old clerk', '45-year=45 a'],
    ['five Boeing 777s', 'five=5 -'],
    ['It ran four times.', 'four times=4 times'],
    ['In Arlen 12 people died.', '12 people=12 people'],
    ['Only one nurse and one doctor came.'],
    ['2,000 jobs and 2000 jobs', '2,000 jobs=2000 jobs', '2000 jobs=2000 jobs'],
  ])
})

describe('what is no amount', () => {
  it.each([
    'She came in 2014, on 4 May, at 3 p.m., two years ago and in the 1990s.',
    'One day one man told one story.',
    'He flew a Boeing 737 and an A320 on flight 1984.',
    'The Lind 787 flew, and the new 787 jets were sold.',
    "the iOS 5 and iLife '11 suites",
    'Call +44 20 7946 0958 or 555-0142.',
    'See section 4, article 12 and no. 7.',
    'They won 3-1 at 18:30.',
    'the second man, the 5th plane',
    '1. First of all',
    'as was said before [4] and after (3)',
    'The two said so.',
    'No one came.',
  ])('%s', (text) => expect(said(text)).toEqual([]))
})

describe('bounds', () => {
  const bounds = (text: string) => read(text).map((q) => [q.value, q.low, q.high, q.approximate])
  it.each([
    ['about 300 people', 300, null, null, true],
    ['more than 1,200 people', 1200, 1200, null, false],
    ['no more than 12 people', 12, null, 12, false],
    ['at least ten people', 10, 10, null, false],
    ['up to 60 people', 60, null, 60, false],
    ['nearly half of the voters', 0.5, null, 0.5, false],
    ['between 10 and 12 people', null, 10, 12, false],
    ['$12-20 million', null, 12e6, 20e6, false],
    ['dozens of people', null, 24, null, false],
    ['ten people', 10, null, null, false],
  ])('%s', (text, ...expected) => expect(bounds(text)).toEqual([expected]))
})

const document = (text: string): Document => ({
  info: {
    id: '',
    file: '',
    mediaType: 'text/plain',
    language: 'en',
    title: null,
    publisher: null,
    byline: [],
    published: null,
    text,
  },
  blocks: [],
  problems: [],
})

describe('the step', () => {
  const run = async (text: string) => {
    const sentences = lines(text).map((s) => ({ ...s, first: 0, last: 0 }))
    const times = readTimes(text, sentences, '2014-05-20')
    return (await quantities.run(document(text), { sentences, times })).layers.quantities
  }
  const pieces = fc.constantFrom(
    'ten', '12', '1,200', '$', '€', 'US$', 'million', 'bn', 'k', 'to', '-', 'and', 'between', 'from', 'half', 'of', 'the', 'a', 'nurses',
    'people', '%', 'per', 'cent', 'km', 'square', 'metres', 'one', 'in', 'five', 'dozens', 'two-thirds', 'EUR', 'dollars', 'May', '2014',
    'years', 'ago', ',', '.', '(', ')', '½', '\n', '😀', '/', ':', 'no', 'about', 'hour', '°', 'C', 'pounds',
  ) // prettier-ignore
  const passage = fc.array(pieces, { maxLength: 40 }).map((words) => words.join(' '))

  it('gives spans that equal their text, in order, apart, with finite values, the same again', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(passage, fc.string({ unit: 'grapheme' })), async (text) => {
        const found = await run(text)
        let end = 0
        for (const q of found) {
          expect(q.text).toBe(text.slice(q.start, q.end))
          expect(q.text).not.toBe('')
          expect(q.start).toBeGreaterThanOrEqual(end)
          expect(q.value === null || Number.isFinite(q.value)).toBe(true)
          end = q.end
        }
        expect(await run(text)).toEqual(found)
      }),
      { numRuns: 200 },
    )
  })

  it('reads a sentence the same wherever it stands', () => {
    const sentence = fc.constantFrom(
      'Ten nurses left.',
      'It cost $1.2bn.',
      'He ran 12 km.',
      'Half of the voters came.',
      'The toll rose to 45.',
    )
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 5 }), (sentences) => {
        const apart = sentences.flatMap((s) => said(s))
        expect(said(sentences.join('\n'))).toEqual(apart)
        expect(said([...sentences].reverse().join('\n')).sort()).toEqual(apart.sort())
      }),
    )
  })

  it.each(['12 ', '12-', '$', 'ten of the ', '1,', 'dozens of ', 'half of ', '12 km to '])(
    'is linear on a long line of %j',
    (piece) => {
      const text = piece.repeat(Math.ceil(200_000 / piece.length))
      const began = process.cpuUsage()
      readQuantities(text, lines(text), [])
      expect(process.cpuUsage(began).user).toBeLessThan(3_000_000)
    },
  )
})
