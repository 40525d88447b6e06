/** Sentences of a document beside those of an earlier one that it passes on: by whom it names, whose text it repeats, and what both speak of. */
import { isPrimary } from '../document-kind.js'
import type { Lineage } from '../lineage.js'
import { isLater, type Card } from '../statement.js'
import { nearOf } from '../passages/meaning.js'
import { contentWords } from '../words/content.js'
import type { Passages } from '../passages/index.js'
import type { Passage } from '../passages/passage.js'

export interface Pair {
  readonly from: Passage
  readonly to: Passage
  /** 1 its publisher is named in the later document, 0.5 a word of who issued it, 0 neither. */
  readonly by: 0 | 0.5 | 1
  /** Who issued it is named in the sentence or right before. */
  readonly here: boolean
  readonly repeats: boolean
  /** How many sentences of the earlier document share more with the later's. */
  readonly rank: number
}

/** Sentences of one earlier document that one later sentence is held against. */
const MOST_OF_DOCUMENT = 6
/** Of one sentence, in all. */
const MOST_OF_SENTENCE = 30
/** Of a case; the later sentences come in the case's order. */
const MOST = 20_000
const BEFORE = 2

/** Pairs of sentences, the earlier document's first. Near-linear: partners are found by rare words, of small cases by meaning as well. */
export async function relayedPairs(passages: Passages, lineage: Lineage): Promise<Pair[]> {
  const relays = new Map<string, Relay>()
  const relay = (a: Card, b: Card): Relay => {
    const key = `${a.document} ${b.document}`
    let known = relays.get(key)
    if (!known) relays.set(key, (known = relayOf(a, b, passages, lineage)))
    return known
  }
  const meant = await nearestIn(passages)
  const out: Pair[] = []
  for (const to of passages.all) {
    if (out.length >= MOST) break
    const later = passages.cardOf(to)
    if (isPrimary(later.kind) || passages.corrects(to) || !says(to)) continue
    const own = new Set([...to.words, ...to.names])
    const found = new Map<string, { from: Passage; shared: number }[]>()
    const nearest = meant(to, (card) => !isLater(card, later) && relay(card, later).by > 0)
    for (const from of new Set([...passages.sharing([...own]), ...nearest])) {
      if (from.document === to.document) continue
      const earlier = passages.cardOf(from)
      if (isLater(earlier, later) || passages.corrects(from) || !says(from)) continue
      const { by, repeats } = relay(earlier, later)
      if (by === 0 && !repeats) continue
      const shared = [...new Set([...from.words, ...from.names])]
        .filter((w) => own.has(w))
        .reduce((n, w) => n + passages.weight(w), 0)
      const list = found.get(from.document)
      const one = { from, shared: shared + (nearest.includes(from) ? NEAREST : 0) }
      if (list) list.push(one)
      else found.set(from.document, [one])
    }
    const around = sayersAround(to, passages)
    const pairs = [...found.values()].flatMap((list) =>
      [...list]
        .sort((x, y) => y.shared - x.shared || x.from.sentence - y.from.sentence)
        .slice(0, MOST_OF_DOCUMENT)
        .map(({ from, shared }, rank) => ({ from, shared, rank })),
    )
    for (const { from, rank } of [...pairs].sort((x, y) => y.shared - x.shared).slice(0, MOST_OF_SENTENCE)) {
      const { by, repeats, sayers } = relay(passages.cardOf(from), later)
      const here = by > 0 && sayers.some((w) => around.has(w))
      out.push({ from, to, by, here, repeats, rank })
    }
  }
  return out
}

/** Neither a question nor a heading: a few words in small letters. */
const says = ({ evidence: { text } }: Passage): boolean =>
  !/\?["”’']?\s*$/.test(text) && (text.match(/(?<!\p{L})\p{Ll}+/gu)?.length ?? 0) >= LEAST_WORDS
const LEAST_WORDS = 3

interface Relay {
  readonly by: Pair['by']
  readonly repeats: boolean
  /** Words of who issued the earlier document. */
  readonly sayers: readonly string[]
}

/** How a later document hangs on an earlier one. */
function relayOf(a: Card, b: Card, passages: Passages, lineage: Lineage): Relay {
  const repeats = lineage.repeats(b, a)
  const sayers = [...new Set([a.publisher ?? '', a.author?.name ?? ''].flatMap((name) => contentWords(name)))]
  const names = passages.namesOfDocument(b.document)
  const by = lineage.namesPublisherOf(b, a) ? 1 : sayers.some((w) => names.has(w)) ? 0.5 : 0
  return { by, repeats, sayers }
}

/** Sentences of a case that are compared all with all; of larger cases words alone lead to partners. */
const FEW = 3000
const MOST_NEAREST = 3
const NEAREST = 2

/** The sentences of each document that lie nearest in meaning to a given one. */
async function nearestIn(
  passages: Passages,
): Promise<(to: Passage, of: (card: Card) => boolean) => readonly Passage[]> {
  if (passages.all.length > FEW || !passages.context.embed) return () => []
  const near = await nearOf(
    passages.all.map((p) => p.evidence.text),
    passages.context,
  )
  return (to, of) =>
    [...passages.context.cards.values()].flatMap((card) =>
      card.document === to.document || !of(card)
        ? []
        : (card.passages ?? [])
            .map((p) => ({ p, at: near(p.evidence.text, to.evidence.text) ?? 0 }))
            .sort((x, y) => y.at - x.at || x.p.sentence - y.p.sentence)
            .slice(0, MOST_NEAREST)
            .map(({ p }) => p),
    )
}

/** Names in a sentence and those right before it. */
function sayersAround(p: Passage, { beside }: Passages): ReadonlySet<string> {
  const out = new Set(p.names)
  for (let by = -1; by >= -BEFORE; by--) for (const name of beside(p, by)?.names ?? []) out.add(name)
  return out
}
