/** A claim or passage is addressed by one integer: its document's number in the case and its own place in the document. */

/** More than a document can hold: a reading of four million claims does not fit into memory. */
export const PER_DOCUMENT = 2 ** 22

/** The address of the `index`-th claim or passage (from 0) of document `number`; sorts by document, then by place. */
export const placeOf = (number: number, index: number): number => number * PER_DOCUMENT + index

export const documentOf = (at: number): number => Math.floor(at / PER_DOCUMENT)

/** First address of a document, and the first after it. */
export const placesOf = (number: number): readonly [from: number, end: number] => [
  placeOf(number, 0),
  placeOf(number + 1, 0),
]
