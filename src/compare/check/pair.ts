/** What a sentence of a draft and a sentence of a case have in common, in numbers that weights are learned for. */
import { compatibleTimes } from '../../schema/edtf.js'
import { bounded, interval } from '../alike.js'
import { isPersonal } from '../document-kind.js'
import { clausesOf, deniedIn } from '../passages/clauses.js'
import { conceptOf, conceptOfFrame } from '../words/concepts.js'
import { contentWords } from '../words/content.js'
import { matterOf } from '../words/derived.js'
import { areExclusive, frameOf, isLight } from '../words/frames.js'
import { amountsIn, sameAmount, sameUnit, type Amount } from '../words/numbers.js'
import type { Passage } from '../passages/passage.js'
import { clocksApart, clocksIn } from './clocks.js'
import type { Ground, Spoken } from './ground.js'

/** Verbs of saying tell nothing of what is said. */
const SAYING = new Set(
  'say tell accord state write claim allege testify report declare maintain explain add call speak word account statement'.split(
    ' ',
  ),
)

export interface Features {
  /** Cosine of the two sentences; of the two that are nearest among them and what is said in them. */
  readonly near: number
  readonly nearest: number
  /** Weight of the draft's words that the passage has; that it or its neighbours have; of the passage's that the draft has. */
  readonly covered: number
  readonly coveredAround: number
  readonly filled: number
  /** Weight of the draft's names that the passage has; that it or its neighbours have. */
  readonly named: number
  readonly namedAround: number
  /** Share of the draft's verbs that the passage has. */
  readonly verbs: number
  /** Figures, days and times of day: in common, missing from the passage, different. */
  readonly figures: number
  readonly figuresMissing: number
  readonly figuresApart: number
  readonly days: number
  readonly daysMissing: number
  readonly daysApart: number
  readonly clocksApart: number
  /** One of them says that it is not so, of what the other says. */
  readonly denied: number
  /** Both deny it. */
  readonly bothDeny: number
  /** Cosine of the draft's sentence and what the passage denies; 0 where it denies nothing. */
  readonly deniedNear: number
  /** One whom the draft names says the passage. */
  readonly theirs: number
  /** 'All ten', where the other has nine. */
  readonly allApart: number
  /** Figures that count nothing named, and differ. */
  readonly bareApart: number
  readonly exclusive: number
  readonly placesApart: number
  readonly hedged: number
  readonly short: number
  /** Chances that both say the same and that both cannot hold, as a network judges; 0 where there is none. */
  readonly same: number
  readonly differ: number
}
export const FEATURES: readonly (keyof Features)[] = [
  'near',
  'nearest',
  'covered',
  'coveredAround',
  'filled',
  'named',
  'namedAround',
  'verbs',
  'figures',
  'figuresMissing',
  'figuresApart',
  'days',
  'daysMissing',
  'daysApart',
  'clocksApart',
  'denied',
  'bothDeny',
  'deniedNear',
  'theirs',
  'allApart',
  'bareApart',
  'exclusive',
  'placesApart',
  'hedged',
  'short',
  'same',
  'differ',
]

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

const ALL = /\b(?:all|every one of the|each of the|both|everyone|everybody|none)\b/i
/** One says 'all ten', the other less than all. */
const allApart = (a: string, b: string): boolean => {
  if (!ALL.test(a) || (ALL.test(b) && !/\bnot all\b/i.test(b))) return false
  const [x, y] = [amountsIn(a), amountsIn(b)]
  return (
    /\bnot all\b/i.test(b) ||
    (x.length > 0 && y.some((n) => x.some((m) => n.value < m.value && (n.unit === m.unit || n.unit === ''))))
  )
}

/** Letter by letter, or with one letter other: 'Couvaras', 'Kouvaras'. */
function hasName(names: ReadonlySet<string>, word: string): boolean {
  if (names.has(word)) return true
  if (word.length < 5) return false
  for (const other of names) if (oneOff(word, other)) return true
  return false
}
function oneOff(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && a[i] === b[i]) i++
  const [x, y] = [a.slice(i), b.slice(i)]
  return x.slice(1) === y.slice(1) || x.slice(1) === y || x === y.slice(1)
}

