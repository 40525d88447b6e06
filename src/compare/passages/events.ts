/** One event at two times or in two places: a departure, an acceptance, a meeting, a find. */
import { compatibleTimes } from '../../schema/edtf.js'
import { bounded, interval } from '../alike.js'
import { clausesOf } from './clauses.js'
import { oneVoice, type Passages, type Raised } from './index.js'
import type { Passage } from './passage.js'
import { OPEN } from './words.js'
import { merged } from './states.js'

interface Kind {
  readonly name: string
  readonly words: RegExp
  /** Whether two days or two places of it conflict. */
  readonly date?: true
  readonly place?: true
  /** Held at a time: two places conflict only where the times agree. */
  readonly timed?: true
}
const KINDS: readonly Kind[] = [
  {
    name: 'leave',
    words:
      /\b(?:left|departed|sailed from|set sail|departure)\b(?! (?:open|behind|a |the (?:date|question)))/i,
    date: true,
  },
  { name: 'arrive', words: /\b(?:arrived|came to|arrival|landed)\b/i, date: true },
  { name: 'accept', words: /\b(?:accepted|acceptance|approved|inaugurated)\b/i, date: true },
  { name: 'sign', words: /\b(?:signed|signature|signing)\b/i, date: true, place: true },
  { name: 'die', words: /\b(?:died|death of|was killed)\b/i, date: true, place: true },
  { name: 'born', words: /\bborn\b/i, date: true, place: true },
  {
    name: 'found',
    words: /\b(?:was|were) (?:founded|established|set up|incorporated)\b/i,
    date: true,
    place: true,
  },
  { name: 'meet', words: /\b(?:met|meeting|talks)\b/i, place: true, timed: true },
  {
    name: 'unearth',
    words:
      /\b(?:(?:was|were|been) (?:\w+ )?(?:found|discovered|dug up|unearthed|excavated|recovered)|dug up|unearthed|excavated)\b/i,
    place: true,
  },
  { name: 'arrest', words: /\b(?:arrested|detained|arrest of)\b/i, date: true, place: true },
  { name: 'collapse', words: /\b(?:collapsed|exploded|burned down|sank|crashed|broke out)\b/i, date: true },
  { name: 'dismiss', words: /\b(?:dismissed|sacked|resigned|dismissal|resignation)\b/i, date: true },
  { name: 'sell', words: /\b(?:was|were) (?:sold|bought|delivered|stolen)\b/i, place: true, timed: true },
]
/** Names and nouns that two sentences share before they are of one event. */
const TELLING = 2
const MOST = 400
/** Characters between an event and its place. */
const FAR_BEHIND = 60
/** Days between two dates of one event; further apart they are two. */
const FAR = 200

/** Passages of one kind of event that share who or what it is of, and differ in the day or the place. */
export function eventsApart(passages: Passages): Raised[] {
  const out: Raised[] = []
  for (const kind of KINDS) {
    const usable = passages.all
      .filter(
        (p) =>
          kind.words.test(p.evidence.text) &&
          !OPEN.test(p.evidence.text) &&
          !passages.corrects(p) &&
          (p.times.length > 0 || p.places.length > 0) &&
          clausesOf(p.evidence.text).some((c) => !c.negative && kind.words.test(c.text)),
      )
      .slice(0, 20_000)
    const byTime = new Map<string, Passage[]>()
    for (const p of usable)
      for (const t of new Set(p.times.map((time) => time.replace('?', '')))) {
        const list = byTime.get(t)
        if (!list) byTime.set(t, [p])
        else if (list.length < MOST) list.push(p)
      }
    const at = new Map(usable.map((p, i) => [p, i] as const))
    const around = new Map<Passage, Set<string>>()
    const nearOf = (p: Passage): Set<string> => {
      let found = around.get(p)
      if (!found) around.set(p, (found = nearWords(p, kind)))
      return found
    }
    for (const [i, p] of usable.entries()) {
      const near = nearOf(p)
      const candidates = kind.timed
        ? new Set([
            ...passages.sharing([...near]),
            ...p.times.flatMap((t) => byTime.get(t.replace('?', '')) ?? []),
          ])
        : passages.sharing([...near])
      for (const q of [...candidates].slice(0, MOST)) {
        const j = at.get(q)
        if (j === undefined || j <= i || oneVoice(p, q, passages)) continue
        const theirs = nearOf(q)
        const shared = [...near].filter((w) => theirs.has(w))
        const tell = shared.reduce((n, w) => n + (passages.weight(w) > 1 ? passages.weight(w) : 0), 0)
        const together = kind.timed === true && kind.name === 'meet' && samePeople(p, q, passages)
        const hangTogether = tell > 1.5 && kind.name === 'unearth' && documentsShare(p, q, passages)
        if (!together && !hangTogether && (shared.length === 0 || tell < TELLING)) continue
        const named = shared.some((w) => p.written.includes(w) && q.written.includes(w))
        const where = p.places.some((x) => q.places.some((y) => x.key === y.key || x.name === y.name))
        if (kind.date && (shared.length >= 2 || (named && where)) && daysApart(p, q))
          out.push({ kind: 'contradiction', on: 'date', sides: [[p], [q]], why: '', score: 0.6 })
        else if (kind.place && placesApart(p, q, kind, passages))
          out.push({ kind: 'contradiction', on: 'place', sides: [[p], [q]], why: '', score: 0.6 })
      }
    }
  }
  return merged(out)
}

