/** 'I have never been to Cyprus' against whoever saw him there. */
import { bounded, interval } from '../alike.js'
import { contentWords } from '../words/content.js'
import { clausesIn } from './clauses.js'
import { oneVoice, type Passages, type Raised } from './index.js'
import type { Passage } from './passage.js'

const ABSENT =
  /\b(?:(?:was|were|am|is|has|have|had|been)(?: never| not|n['’]t)(?: been| set foot)? (?:at|in|to|on|inside|near|present)|never (?:visited|set foot|went to|travelled to|at|in))\b/i

/** Denials of having been in a place, with the passages that put that person or thing there, or elsewhere at work that day. */
export function absences(passages: Passages): Raised[] {
  const out: Raised[] = []
  for (const p of passages.all) {
    const clause = clausesIn(p).find((c) => ABSENT.test(c.text))?.text
    if (!clause || passages.corrects(p)) continue
    const where = p.places.filter(({ name }) => clause.includes(name))
    const placeWords = where.flatMap(({ name }) => contentWords(name))
    const who = [...passages.about(p)].filter((w) => !placeWords.includes(w))
    const before = passages.beside(p, -1)
    // 'They' are what the sentence before speaks of.
    const things =
      /^\W*(?:they|it|these|those)\b/i.test(clause) && before
        ? before.words.filter((w) => passages.weight(w) > 1.2)
        : []
    const found = passages.sharing([...who, ...things, ...placeWords]).filter((q) => {
      if (q === p || oneVoice(p, q, passages) || passages.corrects(q)) return false
      if (/\?["”’']?\s*$|\b(?:whether|if|supposed to)\b/i.test(q.evidence.text)) return false
      if (clausesIn(q).some((c) => c.negative)) return false
      const person = who.filter((w) => q.names.includes(w)).length > 0 && who.length > 0
      const thing = things.filter((w) => q.words.includes(w)).length > 0
      if (where.length > 0) {
        const near = [
          ...q.places,
          ...(/\bthere\b/i.test(q.evidence.text) ? (passages.beside(q, -1)?.places ?? []) : []),
        ]
        const there = near.some((a) =>
          where.some((b) => a.key === b.key || a.name === b.name || passages.context.within(a.key, b.key)),
        )
        const named =
          placeWords.length > 0 && placeWords.every((w) => q.names.includes(w) || q.words.includes(w))
        return (person || thing) && (there || named)
      }
      return person && sameDay(p, q)
    })
    if (found.length > 0)
      out.push({
        kind: things.length > 0 ? 'disputed' : 'contradiction',
        on: things.length > 0 ? 'denial' : 'whether',
        sides: [found, [p]],
        why: '',
        score: 0.65,
      })
  }
  return out
}

function sameDay(p: Passage, q: Passage): boolean {
  const days = (one: Passage) =>
    one.times.map(interval).filter((t) => t !== null && bounded(t) && t.latest - t.earliest <= 1)
  return days(p).some((a) => days(q).some((b) => a!.earliest === b!.earliest))
}
