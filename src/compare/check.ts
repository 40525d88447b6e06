/** One sentence of a draft against what a case holds: what carries it, what speaks against it, and how it stands. */
import type { Checked, Verdict } from '../schema/case.js'
import type { Evidence, Finding } from '../schema/reading.js'
import type { Span } from '../schema/span.js'
import { amountsApart, differences, figuresFit, interval, overlapOf, sameMatter } from './alike.js'
import { answerOf } from './answer.js'
import { blocksOf } from './blocks.js'
import type { Compared } from './compare.js'
import type { Context } from './context.js'
import { conflictOf } from './contradiction.js'
import { likeness } from './groups.js'
import { conceptsOf, kinship, MEANT, meantBy, nearness, sameTense } from './meant.js'
import { evidenceOf, originsOf } from './origins.js'
import { isWill, type Card, type Statement } from './statement.js'
import { conceptOf, conceptOfFrame } from './words/concepts.js'
import { contentWords } from './words/content.js'
import { areExclusive, isLight } from './words/frames.js'

export interface Index {
  readonly compared: Compared
  /** What the case's documents say against the draft's sentences, found as between any two documents. */
  readonly contested: readonly Finding[]
  readonly at: (keys: readonly string[]) => readonly Statement[]
}

const MOST_CANDIDATES = 400
/** Statements of a case by their block keys. */
export function indexOf(compared: Compared, contested: readonly Finding[] = []): Index {
  const map = new Map<string, Statement[]>()
  for (const s of compared.context.statements.values())
    for (const key of blocksOf(s)) {
      const list = map.get(key)
      if (list) list.push(s)
      else map.set(key, [s])
    }
  return {
    compared,
    contested,
    at(keys) {
      const hits = new Map<Statement, number>()
      for (const key of keys)
        for (const s of (map.get(key) ?? []).slice(0, 5000)) hits.set(s, (hits.get(s) ?? 0) + 1)
      return [...hits]
        .sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1))
        .slice(0, MOST_CANDIDATES)
        .map(([s]) => s)
    },
  }
}

/** The documents of a case that a draft is compared with: those that share most with it. */
export function nearOf(draft: Card, index: Index): Card[] {
  const documents = new Map<string, number>()
  for (const s of draft.statements)
    for (const other of index.at(blocksOf(s)))
      documents.set(other.document, (documents.get(other.document) ?? 0) + 1)
  const { cards } = index.compared.context
  return [...documents]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_NEAR)
    .map(([id]) => cards.get(id)!)
}
const MOST_NEAR = 60

interface Standing {
  readonly of: Statement
  readonly verdict: Verdict
  readonly carried: readonly Statement[]
  readonly against: readonly Evidence[]
  readonly why: string
}

const ATTRIBUTED =
  /\b(?:said|says|according to|testified|claims?|claimed|stated|states|wrote|writes|alleges?|alleged|admitted|say)\b|\btold (?!(?:\w+ ){1,3}to\b)/i
const SAYS_OTHERWISE =
  /\b(?:den(?:y|ies|ied)|disput(?:es|ed)|rejects?|rejected|contradicts?|contradicted|whereas|says? otherwise|contests?)\b/i

/** The verdict on one sentence, given the draft's statements that stand in it and the draft's text. */
export async function checkSentence(
  span: Span,
  text: string,
  own: readonly Statement[],
  index: Index,
): Promise<Checked> {
  const words = text.slice(span.start, span.end)
  const said = own.filter((s) => !s.cues.includes('question') && weightOf(s) >= 1 && !isIdle(s))
  const none = (why: string): Checked => ({
    ...span,
    text: words,
    verdict: 'no-claim',
    evidence: [],
    against: [],
    why,
    answer: null,
  })
  const contested = against(span, own, index)
  if (contested.length === 0 && (said.length === 0 || isGeneral(words, said)))
    return none('The sentence says nothing that could be checked.')
  const standings: Standing[] = []
  for (const statement of said.slice(0, 12))
    standings.push(await standingOf(statement, words, contested, index))
  if (standings.length === 0) return none('The sentence says nothing that could be checked.')
  const worst = pick(standings)
  const all = uniqueEvidence(standings.flatMap((s) => s.against))
  return {
    ...span,
    text: words,
    verdict: worst.verdict,
    evidence: evidenceOf(worst.carried),
    against: worst.verdict === 'contradicted' || SAYS_OTHERWISE.test(words) ? all : worst.against,
    why: worst.why,
    answer: await answerOf(said, all, index.compared.context),
  }
}

/** Sayings and openings: nobody named, no figure, no day, and nothing that 'the' or 'his' points to. */
const isGeneral = (words: string, said: readonly Statement[]): boolean =>
  /^\W*this is (?:the|a) (?:story|tale|account)\b/i.test(words) ||
  (said.every((s) => s.entities.length === 0 && s.amounts.length === 0 && s.time === null) &&
    !/\b(?:the|his|her|its|their|that|he|she|they|it)\b/i.test(words))

