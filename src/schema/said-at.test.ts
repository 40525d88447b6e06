import { describe, expect, it } from 'vitest'
import type { Attribution, Claim, Link } from './reading.js'
import { saidAt } from './said-at.js'
import type { Span } from './span.js'

const PUBLISHED = '2018-03-14'

/** One sentence: `[source]`, `{cue}`, `<content>` and `(time)`, whose EDTF is `DAY`. */
const DAY = '2018-03-10'
function said(marked: string, within: Attribution['within'] = null): string | undefined {
  const spans: Record<string, Span[]> = { '[': [], '{': [], '<': [], '(': [] }
  const ends: Record<string, string> = { ']': '[', '}': '{', '>': '<', ')': '(' }
  const open: Record<string, number> = {}
  let text = ''
  for (const character of marked)
    if (character in spans) open[character] = text.length
    else if (character in ends)
      spans[ends[character]!]!.push({ start: open[ends[character]!]!, end: text.length })
    else text += character
  const attribution: Attribution = {
    ...{ id: 'a', source: spans['[']!, cue: spans['{']!, content: spans['<']! },
    ...{ speaker: null, manner: 'indirect', stance: 'asserts', within },
  }
  const times = spans['(']!.map((span) => ({ ...span, text: text.slice(span.start, span.end), edtf: DAY }))
  return saidAt(
    {
      document: { published: PUBLISHED, text } as never,
      sentences: [{ start: 0, end: text.length }],
      times,
      attributions: [attribution],
    },
    [claim(link(null), link('a'))],
  ).get('c')
}
const link = (attribution: string | null): Link => ({ attribution }) as unknown as Link
const claim = (...chain: Link[]): Claim => ({ id: 'c', chain }) as unknown as Claim

describe('when a claim was said', () => {
  it.each([
    ['<“I have never been to Cyprus,”> [he] {said} by telephone on (Saturday).'],
    ['On (14 March) [we] {reported} that <the port had paid>.'],
    ['In (March), [Holm] {said} <the port had paid>.'],
    ['<It has been dredged>, [its director, Henrik Sorbye], {told} the Nordic Wire Service on (Tuesday).'],
    ['<The port had paid>, {said} [Holm] on (Monday).'],
    ['[An item of (20 February)] {says} that <he had been told>.'],
  ])('stands beside the cue: %s', (marked) => {
    expect(said(marked)).toBe(DAY)
  })

  it.each([
    ['of what was said', '[Holm] {said} <the port had paid on (Monday)>.'],
    ['of what was said in two pieces', '[Holm] {said} <it was paid>, <on (Monday)>.'],
    ['after what was said', '[She] {asked} <not to be named>, and the drums were found on (Monday).'],
    [
      'of another clause before',
      'As to the sum paid on (22 December) to Tveiten, [the court] {finds} <that it was>.',
    ],
    [
      'of another clause after',
      '[Akulinin] {had told} the police in Riga, who had come (two years ago), <that it was>.',
    ],
    ['far away', `[Holm] {said} ${'very '.repeat(9)}often on (Monday) <that it was>.`],
  ])('is not the time %s', (_, marked) => {
    expect(said(marked)).toBeUndefined()
  })

  it('is the document’s day where nobody else says it', () => {
    const reading = {
      document: { published: PUBLISHED, text: '' } as never,
      sentences: [],
      times: [],
      attributions: [],
    }
    expect(saidAt(reading, [claim(link(null))]).get('c')).toBe(PUBLISHED)
    expect(
      saidAt({ ...reading, document: { published: null, text: '' } as never }, [claim(link(null))]).size,
    ).toBe(0)
  })

  it('is the mail’s day of what its writer says with no word for it', () => {
    const span = { start: 0, end: 1 }
    const written: Attribution = {
      ...{ id: 'a', source: [span], cue: [], content: [span], speaker: null },
      ...{ manner: 'direct', stance: 'asserts', within: null },
    }
    const dayIn = (mediaType: string): string | undefined =>
      saidAt(
        {
          document: { published: PUBLISHED, text: 'x', mediaType } as never,
          ...{ sentences: [span], times: [], attributions: [written] },
        },
        [claim(link(null), link('a'))],
      ).get('c')
    expect([dayIn('message/rfc822'), dayIn('text/plain')]).toEqual([PUBLISHED, undefined])
  })

  it('is looked for in linear time', () => {
    const one = 'Holm said on Monday. '
    const many = 5_000
    const at = (i: number, from: number, to: number): Span => ({
      start: i * one.length + from,
      end: i * one.length + to,
    })
    const all = Array.from({ length: many }, (_, i) => i)
    const days = saidAt(
      {
        document: { published: null, text: one.repeat(many) } as never,
        sentences: all.map((i) => at(i, 0, one.length - 1)),
        times: all.map((i) => ({ ...at(i, 13, 19), text: 'Monday', edtf: DAY })),
        attributions: all.map((i) => ({
          ...{ id: `a${i}`, source: [at(i, 0, 4)], cue: [at(i, 5, 9)], content: [] },
          ...{ speaker: null, manner: 'indirect' as const, stance: 'asserts' as const, within: null },
        })),
      },
      all.map((i) => ({ ...claim(link(null), link(`a${i}`)), id: `c${i}` })),
    )
    expect(days.size).toBe(many)
  })
})
