/** Documents that have one statement from one another: in a circle, or three and more from one. */
import type { Lineage } from '../lineage.js'
import { isLater } from '../statement.js'
import type { Passages, Raised } from './index.js'
import type { Passage } from './passage.js'

/** Of the words of the shorter sentence, the weight that both have. */
const SAME = 0.5

/** Sentences that name the publication which another sentence of the same content stands in, followed to their ends. */
export function circles(passages: Passages, lineage: Lineage): Raised[] {
  const from = new Map<Passage, Passage[]>()
  for (const p of passages.all) {
    const card = passages.cardOf(p)
    if (passages.corrects(p) || p.words.length < 3) continue
    const names = [...new Set([...namedIn(p), p.voice].filter((n) => n !== ''))]
    const cited = new Set(
      lineage
        .namedIn(names, card)
        .filter((c) => c !== card)
        .map((c) => c.document),
    )
    if (cited.size === 0) continue
    const found = passages
      .sharing(p.words)
      .filter((q) => cited.has(q.document) && !passages.corrects(q) && sameContent(p, q, passages))
    if (found.length > 0) from.set(p, found)
  }
  const out: Raised[] = []
  const done = new Set<Passage>()
  for (const p of [...from.keys()].sort((a, b) =>
    isLater(passages.cardOf(a), passages.cardOf(b)) ? -1 : 1,
  )) {
    if (done.has(p)) continue
    const reached = new Set<Passage>()
    const open = [p]
    while (open.length > 0 && reached.size < MOST) {
      const next = open.pop()!
      if (reached.has(next)) continue
      reached.add(next)
      open.push(...(from.get(next) ?? []))
    }
    const documents = new Set([...reached].map((q) => q.document))
    const ends = new Set([...reached].filter((q) => !from.has(q)).map((q) => q.document))
    for (const q of reached) done.add(q)
    if (documents.size < 2 || !(ends.size === 0 || (documents.size >= 3 && ends.size === 1))) continue
    const names = [...documents].map((d) => passages.context.cards.get(d)!.publisher ?? d)
    const text = p.evidence.text.replace(/\s+/g, ' ').slice(0, 160)
    out.push({
      kind: 'circular',
      on: 'origin',
      sides: [[...reached]],
      score: 0.7,
      why:
        ends.size === 0
          ? `${names.join(' and ')} have it from one another: “${text}”`
          : `${documents.size} documents say so, and all have it from one: “${text}”`,
    })
  }
  return out
}
const MOST = 50

const namedIn = (p: Passage): string[] =>
  [...p.evidence.text.matchAll(/\p{Lu}[\p{L}'’-]+(?: (?:and |of |the )?\p{Lu}[\p{L}'’-]+)*/gu)].map(
    ([name]) => name.replace(/^(?:The|According to the|According to) /, ''),
  )

function sameContent(p: Passage, q: Passage, { weight }: Passages): boolean {
  const sum = (words: readonly string[]): number => words.reduce((n, w) => n + weight(w), 0)
  const own = q.words.filter((w) => p.words.includes(w))
  const names = q.written.filter((w) => p.written.includes(w))
  return (
    own.length + names.length >= 3 && sum(own) + sum(names) >= SAME * Math.min(sum(p.words), sum(q.words))
  )
}
