import { expect, test } from 'vitest'
import { linesOf, paragraphsOf } from './paragraphs.js'

const paragraphs = (text: string): string[] =>
  paragraphsOf(text, linesOf(text)).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`)

test.each([
  ['blank lines part', 'One.\n\n \nTwo.', ['paragraph: One.', 'paragraph: Two.']],
  [
    'a wrapped paragraph is one',
    'The bridge at Halversham was closed\non Tuesday after inspectors found\ncracks in two of its piers.',
    [
      'paragraph: The bridge at Halversham was closed\non Tuesday after inspectors found\ncracks in two of its piers.',
    ],
  ],
  [
    'a sentence that ends a full line does not end the paragraph',
    'The bridge at Halversham was closed.\nInspectors had found some cracks in\ntwo of its piers, as everybody then\nknew.',
    [
      'paragraph: The bridge at Halversham was closed.\nInspectors had found some cracks in\ntwo of its piers, as everybody then\nknew.',
    ],
  ],
  [
    'each line a sentence, each a paragraph',
    'The bridge closed.\nNobody knew why it did.',
    ['paragraph: The bridge closed.', 'paragraph: Nobody knew why it did.'],
  ],
  ['items', '- one\n- two\n3. three', ['item: - one', 'item: - two', 'item: 3. three']],
  [
    'quoted lines stay together',
    '> He said\n> No such thing.\nSaid who?',
    ['quote: > He said\n> No such thing.', 'paragraph: Said who?'],
  ],
  [
    'a heading heads something',
    'Background\n\nThe bridge closed.\n\nThe end',
    ['heading: Background', 'paragraph: The bridge closed.', 'paragraph: The end'],
  ],
  [
    'lines of a form stand by themselves',
    'Family name: Brock\nGiven name: Ada\nDate of birth: 2 February 1983\n\nNotes: they were long and filled the whole of the\nline, so that it was wrapped.',
    [
      'item: Family name: Brock',
      'item: Given name: Ada',
      'item: Date of birth: 2 February 1983',
      'paragraph: Notes: they were long and filled the whole of the\nline, so that it was wrapped.',
    ],
  ],
  ['a rule is no paragraph', 'One.\n\n-----\n\nTwo.', ['paragraph: One.', 'paragraph: Two.']],
  ['indentation is left out of the span', '   One.\n', ['paragraph: One.']],
  [
    'dashes that open speech are no bullets',
    '— No, she said.\n\n— Yes.',
    ['paragraph: — No, she said.', 'paragraph: — Yes.'],
  ],
])('%s', (_, text, expected) => {
  expect(paragraphs(text)).toEqual(expected)
})
