/** One sentence of a draft against what a case holds: what carries it, what speaks against it, and how it stands. */
import type { Checked, Verdict } from '../schema/case.js'
import type { Evidence } from '../schema/reading.js'
import type { Span } from '../schema/span.js'
import { amountsApart, differences, interval, overlapOf, sameMatter } from './alike.js'
import { blocksOf } from './blocks.js'
import type { Context } from './context.js'
import type { Compared } from './compare.js'
import { conflictOf } from './contradiction.js'
import { evidenceOf, originsOf } from './origins.js'
import { likeness } from './groups.js'
import type { Statement } from './statement.js'
import { frameNamed, isLight } from './words/frames.js'

export interface Index {
  readonly compared: Compared
  readonly at: (keys: readonly string[]) => readonly Statement[]
}

const MOST_CANDIDATES = 400
/** Statements of a case by their block keys. */
export function indexOf(compared: Compared): Index {
  const map = new Map<string, Statement[]>()
  for (const s of compared.context.statements.values())
    for (const key of blocksOf(s)) {
      const list = map.get(key)
      if (list) list.push(s)
      else map.set(key, [s])
    }
  return {
    compared,
    at(keys) {
      const hits = new Map<Statement, number>()
      for (const key of keys)
        for (const s of (map.get(key) ?? []).slice(0, 5000)) hits.set(s, (hits.get(s) ?? 0) + 1)
      return [...hits].sort((a, b) => b[1] - a[1] || (a[0].id < b[0].id ? -1 : 1)).slice(0, MOST_CANDIDATES).map(([s]) => s) // prettier-ignore
    },
  }
}

interface Standing {
  readonly of: Statement
  readonly verdict: Verdict
  readonly carried: readonly Statement[]
  readonly against: readonly Statement[]
  readonly why: string
}

/** Near in meaning: see model/meaning. */
const NEAR = 0.68
const ATTRIBUTED = /\b(?:said|says|told|wrote|writes|according to|testified|claims?|claimed|stated|states|reported|alleges?|alleged|found|denies|denied|admitted|say)\b/i // prettier-ignore
const SAYS_OTHERWISE = /\b(?:den(?:y|ies|ied)|disputes?|disputed|rejects?|rejected|contradicts?|contradicted|while|but|though|whereas|says? otherwise)\b/i // prettier-ignore

/** The verdict on one sentence, given the draft's statements that stand in it and the draft's text. */
export async function checkSentence(span: Span, text: string, own: readonly Statement[], index: Index): Promise<Checked> {
  const words = text.slice(span.start, span.end)
  const said = own.filter((s) => !s.cues.includes('question') && weightOf(s) >= 2 && !isIdle(s))
  const none = (why: string): Checked => ({ ...span, text: words, verdict: 'no-claim', evidence: [], against: [], why, answer: null })
  if (said.length === 0) return none('The sentence says nothing that could be checked.')
  const standings: Standing[] = []
  for (const statement of said.slice(0, 12)) standings.push(await standingOf(statement, words, index))
  const worst = pick(standings)
  const against = unique(standings.flatMap((s) => s.against))
  const stated = SAYS_OTHERWISE.test(words)
  const verdict: Verdict = worst.verdict
  return {
    ...span,
    text: words,
    verdict,
    evidence: evidenceOf(worst.carried),
    against: evidenceOf(verdict === 'contradicted' || stated ? against : worst.against),
    why: worst.why,
    answer: answerOf(said, against, index),
  }
} // prettier-ignore

/** A contradicted statement speaks for its sentence; else the one that says most. */
function pick(standings: readonly Standing[]): Standing {
  const contradicted = standings.find((s) => s.verdict === 'contradicted')
  if (contradicted) return contradicted
  return [...standings].sort(
    (a, b) => weightOf(b.of) - weightOf(a.of) || RANK[a.verdict] - RANK[b.verdict],
  )[0]!
}
const RANK: Readonly<Record<Verdict, number>> = { unsupported: 0, overstated: 1, 'single-origin': 2, supported: 3, contradicted: 4, 'no-claim': 5 } // prettier-ignore
const weightOf = (s: Statement): number => 2 * s.entities.length + s.stems.length + s.amounts.length + (s.time ? 1 : 0) // prettier-ignore
const isIdle = (s: Statement): boolean =>
  isLight(s.frame) && s.entities.length === 0 && s.amounts.length === 0