/** A contradicted statement speaks for its sentence; else the one that says most. */
function pick(standings: readonly Standing[]): Standing {
  const contradicted = standings.find((s) => s.verdict === 'contradicted')
  if (contradicted) return contradicted
  // Where the sentence says whose account it gives, that they say so is what it claims
  const given = standings.filter((s) => s.of.tellers.some((t) => !isWill(t)))
  if (given.length > 0 && given.length < standings.length) return pick(given)
  return [...standings].sort(
    (a, b) => weightOf(b.of) - weightOf(a.of) || RANK[a.verdict] - RANK[b.verdict],
  )[0]!
}
const RANK: Readonly<Record<Verdict, number>> = {
  unsupported: 0,
  overstated: 1,
  'single-origin': 2,
  supported: 3,
  contradicted: 4,
  'no-claim': 5,
}
const weightOf = (s: Statement): number =>
  2 * s.entities.length + s.stems.length + s.amounts.length + (s.time ? 1 : 0)
const isIdle = (s: Statement): boolean =>
  isLight(s.frame) && s.entities.length === 0 && s.amounts.length === 0 && s.stems.length < 2

async function standingOf(
  d: Statement,
  words: string,
  contested: readonly Evidence[],
  index: Index,
): Promise<Standing> {
  const { compared } = index
  const { context, lineage } = compared
  const candidates = index.at(blocksOf(d)).filter((s) => !areExclusive(d.frame, s.frame))
  const close = candidates.filter((s) => likeness(d, s, context) > 0 || carries(d, s, context))
  close.push(
    ...(await meaning(
      d,
      candidates.filter((c) => !close.includes(c)),
      context,
    )),
  )
  const carried = fullest(d, close)
  const conflicting = candidates.filter(
    (s) =>
      !close.includes(s) &&
      ((conflictOf({ ...d, tellers: [], strength: 3 }, s, context)?.score ?? 0) >= 0.5 ||
        otherwise(d, s, context)),
  )
  const known = compared.findings
    .filter((f) => (f.kind === 'contradiction' || f.kind === 'disputed') && f.sides.length === 2)
    .flatMap((f) => {
      const on = f.sides.map((side) =>
        side.evidence.some((e) => carried.some((s) => overlaps(e, s.evidence))),
      )
      return on[0] === on[1] ? [] : f.sides[on[0] ? 1 : 0]!.evidence.filter((e) => speaksOf(d, e, context))
    })
  const all = uniqueEvidence([...evidenceOf(conflicting), ...contested, ...known])
  const sayers = d.tellers.filter((t) => !isWill(t))
  const attributed = sayers.length > 0 || ATTRIBUTED.test(words)
  const origins = originsOf(carried, context, lineage)
  const standing = (verdict: Verdict, why: string): Standing => ({
    of: d,
    verdict,
    carried,
    against: all,
    why,
  })
  const names = origins.list.filter((o) => o.count > 0).map((o) => o.who)
  if (attributed && (close.length > 0 || (await saidSo(d, context))))
    return standing('supported', `The case holds that ${sayers.at(-1)?.name ?? 'they'} says so.`)
  if (all.length > 0 && !attributed && !SAYS_OTHERWISE.test(words))
    return standing('contradicted', `The case holds another account: “${brief(all[0]!.text)}”.`)
  if (carried.length === 0) return standing('unsupported', 'Nothing in the case says so.')
  const firmest = Math.max(...carried.map((s) => s.strength))
  if ((/\bwill\b/.test(d.gist) || /\bwill be\b/.test(words) ? 3 : d.strength) > firmest)
    return standing(
      'overstated',
      `The case puts it less firmly: “${brief(carried.reduce((a, b) => (b.strength > a.strength ? b : a)).evidence.text)}”.`,
    )
  if (origins.established === 0)
    return carried.every((s) => s.hearsay)
      ? standing('overstated', 'It is only said to be so, by nobody who is named.')
      : standing('unsupported', 'It stands in the case, but nobody is named whose word it is.')
  if (origins.established === 1) return standing('single-origin', `${names[0]} alone says so.`)
  return standing('supported', `${origins.established} independent origins: ${names.slice(0, 4).join(', ')}.`)
}

/** A long sentence of the case may be contested for something that the draft does not say. */
function speaksOf(d: Statement, e: Evidence, context: Context): boolean {
  if (d.stems.length < 2) return true
  const own = conceptsOf(d)
  const words = new Set(contentWords(e.text).map(conceptOf))
  const names = new Set(d.entities.flatMap((id) => contentWords(context.nameOf(id))))
  return [...own].some((c) => words.has(c) && !names.has(c))
}