/** The figures of a text; 'one patient' counts where the other text counts patients. */
function figuresOf(text: string, other: string): Amount[] {
  const found = amountsIn(text)
  for (const { unit } of amountsIn(other))
    if (
      unit !== '' &&
      !found.some((a) => a.unit === unit) &&
      new RegExp(`\\b(?:one|a single|a) (?:\\w+ )?${escape(unit)}\\b`, 'i').test(text) &&
      /\b(?:one|single)\b/i.test(text)
    )
      found.push({ value: 1, unit, bound: 'exact' })
  return found
}
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function figures(
  x: readonly Amount[],
  y: readonly Amount[],
): Pick<Features, 'figures' | 'figuresMissing' | 'figuresApart' | 'bareApart'> {
  if (x.length === 0) return { figures: 0, figuresMissing: 0, figuresApart: 0, bareApart: 0 }
  let [same, apart, missing] = [0, 0, 0]
  for (const a of x) {
    const plain = { ...a, bound: a.bound === 'about' ? a.bound : ('exact' as const) }
    if (
      y.some(
        (b) =>
          sameAmount(plain, { ...b, bound: b.bound === 'about' ? b.bound : 'exact' }) &&
          (sameUnit(a, b) || a.unit === '' || b.unit === '' || a.value > 12),
      )
    )
      same++
    else if (y.some((b) => sameUnit(a, b) && !sameAmount(a, b))) apart++
    else missing++
  }
  // '41 people', 'about 25': what is counted is not said, and they are of one size.
  const bare = y.some((b) => x.some((a) => (a.unit === '' || b.unit === '') && ratio(a, b) < 12))
  return {
    figures: same / x.length,
    figuresMissing: missing / x.length,
    figuresApart: apart / x.length,
    bareApart: same === 0 && apart === 0 && bare ? 1 : 0,
  }
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

const conceptsOfText = (text: string): string[] => contentWords(text).map(matterOf).map(conceptOf)

/** How much of what one denies the other says. */
function polarityOf(d: Spoken, p: Spoken, ground: Ground): Pick<Features, 'denied' | 'bothDeny'> {
  const [own, theirs] = [deniedBy(d, p, ground), deniedBy(p, d, ground)]
  const mine = deniedIn(d.passage.evidence.text).length > 0
  const other = deniedIn(p.passage.evidence.text).length > 0
  if (mine && other) return { denied: 0, bothDeny: Math.min(1, Math.max(own, theirs)) }
  return { denied: Math.max(own, theirs), bothDeny: 0 }
}
/** Weight of what `p` denies that `d` speaks of. */
function deniedBy(p: Spoken, d: Spoken, ground: Ground): number {
  let most = 0
  for (const { text } of deniedIn(p.passage.evidence.text)) {
    const words = conceptsOfText(text).filter((w) => !EMPTY.has(w) && !SAYING.has(w))
    if (words.length === 0) continue
    const whole = words.reduce((n, w) => n + ground.weight(w), 0)
    const met = words.filter((w) => d.concepts.has(w) || hasName(d.names, w))
    const verbal = met.some((w) => d.concepts.has(w))
    if (verbal) most = Math.max(most, met.reduce((n, w) => n + ground.weight(w), 0) / whole)
  }
  return most
}
const EMPTY = new Set(
  'ever anyone anything anybody anywhere nobody nothing never not none suggestion allegation give take make have without such single time case evidence hear way thing member doubt'.split(
    ' ',
  ),
)

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

const HEDGED =
  /\b(?:may|might|could)\b(?! \d)|\b(?:possibly|perhaps|probably|likely|allegedly|reportedly|apparently|presumably|supposedly|seems?|seemed|appears? to|appeared to|suspects?|suspected|suspicion|believes?|believed|thinks?|thought|expects?|expected to|fears?|feared|doubts?|supposed|assumes?|assumed|guess(?:es|ed)?|under the impression|considering whether|considers whether|(?:is|are|was|were) (?:said|rumou?red|alleged|understood|reported) to|rumou?rs?|not certain|cannot say|would not swear|wonders?|wondered)\b/i
/** Put as possible, believed or expected. */
export const isHedged = (text: string): boolean => HEDGED.test(text)

/** Of a sentence, the clause that speaks of what `d` speaks of is put so. */
export function hedgesOf(p: Spoken, d: Spoken): boolean {
  const text = p.passage.evidence.text
  const shares = (clause: string): boolean =>
    conceptsOfText(clause).some((w) => d.concepts.has(w) || d.names.has(w))
  const clauses = clausesOf(text)
  let from = 0
  const starts = clauses.map((clause) => (from = text.indexOf(clause.text, from)))
  for (const { index } of text.matchAll(new RegExp(HEDGED, 'gi'))) {
    const i = starts.findLastIndex((start) => start <= index)
    const next = clauses[i + 1]?.text ?? ''
    if (shares(clauses[i]?.text ?? '') || /^\s*(?:that|whether|if)\b/i.test(next)) return true
  }
  return false
}

/** What a passage says is not so, each to be compared by meaning. */
export const deniedTexts = (p: Passage): string[] => deniedIn(p.evidence.text).map(({ text }) => text)
const ratio = (a: Amount, b: Amount): number =>
  Math.max(a.value, b.value) / Math.max(1e-9, Math.min(a.value, b.value))