/** The words and names of the stretch around the event, without its own and the places. */
function nearWords(p: Passage, kind: Kind): Set<string> {
  const text = p.evidence.text
  const match = kind.words.exec(text)!
  const stretch = text
    .slice(Math.max(0, match.index - 110), match.index + match[0].length + 110)
    .toLowerCase()
  const own = match[0].toLowerCase()
  const where = new Set(p.places.map(({ name }) => name.toLowerCase()))
  return new Set(
    [...p.words, ...p.names].filter(
      (w) =>
        stretch.includes(w.slice(0, 6)) &&
        !own.includes(w.slice(0, 4)) &&
        ![...where].some((name) => name.includes(w)),
    ),
  )
}

/** Documents of one affair have names in common. */
function documentsShare(p: Passage, q: Passage, { namesOfDocument }: Passages): boolean {
  const other = namesOfDocument(q.document)
  return [...namesOfDocument(p.document)].filter((w) => other.has(w)).length >= 3
}

/** Two and more words of names in common, those of the sentence before counted: 'the two men', 'the meeting'. */
function samePeople(p: Passage, q: Passage, passages: Passages): boolean {
  const of = (one: Passage): Set<string> =>
    new Set([one, passages.beside(one, -1)].flatMap((x) => x?.people.flatMap(({ words }) => words) ?? []))
  const [a, b] = [of(p), of(q)]
  return [...a].filter((w) => b.has(w)).length >= 2
}

function daysApart(p: Passage, q: Passage): boolean {
  const only = (one: Passage) => {
    const read = one.times
      .map(interval)
      .filter((t) => t !== null && bounded(t) && t.latest - t.earliest <= 31)
    return read.length === 1 ? read[0]! : null
  }
  const [a, b] = [only(p), only(q)]
  if (!a || !b || compatibleTimes(a, b)) return false
  return Math.max(a.earliest, b.earliest) - Math.min(a.latest, b.latest) < FAR
}

function placesApart(p: Passage, q: Passage, kind: Kind, { context }: Passages): boolean {
  const of = (one: Passage) => {
    const end = kind.words.exec(one.evidence.text)!.index
    return one.places.filter(
      ({ after, name }) =>
        /^(?:in|at|near)$/.test(after) &&
        one.evidence.text.indexOf(name) > end &&
        one.evidence.text.indexOf(name) < end + FAR_BEHIND,
    )[0]
  }
  const [x, y] = [of(p), of(q)]
  if (!x || !y || x.key === y.key || x.name === y.name) return false
  if (context.within(x.key, y.key) || context.within(y.key, x.key)) return false
  if (!kind.timed) return true
  const [s, t] = [p.times.map(interval).find((i) => i), q.times.map(interval).find((i) => i)]
  return !!s && !!t && bounded(s) && bounded(t) && compatibleTimes(s, t) && s.latest - s.earliest < 40
}
