/**
 * How much of their wording two texts share, from short signatures: MinHash over shingles of words (Broder, On the
 * resemblance and containment of documents, 1997), found again by LSH bands (Leskovec, Rajaraman and Ullman, Mining of
 * Massive Datasets, 3.4). Each shingle is hashed once, to 64 bits: some choose its place in the signature, the rest compete
 * there; places left empty borrow (Shrivastava, Optimal densification for fast and accurate minwise hashing, 2017).
 */

/** Words of one shingle. */
const SHINGLE = 4
/** Places of a signature: the standard error of a similarity is at most 1 / (2 √128) = 0.045. */
const SIZE = 128
/** Values of one band: two texts that share half of their shingles meet in one of 32 bands with 87 %, 0.8 with 99.99…%. */
const ROWS = 4

/** 128 unsigned 32-bit values; empty for a text without words. */
export type Signature = Uint32Array

const WORD = /[\p{L}\p{N}]+/gu

/** The signature of a text's words, whatever their case and punctuation. A text shorter than a shingle is one shingle. */
export function signature(text: string): Signature {
  const least = new Uint32Array(SIZE).fill(0xffffffff)
  const taken = new Uint8Array(SIZE)
  const low = new Uint32Array(SHINGLE)
  const high = new Uint32Array(SHINGLE)
  let words = 0
  for (const [word] of text.matchAll(WORD)) {
    const folded = word.toLowerCase()
    low[words % SHINGLE] = hash(folded, 0x811c9dc5)
    high[words % SHINGLE] = hash(folded, 0x9747b28c)
    words++
    if (words >= SHINGLE) compete(least, taken, shingleOf(low, words), shingleOf(high, words))
  }
  if (words === 0) return new Uint32Array(0)
  if (words < SHINGLE)
    compete(least, taken, shingleOf(low.subarray(0, words), words), shingleOf(high.subarray(0, words), words))
  return densified(least, taken)
}

/** The estimated share (0..1) of shingles that two texts have in common (Jaccard); 0 where one has no words. */
export function similarity(a: Signature, b: Signature): number {
  if (a.length === 0 || a.length !== b.length) return 0
  let equal = 0
  for (let i = 0; i < a.length; i++) if (a[i] === b[i]) equal++
  return equal / a.length
}

/** Keys: texts alike enough to be compared share at least one. */
export function bands(signature: Signature): string[] {
  const keys: string[] = []
  for (let at = 0; at < signature.length; at += ROWS) {
    const rows = signature.subarray(at, at + ROWS)
    keys.push(`${at / ROWS}:${[...rows].map((value) => value.toString(36)).join('.')}`)
  }
  return keys
}

/** A signature as text, to be stored. */
export const signatureText = (signature: Signature): string =>
  Buffer.from(signature.buffer, signature.byteOffset, signature.byteLength).toString('base64')

/** @throws RangeError where it is none. */
export function signatureFrom(text: string): Signature {
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'))
  return new Uint32Array(bytes.buffer)
}

/** FNV-1a with a last mixing. */
function hash(word: string, seed: number): number {
  let value = seed
  for (let i = 0; i < word.length; i++) value = Math.imul(value ^ word.charCodeAt(i), 0x01000193)
  return mix(value)
}

function shingleOf(words: Uint32Array, count: number): number {
  let value = 0
  for (let i = 0; i < words.length; i++)
    value = mix(Math.imul(value, 31) + words[(count + i) % words.length]!)
  return value
}

function compete(least: Uint32Array, taken: Uint8Array, low: number, high: number): void {
  const place = low % SIZE
  taken[place] = 1
  if (high < least[place]!) least[place] = high
}

/** Each empty place takes the value of one that is not, chosen in an order of its own that is the same for all texts. */
function densified(least: Uint32Array, taken: Uint8Array): Uint32Array {
  return least.map((value, place) => {
    if (taken[place]) return value
    let at = place
    for (let attempt = 1; !taken[at]; attempt++) at = mix(place * 0x10001 + attempt) % SIZE
    return least[at]!
  })
}

/** The last steps of MurmurHash3. */
function mix(value: number): number {
  let x = value | 0
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}
