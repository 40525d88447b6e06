import type { Word } from '../layers.js'

/** Words from `first` up to `last`, with single spaces between them whatever stands there in the text. */
export const joinedWords =
  (words: readonly Word[]) =>
  (first: number, last: number): string =>
    words
      .slice(first, last)
      .map((w) => w.text)
      .join(' ')
