import { describe, expect, it } from 'vitest'
import { splitSentences } from './sentences.js'
import { tokenise } from './words.js'

/** The sentences of a text, with ' ¶ ' between them. */
const cut = (text: string): string => {
  const words = tokenise(text, 0, text.length)
  return splitSentences(text, words)
    .map(([first, last]) => text.slice(words[first]!.start, words[last - 1]!.end))
    .join(' ¶ ')
}

describe('splitSentences', () => {
  // Each text is written as it should be cut; joined again, it must come out the same.
  const groups: Record<string, string[]> = {
    'ends at full stops, question and exclamation marks': [
      'He left. ¶ She stayed.',
      'Who paid? ¶ Nobody did! ¶ They knew.',
      'What?! ¶ No one asked.',
      'It rose 3.5 percent. ¶ It fell.',
    ],
    'stays whole after titles, initials and numbered things': [
      'Gen. Marlo met Mr. Ardent. ¶ They spoke.',
      'The firm of J. P. Ardent sued. ¶ It lost.',
      'Pier No. 4 is shut. ¶ No. 5 is open.',
      'See Fig. 3 and vol. 2 for it. ¶ He did.',
      'It moved to St. Marlo, vs. the odds.',
    ],
    'ends after an abbreviation before a word that begins sentences': [
      'It opened at 5 a.m. ¶ The crowd waited.',
      'It opens at 5 p.m. Monday. ¶ Come.',
      'He works for Ardent Inc. ¶ He said so.',
      'He works for Ardent Inc. Chairman Marlo. ¶ Yes.',
      'They flew to the U.S. ¶ But the U.S. Senate met.',
      'They sold cups, plates, etc. ¶ Marlo paid.',
      'They met on Main St. ¶ The rest left.',
    ],
    'keeps the closing quotation mark and bracket': [
      '“We knew.” ¶ The mayor left.',
      '"We knew." ¶ The mayor left.',
      'He left (she stayed.) ¶ They met.',
      '(He denies it.) ¶ The court met.',
      'He left (they say). ¶ A man stayed.',
      '"We knew. ¶ It was bad," he said.',
    ],
    'runs on into a reporting clause': [
      '“We knew.” he said. ¶ Then he left.',
      '“Who knew?” he asked. ¶ Nobody.',
      '"Who knew?" Marlo asked. ¶ Nobody answered.',
      '“Never!” Colonel Ida Marlo said. ¶ She left.',
      '“Who knew?” ¶ The mayor of the town left.',
    ],
    'stays whole inside brackets in the middle of a sentence': [
      'He left (Why? No one knows.) and never wrote.',
      'The editor (“Who pays? We do.”) agreed.',
    ],
    'takes an ellipsis as a pause before a small letter or no space': [
      'He knew ... but left.',
      'He knew... ¶ She left.',
      'He knew...and left.',
      'He left. ¶ ... They stayed.',
    ],
    'keeps note marks with the sentence before': [
      'He left in 1994.[3] ¶ She stayed. [4] [5] ¶ They met.',
      'He left. [citation needed] ¶ She stayed.',
    ],
    'keeps the number of a list item or a figure with what it numbers': [
      '1. The payment was made.',
      'a. The payment was made.',
      '2.1. Method of payment',
      'Figure 1. The harbour in May.',
    ],
    'begins a sentence at each bullet line': ['Needed: ¶ - boats ¶ - nets'],
    'reads hard-wrapped lines on': ['The ferry\nleft on\nMonday. ¶ It\nsank.'],
    'needs no full stop at the end': ['Ferry sinks off Calm Bay'],
    'keeps an emoticon with what it comments': ['We won. :) ¶ They lost.'],
    'ends before a dash that signs': ['We won. ¶ — Ida Marlo'],
    'ends where a space is missing': ['It ended. ¶ They left.The rest stayed.'.replace('.The', '. ¶ The')],
  }
  for (const [law, cases] of Object.entries(groups))
    it.each(cases)(`${law}: %s`, (expected) => {
      const separator = law.startsWith('begins a sentence at each bullet') ? '\n' : ' '
      expect(cut(expected.replaceAll(' ¶ ', separator))).toBe(expected)
    })

  it('splits unspaced sentences', () =>
    expect(cut('They left.The rest stayed.')).toBe('They left. ¶ The rest stayed.'))

  it('covers all words, in order', () => {
    const text = '"A. (b. C?) [1] ... d) .'
    const words = tokenise(text, 0, text.length)
    const ranges = splitSentences(text, words)
    expect(ranges.flatMap(([first, last]) => words.slice(first, last))).toEqual(words)
  })

  it('gives nothing for nothing', () => expect(splitSentences('', [])).toEqual([]))

  it.each(['a. ', '( ', '? ', '" ', '. ', '[1', '. [a ', 'A. ', ':) ', '.) ', '?" A '])(
    'reads 200,000 characters of %j in linear time',
    (unit) => {
      const text = unit.repeat(200_000 / unit.length)
      const words = tokenise(text, 0, text.length)
      const began = performance.now()
      splitSentences(text, words)
      expect(performance.now() - began).toBeLessThan(2000)
    },
  )
})
