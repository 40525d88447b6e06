/** Which passages share words, found through the rarest of them: the cost of a question does not grow with the case. */
import { CORRECTS, DENIED_WORDS } from './words.js'
import type { Context } from '../context.js'
import type { Card } from '../statement.js'
import { contentWords } from '../words/content.js'
import { matterOf } from '../words/derived.js'
import { quantitiesIn, type Quantity } from '../apart/quantities.js'
import { conceptOf } from '../words/concepts.js'
import { clausesIn } from './clauses.js'
import type { Passage } from './passage.js'

/** A word of more passages than this leads to none: it says too little, and lists of it grow with the case. */
const MOST = 300
/** Words of a question that are looked up. */
const LOOKED_UP = 10

export interface Passages {
  readonly all: readonly Passage[]
  readonly context: Context
  readonly cardOf: (p: Passage) => Card
  /** Of the same document; null before its first and after its last. */
  readonly beside: (p: Passage, by: number) => Passage | null
  /** How much a word tells: the rarer the more. */
  readonly weight: (word: string) => number
  /** Passages that share one of the rarest words or names, in the case's order. */
  readonly sharing: (words: readonly string[]) => readonly Passage[]
  /** All words of a document's sentences. */
  readonly wordsOfDocument: (document: string) => ReadonlySet<string>
  /** Words of the clauses that are put positively. */
  readonly positive: (p: Passage) => ReadonlySet<string>
  /** Name words of whom a passage speaks: those in it and, where it says 'I' or 'we', its speaker's. */
  readonly about: (p: Passage) => ReadonlySet<string>
  /** When its document was published, else the day in its head. */
  readonly datedOf: (p: Passage) => string | null
  /** A correction repeats what it takes back. */
  readonly corrects: (p: Passage) => boolean
  readonly namesOfDocument: (document: string) => ReadonlySet<string>
  /** How much a concept (words/concepts.ts) tells: the rarer the more. */
  readonly conceptWeight: (concept: string) => number
  /** Figures of a document, and of a passage with those beside it. */
  readonly quantitiesOf: (document: string) => readonly Quantity[]
  readonly quantitiesAround: (p: Passage) => readonly Quantity[]
}

/** The passages of a case, indexed once. Linear in their words. */
export function indexPassages(context: Context): Passages {
  const all = [...context.cards.values()].flatMap((card) => card.passages ?? [])
  const places = new Map<string, number[]>()
  const concepts = new Map<string, number>()
  const at = new Map<string, number>()
  for (const [i, p] of all.entries()) {
    at.set(`${p.document} ${p.sentence}`, i)
    for (const word of new Set([...p.words, ...p.names])) {
      const list = places.get(word)
      if (list) list.push(i)
      else places.set(word, [i])
    }
    for (const concept of new Set(p.words.map(conceptOf)))
      concepts.set(concept, (concepts.get(concept) ?? 0) + 1)
  }
  const positive = new Map<Passage, Set<string>>()
  const names = new Map<string, Set<string>>()
  const words = new Map<string, Set<string>>()
  const corrections = new Map<string, boolean>()
  const quantities = new Map<string, readonly Quantity[]>()
  const figures = new WeakMap<Passage, readonly Quantity[]>()
  const figuresOf = (p: Passage): readonly Quantity[] => {
    let found = figures.get(p)
    if (!found) figures.set(p, (found = quantitiesIn(p.evidence.text)))
    return found
  }
  const beside = (p: Passage, by: number): Passage | null => {
    const i = at.get(`${p.document} ${p.sentence + by}`)
    return i === undefined ? null : all[i]!
  }
  const weight = (word: string): number => Math.log(1 + all.length / (places.get(word)?.length ?? all.length))
  return {
    all,
    context,
    cardOf: (p) => context.cards.get(p.document)!,
    beside,
    weight,
    conceptWeight: (concept) => Math.log(1 + all.length / (concepts.get(concept) ?? all.length)),
    quantitiesOf(document) {
      let found = quantities.get(document)
      if (!found)
        quantities.set(
          document,
          (found = (context.cards.get(document)!.passages ?? []).flatMap((p) => figuresOf(p))),
        )
      return found
    },
    quantitiesAround: (p) =>
      [-1, 0, 1].flatMap((by) => {
        const q = by === 0 ? p : beside(p, by)
        return q ? figuresOf(q) : []
      }),
    sharing(words) {
      const rare = [...new Set(words)]
        .filter((w) => (places.get(w)?.length ?? 0) > 0 && places.get(w)!.length <= MOST)
        .sort((a, b) => places.get(a)!.length - places.get(b)!.length || (a < b ? -1 : 1))
        .slice(0, LOOKED_UP)
      return [...new Set(rare.flatMap((w) => places.get(w)!))].sort((a, b) => a - b).map((i) => all[i]!)
    },
    positive(p) {
      let found = positive.get(p)
      if (!found) {
        const text = clausesIn(p)
          .filter((c) => !c.negative && !DENIED_WORDS.test(c.text))
          .map((c) => c.text)
          .join(' ')
        positive.set(p, (found = new Set(contentWords(text).map(matterOf))))
      }
      return found
    },
    datedOf: (p) =>
      context.cards.get(p.document)!.published ??
      (context.cards.get(p.document)!.passages ?? [])
        .slice(0, 4)
        .flatMap(({ times }) => times)
        .find((t) => /^\d{4}-\d\d-\d\d$/.test(t)) ??
      null,
    wordsOfDocument(document) {
      let found = words.get(document)
      if (!found)
        words.set(
          document,
          (found = new Set(
            (context.cards.get(document)!.passages ?? []).flatMap((p) => [...p.words, ...p.names]),
          )),
        )
      return found
    },
    corrects(p) {
      let found = corrections.get(p.document)
      if (found === undefined) {
        const card = context.cards.get(p.document)!
        const heads = (card.passages ?? [])
          .slice(0, 5)
          .map(({ evidence }) => evidence.text)
          .filter((text) => text.length < 60)
        found = [card.title ?? '', card.publisher ?? '', ...heads].some((text) => CORRECTS.test(text))
        corrections.set(p.document, found)
      }
      return found
    },
    about(p) {
      const own = new Set([...p.names, ...p.people.flatMap(({ words }) => words)])
      if (/\b(?:I|me|my|we|our)\b/.test(p.evidence.text)) {
        const author = context.cards.get(p.document)!.author
        const speaker =
          context.nameOf(p.voice) ||
          p.voice ||
          (author?.entity ? context.nameOf(author.entity) : '') ||
          (author?.name ?? '')
        for (const word of contentWords(speaker)) own.add(word)
      }
      return own
    },
    namesOfDocument(document) {
      let found = names.get(document)
      if (!found) {
        const card = context.cards.get(document)!
        found = new Set([...card.names.flatMap((n) => contentWords(n)), ...contentWords(card.title ?? '')])
        names.set(document, found)
      }
      return found
    },
  }
}

/** One person's words in one document, or one person's in two. */
export function oneVoice(a: Passage, b: Passage, { cardOf }: Passages): boolean {
  if (a.document === b.document) return a.voice === b.voice
  const speaker = (p: Passage): string => p.voice || (cardOf(p).author?.entity ?? '')
  return speaker(a) !== '' && speaker(a) === speaker(b)
}

export interface Raised {
  readonly kind:
    'contradiction' | 'disputed' | 'drift' | 'inflation' | 'impossible' | 'unattributed' | 'circular'
  readonly on: string
  readonly sides: readonly (readonly Passage[])[]
  readonly why: string
  readonly score: number
}
