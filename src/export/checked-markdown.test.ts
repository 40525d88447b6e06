import { describe, expect, it } from 'vitest'
import type { Checked } from '../schema/case.js'
import { checkedMarkdown } from './checked-markdown.js'

const TEXT = 'Voss forged it. She left.\n\nWho knows?\n'
const checked = (text: string, verdict: Checked['verdict'], more: Partial<Checked> = {}): Checked => {
  const start = TEXT.indexOf(text)
  return { start, end: start + text.length, text, verdict, evidence: [], against: [], why: 'So.', answer: null, ...more } // prettier-ignore
}

describe('a checked draft as Markdown', () => {
  it('keeps the draft and notes each claim, not what claims nothing', () => {
    const markdown = checkedMarkdown(TEXT, [checked('Voss forged it.', 'overstated'), checked('She left.', 'supported'), checked('Who knows?', 'no-claim')]) // prettier-ignore
    expect(markdown).toBe(
      'Voss forged it.[^1] She left.[^2]\n\nWho knows?\n\n[^1]: **Overstated.** So.\n[^2]: **Supported.** So.\n',
    )
  })

  it('quotes evidence where Markdown cannot take it for its own', () => {
    const evidence = [{ file: 'a_b.txt', start: 3, end: 9, text: '*said*\nto', claim: null }]
    expect(checkedMarkdown(TEXT, [checked('She left.', 'contradicted', { against: evidence })])).toContain(
      'Against: “\\*said\\* to” (a\\_b.txt, 3–9)',
    )
  })
})