async function standingOf(d: Statement, words: string, index: Index): Promise<Standing> {
  const { compared } = index
  const { context, lineage } = compared
  const candidates = index.at(blocksOf(d))
  const carried = candidates.filter((s) => likeness(d, s, context) > 0 || carries(d, s, context))
  for (const s of await meantBy(d, candidates.filter((c) => !carried.includes(c)), index)) carried.push(s) // prettier-ignore
  const against = candidates.filter((s) => !carried.includes(s) && (conflictOf({ ...d, tellers: [], strength: 3 }, s, context)?.score ?? 0) >= 0.5) // prettier-ignore
  const also = compared.findings
    .filter((f) => (f.kind === 'contradiction' || f.kind === 'disputed') && f.sides.length === 2)
    .flatMap((f) => {
      const on = f.sides.map((side) => side.evidence.some((e) => carried.some((s) => s.evidence.file === e.file && s.evidence.start === e.start)))
      return on[0] === on[1] ? [] : statementsAt(f.sides[on[0] ? 1 : 0]!.evidence, compared)
    })
  const all = unique([...against, ...also])
  const attributed = d.tellers.length > 0 || ATTRIBUTED.test(words)
  const origins = originsOf(carried, context, lineage)
  const standing = (verdict: Verdict, why: string): Standing => ({ of: d, verdict, carried, against: all, why })
  const names = origins.list.filter((o) => o.count > 0).map((o) => o.who)
  if (all.length > 0 && !SAYS_OTHERWISE.test(words) && !(attributed && carried.length > 0))
    return standing('contradicted', `The case holds another account: “${brief(all[0]!.evidence.text)}”.`)
  if (carried.length === 0) return standing('unsupported', 'Nothing in the case says so.')
  const firmest = Math.max(...carried.map((s) => s.strength))
  if (attributed && sayer(d, carried)) return standing('supported', `The case holds that ${d.tellers.at(-1)?.name ?? 'they'} says so.`)
  if (d.strength > firmest) return standing('overstated', `The case puts it less firmly: “${brief(carried.reduce((a, b) => (b.strength > a.strength ? b : a)).evidence.text)}”.`)
  if (origins.established === 0)
    return carried.every((s) => s.hearsay)
      ? standing('overstated', 'It is only said to be so, by nobody who is named.')
      : standing('unsupported', 'It stands in the case, but nobody is named whose word it is.')
  if (origins.established === 1) return standing('single-origin', `${names[0]} alone says so.`)
  return standing('supported', `${origins.established} independent origins: ${names.slice(0, 4).join(', ')}.`)
} // prettier-ignore

/** Says all that the draft's statement says, and more. */
function carries(d: Statement, s: Statement, context: Context): boolean {
  if (d.frame !== s.frame || d.polarity !== s.polarity || amountsApart(d, s)) return false
  const [x, y] = [interval(d.time), interval(s.time)]
  if (x && y && (x.latest < y.earliest || y.latest < x.earliest)) return false
  const { shared, ofLess } = overlapOf(d, s)
  return shared >= 2 && ofLess >= 0.6 && sameMatter(d, s, context)
}

/** Candidates in other words that mean the same and differ in nothing. */
async function meantBy(d: Statement, candidates: readonly Statement[], { compared: { context } }: Index): Promise<Statement[]> {
  if (!context.embed) return []
  const near = candidates
    .filter((s) => {
      const { shared, ofLess } = overlapOf(d, s)
      return s.polarity === d.polarity && shared >= 2 && ofLess >= 0.34 && differences(d, s, context).every((x) => x === 'person')
    })
    .slice(0, 24)
  if (near.length === 0) return []
  const [own, ...vectors] = await context.embed([d.evidence.text, ...near.map((s) => s.evidence.text)])
  return near.filter((_, i) => {
    let sum = 0
    for (let k = 0; k < own!.length; k++) sum += own![k]! * vectors[i]![k]!
    return sum >= NEAR
  })
} // prettier-ignore

/** Whether one of those who say so in the draft says so in the case. */
function sayer(d: Statement, carried: readonly Statement[]): boolean {
  const last = d.tellers.at(-1)
  if (!last) return carried.length > 0 && d.strength < 3
  return carried.some((s) => s.tellers.length > 0 || s.strength >= d.strength)
}

/** What a person of whom the draft says something says to it. */
function answerOf(said: readonly Statement[], against: readonly Statement[], { compared: { context } }: Index): Evidence | null {
  const about = new Set(said.flatMap((s) => s.entities))
  const accuses = said.some((s) => frameNamed(s.frame)?.accuses) || against.length > 0
  if (!accuses) return null
  const speaks = (s: Statement): boolean => {
    const speaker = s.tellers.at(-1)?.entity ?? context.cards.get(s.document)?.author?.entity ?? null
    return speaker !== null && about.has(speaker)
  }
  const reply = against.find((s) => speaks(s)) ?? against.find((s) => s.tellers.some((t) => t.stance === 'denies'))
  return reply?.evidence ?? null
} // prettier-ignore

function statementsAt(evidence: readonly Evidence[], { context }: Compared): Statement[] {
  const wanted = new Set(evidence.map((e) => `${e.file} ${e.start}`))
  return [...context.statements.values()].filter((s) => wanted.has(`${s.evidence.file} ${s.evidence.start}`))
}

const unique = (statements: readonly Statement[]): Statement[] => [...new Map(statements.map((s) => [s.id, s])).values()] // prettier-ignore
const brief = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 140)
