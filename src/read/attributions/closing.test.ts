import { describe, expect, test } from 'vitest'
import type { Document } from '../../schema/document.js'
import { withoutClosing } from './closing.js'

/** An interview, a paragraph a line; the last turn goes to the end of the text. */
function lastTurn(...lines: string[]): string {
  const text = lines.join('\n')
  let at = 0
  const blocks = lines.map((line) => {
    const start = at
    at += line.length + 1
    return { kind: 'paragraph' as const, start, end: start + line.length }
  })
  const labelled = blocks.filter((b) => /^[QA]: /.test(text.slice(b.start, b.end)))
  const turns = labelled.map((b, i) => ({
    start: b.start + 3,
    end: i === labelled.length - 1 ? text.length : b.end,
    speaker: text[b.start]!,
    named: { start: b.start, end: b.start + 1 },
    at: null,
  }))
  const document = { info: { text }, blocks } as unknown as Document
  const { start, end } = withoutClosing(turns, document).at(-1)!
  return text.slice(start, end)
}

const TALK = ['Q: What did you see?', 'A: I saw smoke.', 'Q: Did you call?', 'A: I never called.'] as const

describe('what follows the last answer', () => {
  test('is the writer’s where it speaks of others', () =>
    expect(lastTurn(...TALK, 'The owners deny it. Orr said: "I was away."')).toBe('I never called.'))
  test('is the speaker’s where it goes on in the first person', () =>
    expect(lastTurn(...TALK, 'The owners deny it, I know.')).toContain('The owners'))
  test('is the speaker’s after too few turns to tell', () =>
    expect(lastTurn(...TALK.slice(0, 2), 'The owners deny it.')).toContain('The owners'))
})
