/** What a sentence of a draft and a sentence of a case have in common, and in what they differ. */
import { compatibleTimes } from '../../schema/edtf.js'
import { bounded, interval } from '../alike.js'
import { isPersonal } from '../document-kind.js'
import { conceptOfFrame } from '../words/concepts.js'
import { contentWords } from '../words/content.js'
import { areExclusive, frameOf, isLight } from '../words/frames.js'
import { clocksApart, clocksIn } from './clocks.js'
import { polarityOf } from './denied.js'
import type { Features } from './features.js'
import { allApart, figures, figuresOf } from './figures.js'
import type { Ground, Spoken } from './ground.js'
import { hedgesOf } from './hedged.js'
import { hasName, SAYING } from './names.js'

/** `near` and `nearest` are cosines, see Features. */
export function featuresOf(
  d: Spoken,
  p: Spoken,
  judged: Pick<Features, 'near' | 'nearest' | 'deniedNear' | 'same' | 'differ'>,
  ground: Ground,
): Features {
  const sayers = new Set(
    d.statements.flatMap((s) =>
      s.tellers.flatMap((t) => contentWords(`${t.name} ${ground.context.nameOf(t.entity ?? '')}`)),
    ),
  )
  const words = [...d.concepts].filter((w) => !SAYING.has(w) && !sayers.has(w))
  const names = [...d.names].filter((w) => !sayers.has(w))
  const weigh = (list: readonly string[]): number => list.reduce((n, w) => n + ground.weight(w), 0)
  const share = (list: readonly string[], has: (w: string) => boolean): number =>
    list.length === 0 ? 1 : weigh(list.filter(has)) / weigh(list)
  const inside = (w: string): boolean => p.concepts.has(w) || hasName(p.names, w)
  const nearby = (w: string): boolean => inside(w) || p.around.has(w)
  const verbs = [
    ...new Set(d.statements.filter((s) => !isLight(s.frame)).map((s) => conceptOfFrame(s.frame))),
  ].filter((v) => !SAYING.has(v))
  const [x, y] = [
    figuresOf(d.passage.evidence.text, p.passage.evidence.text),
    figuresOf(p.passage.evidence.text, d.passage.evidence.text),
  ]
  const times = timesOf(d, p)
  const polarity = polarityOf(d, p, ground)
  return {
    ...judged,
    theirs: isTheirs(d, p, ground) ? 1 : 0,
    allApart:
      allApart(d.passage.evidence.text, p.passage.evidence.text) ||
      allApart(p.passage.evidence.text, d.passage.evidence.text)
        ? 1
        : 0,
    covered: share([...words, ...names], inside),
    coveredAround: share([...words, ...names], nearby),
    filled: share(
      [...p.concepts, ...p.names].filter((w) => !SAYING.has(w)),
      (w) => d.concepts.has(w) || hasName(d.names, w) || d.around.has(w),
    ),
    named: share(names, inside),
    namedAround: share(names, nearby),
    verbs: verbs.length === 0 ? 0 : verbs.filter((v) => p.concepts.has(v)).length / verbs.length,
    ...figures(x, y),
    ...times,
    ...polarity,
    exclusive: excludes(d, p) ? 1 : 0,
    placesApart: placesApart(d, p, ground) ? 1 : 0,
    hedged: hedgesOf(p, d) ? 1 : 0,
    short: p.concepts.size + p.names.size < 4 ? 1 : 0,
  }
}

const sharesEntity = (a: readonly string[], b: readonly string[]): boolean => a.some((x) => b.includes(x))

/** 'Resigned' and 'dismissed', of one whom both name or mean. */
function excludes(d: Spoken, p: Spoken): boolean {
  const read = d.statements.some((a) =>
    p.statements.some((b) => areExclusive(a.frame, b.frame) && sharesEntity(a.entities, b.entities)),
  )
  if (read) return true
  if (![...d.names].some((w) => p.names.has(w) || p.around.has(w))) return false
  const frames = (one: Spoken) => [...one.concepts].map((w) => frameOf(w, null, ''))
  const [x, y] = [frames(d), frames(p)]
  return x.some((a) => !y.includes(a) && y.some((b) => areExclusive(a, b)))
}

/** Who says the passage is one whom the draft's sentence names, or speaks of 'I' and 'we'. */
function isTheirs(d: Spoken, p: Spoken, { context }: Ground): boolean {
  const card = context.cards.get(p.passage.document)
  const voice =
    context.nameOf(p.passage.voice) ||
    p.passage.voice ||
    (isPersonal(card?.kind ?? 'press') ? (card?.author?.name ?? '') : '')
  return contentWords(voice).some((w) => d.names.has(w) || d.concepts.has(w))
}

function timesOf(d: Spoken, p: Spoken): Pick<Features, 'days' | 'daysMissing' | 'daysApart' | 'clocksApart'> {
  const read = (one: Spoken) => one.passage.times.map(interval).filter((t) => t !== null && bounded(t))
  const [x, y] = [read(d), read(p)]
  const [s, t] = [d.passage.evidence.text, p.passage.evidence.text]
  const clocks = clocksApart(s, t) ? 1 : 0
  const missed = clocksIn(s).length > 0 && clocksIn(t).length === 0 ? 1 : 0
  if (x.length === 0) return { days: 0, daysMissing: missed, daysApart: 0, clocksApart: clocks }
  if (y.length === 0) return { days: 0, daysMissing: 1, daysApart: 0, clocksApart: clocks }
  const fits = x.some((a) => y.some((b) => compatibleTimes(a!, b!)))
  return { days: fits ? 1 : 0, daysMissing: 0, daysApart: fits ? 0 : 1, clocksApart: clocks }
}

/** Each names a place, and none lies in the other's. */
function placesApart(d: Spoken, p: Spoken, { context }: Ground): boolean {
  const at = (one: Spoken) => one.passage.places.filter(({ after }) => /^(?:in|at|near|from|to)$/.test(after))
  const [x, y] = [at(d), at(p)]
  if (x.length === 0 || y.length === 0) return false
  return !x.some((a) =>
    y.some(
      (b) =>
        a.key === b.key || a.name === b.name || context.within(a.key, b.key) || context.within(b.key, a.key),
    ),
  )
}