/** Two accounts of one thing done, with days or figures that cannot both be. */
function otherwise(d: Statement, s: Statement, context: Context): boolean {
  if (
    d.polarity !== s.polarity ||
    s.strength === 0 ||
    isLight(d.frame) ||
    conceptOfFrame(d.frame) !== conceptOfFrame(s.frame)
  )
    return false
  if (s.cues.includes('question') || !sameTense(d, s)) return false
  const differ = differences(d, s, context)
  const [x, y] = [interval(d.time), interval(s.time)]
  const doer = d.doer !== null && d.doer === s.doer
  if (doer && d.entities.includes(d.doer) && differ.length === 1 && differ[0] === 'date' && x && y)
    return Math.abs(x.earliest - y.earliest) < 200 && overlapping(d, s) >= 0.6
  return (
    amountsApart(d, s) &&
    differ.every((k) => k === 'amount') &&
    !s.cues.includes('part') &&
    overlapping(d, s) >= 0.5
  )
}
const overlapping = (d: Statement, s: Statement): number => overlapOf(d, s).ofLess

/** Says all that the draft's statement says, and more. */
function carries(d: Statement, s: Statement, context: Context): boolean {
  if (d.frame !== s.frame || d.polarity !== s.polarity || amountsApart(d, s)) return false
  const [x, y] = [interval(d.time), interval(s.time)]
  if (x && y && (x.latest < y.earliest || y.latest < x.earliest)) return false
  const { shared, ofLess } = overlapOf(d, s)
  return shared >= 2 && ofLess >= 0.6 && sameMatter(d, s, context)
}

/** Candidates in other words that mean the same and differ in nothing. */
async function meaning(
  d: Statement,
  candidates: readonly Statement[],
  context: Context,
): Promise<Statement[]> {
  if (!context.embed) return []
  const near = candidates
    .flatMap((s) => {
      const kin = s.polarity === d.polarity && figuresFit(d, s) ? kinship(d, s) : null
      return kin !== null && meantBy(kin, 1) >= MEANT && differences(d, s, context).length === 0
        ? [{ s, kin }]
        : []
    })
    .sort((a, b) => b.kin - a.kin || (a.s.id < b.s.id ? -1 : 1))
    .slice(0, 40)
  const cosines = await nearness(
    d.gist,
    near.map(({ s }) => s.gist),
    context,
  )
  return near.filter(({ kin }, i) => meantBy(kin, cosines[i]!) >= MEANT).map(({ s }) => s)
}

/** Those that say most of what the draft's statement says: who says only that he died does not say of what. */
function fullest(d: Statement, close: readonly Statement[]): Statement[] {
  const covered = close.map((s) => coverage(d, s))
  const most = Math.max(0, ...covered)
  return close.filter((_, i) => covered[i]! >= most - SLACK)
}
const SLACK = 0.25
function coverage(d: Statement, s: Statement): number {
  const [own, other] = [conceptsOf(d), conceptsOf(s)]
  let [shared, all] = [0, 0]
  for (const concept of own) [shared, all] = [shared + (other.has(concept) ? 1 : 0), all + 1]
  for (const amount of d.amounts)
    [shared, all] = [shared + (s.amounts.some((a) => a.value === amount.value) ? 1 : 0), all + 1]
  return all === 0 ? 1 : shared / all
}

/** Whether one whom the draft names for it says something near to it in the case. */
async function saidSo(d: Statement, context: Context): Promise<boolean> {
  const names = d.tellers.filter((t) => !isWill(t))
  const theirs = [...context.statements.values()].filter(
    (s) =>
      s.document !== d.document &&
      s.polarity === d.polarity &&
      (sharesConcept(d, s) || d.frame === s.frame) &&
      names.some((t) => isSayer(t.entity, t.name, s, context)),
  )
  const cosines = await nearness(
    d.gist,
    theirs.slice(0, 100).map((s) => s.gist),
    context,
  )
  return cosines.some((near) => near >= SAID)
}
/** With the speaker given, less likeness is enough. */
const SAID = 0.45
const sharesConcept = (a: Statement, b: Statement): boolean => {
  const other = conceptsOf(b)
  return [...conceptsOf(a)].some((c) => other.has(c))
}
function isSayer(entity: string | null, name: string, s: Statement, context: Context): boolean {
  const author = context.cards.get(s.document)?.author
  const speakers = [
    ...s.tellers.map((t) => ({ entity: t.entity, name: t.name })),
    ...(author ? [author] : []),
  ]
  const heads = contentWords(name)
  return speakers.some(
    (t) => (entity !== null && t.entity === entity) || contentWords(t.name).some((w) => heads.includes(w)),
  )
}

/** Evidence of the case that a finding sets against a sentence of the draft. */
function against(span: Span, own: readonly Statement[], { contested }: Index): Evidence[] {
  const file = own[0]?.evidence.file
  return contested.flatMap(({ sides }) => {
    const here = sides.findIndex((side) =>
      side.evidence.some((e) => e.file === file && e.start < span.end && span.start < e.end),
    )
    return here < 0 || sides.length !== 2 ? [] : sides[1 - here]!.evidence.filter((e) => e.file !== file)
  })
}

const overlaps = (a: Evidence, b: Evidence): boolean =>
  a.file === b.file && a.start < b.end && b.start < a.end
const uniqueEvidence = (list: readonly Evidence[]): Evidence[] => [
  ...new Map(list.map((e) => [`${e.file} ${e.start} ${e.end}`, e])).values(),
]
const brief = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 140)
