import { describe, expect, test } from 'vitest'
import { encodedOf } from '../../../test/builders/encoded.js'
import type { Stance } from '../../schema/reading.js'
import { withOpenQuestions } from './open-questions.js'

const stanceOf = (text: string, cue: string, content: string, stance: Stance = 'denies'): Stance => {
  const { layers } = encodedOf(text, {
    attributions: [{ anchor: cue.split(' ').at(-1)!, cue, content, source: 'Police', stance }],
  })
  return withOpenQuestions(layers.encoded.attributions, layers.words)[0]!.stance
}

describe('a question that is left open', () => {
  test.each([
    ['Police have not said whether he fled', 'have not said', 'whether he fled'],
    ['Police would not say when', 'would not say', 'when'],
    ['Police do n’t know why he fled', 'do n’t know', 'why he fled'],
    ['Police declined to say if he fled', 'declined to say', 'if he fled'],
    ['Police do not recall who fled', 'do not recall', 'who fled'],
    ['Police did not comment on whether he fled', 'did not comment', 'on whether he fled'],
  ])('is asked, not denied: %s', (text, cue, content) => expect(stanceOf(text, cue, content)).toBe('asks'))

  test.each([
    ['Police did not say that he fled', 'did not say', 'that he fled'],
    ['Police do not believe what he said', 'do not believe', 'what he said'],
    ['Police deny that he fled', 'deny', 'that he fled'],
  ])('is another thing than %s', (text, cue, content) => expect(stanceOf(text, cue, content)).toBe('denies'))

  test('is another thing than a doubt', () =>
    expect(stanceOf('Police doubt whether he fled', 'doubt', 'whether he fled', 'doubts')).toBe('doubts'))
})
