import type { Layers, Word } from '../layers.js'
import type { Mention, MentionType, Quantity, Time } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'
import { cutLifespans } from './lifespan.js'
import type { Tree } from './tree.js'

/** What other steps found, by word: mentions at their head words, times and quantities at each of their words. */
export interface Marks {
  readonly mention: readonly (Mention | undefined)[]
  readonly time: readonly (Time | undefined)[]
  readonly quantity: readonly (Quantity | undefined)[]
  readonly type: readonly (MentionType | null)[]
  /** The name that a word is part of. */
  readonly named: readonly (Mention | undefined)[]
}

type Needed = Pick<Layers, 'words' | 'encoded' | 'mentions' | 'times' | 'quantities'>

/** Lays the marks over the words; a mention stands at the word of it that depends on none of its other words. */
export function layMarks(layers: Needed, tree: Tree): Marks {
  const { words } = layers
  const mention = new Array<Mention | undefined>(words.length)
  for (const m of layers.mentions) {
    const range = wordsOf(words, m)
    if (!range) continue
    const head = topOf(tree, range)
    const there = mention[head]
    if (!there || better(m, there)) mention[head] = m
  }
  const type = words.map(
    (_, i) =>
      pronounType(tree, i) ??
      (NEUTRAL.has(tree.form[i]!) ? null : (mention[i]?.type ?? layers.encoded.mentionType[i] ?? null)),
  )
  const time = spread(words, layers.times)
  cutLifespans(words, tree, time)
  const named = spread(
    words,
    layers.mentions.filter((m) => m.form === 'name'),
  )
  return { mention, type, time, quantity: spread(words, layers.quantities), named }
}

const better = (a: Mention, b: Mention): boolean =>
  (a.entity !== null && b.entity === null) ||
  ((a.entity !== null) === (b.entity !== null) && a.end - a.start > b.end - b.start)

/** The word of the range nearest the root: its head lies outside. */
function topOf(tree: Tree, range: { first: number; last: number }): number {
  let top = range.first
  for (let i = range.first; i < range.last; i++) if (tree.depth[i]! < tree.depth[top]!) top = i
  return top
}

function spread<T extends Span>(words: readonly Word[], spans: readonly T[]): (T | undefined)[] {
  const at = new Array<T | undefined>(words.length)
  for (const span of spans) {
    const range = wordsOf(words, span)
    if (range) for (let i = range.first; i < range.last; i++) at[i] ??= span
  }
  return at
}

/** The words that share a character with the span; null for none. */
export function wordsOf(words: readonly Word[], span: Span): { first: number; last: number } | null {
  let low = 0
  let high = words.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (words[middle]!.end <= span.start) low = middle + 1
    else high = middle
  }
  let last = low
  while (last < words.length && words[last]!.start < span.end) last++
  return last > low ? { first: low, last } : null
}

const PERSONS = new Set([
  'i',
  'you',
  'he',
  'she',
  'him',
  'her',
  'his',
  'hers',
  'himself',
  'herself',
  'my',
  'me',
  'who',
  'whom',
])
/** Pronouns that may stand for anything, whatever the encoder takes them for. */
const NEUTRAL = new Set([
  'we',
  'us',
  'our',
  'ours',
  'it',
  'its',
  'itself',
  'they',
  'them',
  'their',
  'theirs',
  'themselves',
  'this',
  'that',
  'these',
  'those',
  'which',
  'whose',
])
const pronounType = (tree: Tree, i: number): MentionType | null =>
  tree.upos[i] === 'PRON' && PERSONS.has(tree.form[i]!) ? 'Person' : null
