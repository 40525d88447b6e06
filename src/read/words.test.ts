import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tokenise } from './words.js'

const words = (text: string): string =>
  tokenise(text, 0, text.length)
    .map((w) => text.slice(w.start, w.end))
    .join('|')

describe('tokenise', () => {
  const groups: Record<string, [text: string, words: string][]> = {
    'parts contractions': [
      ["They don't know", "They|do|n't|know"],
      ["I've said he can't", "I|'ve|said|he|ca|n't"],
      ['She’d say it’s won’t', 'She|’d|say|it|’s|wo|n’t'],
      ["It shouldn't've", "It|should|n't|'ve"],
      ['gonna cannot gotta', 'gon|na|can|not|got|ta'],
      ['dont im thats IM', 'do|nt|i|m|that|s|IM'],
      ["the 'em and ma'am at nine o'clock", "the|'em|and|ma'am|at|nine|o'clock"],
    ],
    'parts possessives': [
      ["Ardent's workers' rights", "Ardent|'s|workers|'|rights"],
      ['O’Marlo’s', 'O’Marlo|’s'],
      ['“Northlight”’s editor', '“|Northlight|”|’s|editor'],
    ],
    'parts hyphens but not after a prefix': [
      ['F-16 jets, well-known', 'F|-|16|jets|,|well|-|known'],
      ['an anti-graft, non-binding e-mail', 'an|anti-graft|,|non-binding|e-mail'],
      ['mid-May ex-wife re-elected', 'mid-May|ex-wife|re-elected'],
      ['2009-2014', '2009|-|2014'],
      ['2014-05-03', '2014-05-03'],
      ['e-fit self-made', 'e|-|fit|self|-|made'],
    ],
    'keeps numbers, times and dates whole': [
      ['1,200.50 and 3.5 and .5', '1,200.50|and|3.5|and|.5'],
      ['13,14', '13|,|14'],
      ['at 10:45 or 5pm', 'at|10:45|or|5|pm'],
      ['at 5 p.m. sharp', 'at|5|p.m.|sharp'],
      ['on 11/30/2000 or 9/11', 'on|11/30/2000|or|9/11'],
      ['a 3/4 share', 'a|3|/|4|share'],
      ['the 1990s, the ’80s, the 5th', 'the|1990s|,|the|’80s|,|the|5th'],
      ['call 555-010-2233', 'call|555-010-2233'],
    ],
    'parts money and percent': [
      ['$5m, €75,000 and US$3', '$|5|m|,|€|75,000|and|US$|3'],
      ['45% or £2.5bn', '45|%|or|£|2.5|bn'],
    ],
    'keeps abbreviations': [
      ['Mr. Ardent of the U.S. firm', 'Mr.|Ardent|of|the|U.S.|firm'],
      ['Gen. J. P. Marlo', 'Gen.|J.|P.|Marlo'],
      ['No. 4, said no. Then', 'No.|4|,|said|no|.|Then'],
      ['in Calm Bay, Tex., and', 'in|Calm|Bay|,|Tex.|,|and'],
      ['Sat. 5 May; we sat. Then', 'Sat.|5|May|;|we|sat|.|Then'],
      ['e.g. a Ph.D. etc.', 'e.g.|a|Ph.D.|etc.'],
      ['AT&T and R&D', 'AT&T|and|R&D'],
    ],
    'keeps addresses without the sentence around them': [
      ['see https://north.example/a?b=c(d), then', 'see|https://north.example/a?b=c(d)|,|then'],
      ['(www.north.example)', '(|www.north.example|)'],
      ['mail j.ardent+x@north.example.', 'mail|j.ardent+x@north.example|.'],
      ['on northlight.com.', 'on|northlight.com|.'],
      ['open report_2.pdf', 'open|report_2.pdf'],
      ['@marlo_j wrote #Northlight', '@marlo_j|wrote|#Northlight'],
    ],
    'parts punctuation': [
      ['“Who?” (No one...)', '“|Who|?|”|(|No|one|...|)'],
      ['yes — no – maybe -- so', 'yes|—|no|–|maybe|--|so'],
      ['and/or either/or', 'and|/|or|either|/|or'],
      ['What?! No!!', 'What|?!|No|!!'],
      ['fine :-) ok', 'fine|:-)|ok'],
      ['wait … so', 'wait|…|so'],
      ['it ended.The rest', 'it|ended|.|The|rest'],
    ],
    'keeps letters of every script together': [
      ['Žofie Ardentová naïve', 'Žofie|Ardentová|naïve'],
      ['co\u00adoperate', 'co\u00adoperate'],
      ['Анна 😀!', 'Анна|😀|!'],
    ],
  }
  for (const [law, cases] of Object.entries(groups))
    it.each(cases)(`${law}: %s`, (text, expected) => expect(words(text)).toBe(expected))

  it('gives offsets into the whole text', () => {
    expect(tokenise('ab. cd ef', 4, 9)).toEqual([
      { start: 4, end: 6 },
      { start: 7, end: 9 },
    ])
  })

  it('covers every character that is not white space, once and in order', () => {
    const piece = fc.constantFrom(
      "don't",
      'U.S.',
      'a@b.example',
      ' ',
      '\n',
      '(',
      '”',
      '-',
      '1,000',
      '.',
      "'",
      'x',
      '😀',
      '/',
      'No. 4',
      '\u200b',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(piece).map((p) => p.join('')),
        ),
        (text) => {
          const found = tokenise(text, 0, text.length)
          expect(found.map((w) => text.slice(w.start, w.end)).join('')).toBe(text.replace(/[\s\u200b]/g, ''))
          found.forEach((w, i) => expect(w.start).toBeGreaterThanOrEqual(found[i - 1]?.end ?? 0))
          found.forEach((w) => expect(w.end).toBeGreaterThan(w.start))
        },
      ),
    )
  })

  it.each([
    'a',
    '.',
    'a.',
    'a-',
    "'s",
    'a@',
    '1,',
    '1-',
    '$',
    '(',
    'http:',
    'a_',
    '\u0301',
    '😀',
    "x'",
    '<-',
  ])('reads 200,000 characters of %j in linear time', (unit) => {
    const text = unit.repeat(200_000 / unit.length)
    const began = performance.now()
    tokenise(text, 0, text.length)
    expect(performance.now() - began).toBeLessThan(3000)
  })
})
