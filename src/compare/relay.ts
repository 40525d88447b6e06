/** What a document passes on of another of the case, and what becomes of it on the way: put more firmly, or changed. */
import type { Finding } from '../schema/reading.js'
import { differences, overlapOf } from './alike.js'
import type { Context } from './context.js'
import { finding, quoted, sideOfStatements } from './finding.js'
import { isPrimary } from './document-kind.js'
import type { Lineage } from './lineage.js'
import { nameOf } from './origins.js'
import { isLater, type Card, type Statement } from './statement.js'
import { WEIGHTS } from './tests.js'
import { fold } from './words/content.js'
import { isLight } from './words/frames.js'
import { sameUnit } from './words/numbers.js'

export interface Relay {
  readonly from: Statement
  readonly to: Statement
  readonly likeness: number
}

/** The statement of an earlier document that a statement passes on, by what it cites or by the text it repeats. */
export function relayOf(s: Statement, context: Context, lineage: Lineage): Relay | null {
  const card = context.cards.get(s.document)!
  const cited = new Set<Card>()
  for (const teller of s.tellers) for (const c of lineage.publicationOf(teller, card) ?? []) cited.add(c)
  for (const c of lineage.namedIn(s.named, card)) cited.add(c)
  let best: Relay | null = null
  for (const source of cited) {
    if (source.document === card.document || isLater(source, card)) continue
    for (const from of source.statements) {
      const score = passedOn(from, s)
      if (score > (best?.likeness ?? 0.5)) best = { from, to: s, likeness: score }
    }
  }
  return best
}

/** Of statements that say the same, those of a document that cites another's, with the nearest of that other's. */
export function relaysWithin(members: readonly Statement[], context: Context, lineage: Lineage): Relay[] {
  const out: Relay[] = []
  for (const to of members.slice(0, MOST_MEMBERS)) {
    const card = context.cards.get(to.document)!
    const cited = new Set<Card>(lineage.namedIn(to.named, card))
    for (const teller of to.tellers) for (const c of lineage.publicationOf(teller, card) ?? []) cited.add(c)
    for (const source of cited) {
      if (source === card || isLater(source, card)) continue
      const own = members.filter((s) => s.document === source.document)
      // What it puts firmly in another place is no stronger for having been passed on.
      const [from] = own
      if (from && own.every((s) => s.strength < 3)) out.push({ from, to, likeness: LIKELY })
    }
  }
  return out
}
const MOST_MEMBERS = 200
const LIKELY = 0.7

function passedOn(from: Statement, to: Statement): number {
  if (isLight(from.frame) && isLight(to.frame)) return 0
  if (from.polarity !== to.polarity) return 0
  const { shared, ofLess, ofBoth } = overlapOf(from, to)
  // Told of a source by name, one word in common is enough where it is all that is said.
  if (shared < 2 && !(shared === 1 && ofLess > 0.99 && from.frame === to.frame && !isLight(from.frame)))
    return 0
  return 0.45 * ofBoth + 0.3 * ofLess + (from.frame === to.frame ? 0.3 : 0)
}

/** A relay that drops the hedge, strengthens the verb or turns a belief into a fact. */
export function inflation({ from, to, likeness }: Relay, context: Context, lineage: Lineage): Finding | null {
  if (to.strength !== 3 || from.strength === 3 || from.strength === 0 || to.cues.includes('question'))
    return null
  const [a, b] = [context.cards.get(from.document)!, context.cards.get(to.document)!]
  if (isPrimary(b.kind)) return null
  return finding(
    'inflation',
    'certainty',
    [sideOfStatements([from], context, lineage), sideOfStatements([to], context, lineage)],
    `${nameOf(a)} puts it as ${from.strength === 2 ? 'likely or hearsay' : 'possible'}: ${quoted(from)}; ${nameOf(b)} passes it on as a fact: ${quoted(to)}.`,
    WEIGHTS.inflation * (0.5 + 0.5 * likeness),
  )
}

/** A relay that changes a number, a date or a name. */
export function drift({ from, to, likeness }: Relay, context: Context, lineage: Lineage): Finding | null {
  if (from.frame !== to.frame && likeness < 0.75) return null
  const differ = differences(from, to, context).filter((d) => d === 'amount' || d === 'date')
  const [on] = differ
  if (on === undefined) return null
  const [a, b] = [context.cards.get(from.document)!, context.cards.get(to.document)!]
  const figure = from.amounts.find((x) => to.amounts.some((y) => sameUnit(x, y)))
  return finding(
    'drift',
    on === 'amount' && figure ? 'number' : on,
    [sideOfStatements([from], context, lineage), sideOfStatements([to], context, lineage)],
    `${nameOf(a)} has ${quoted(from)}; ${nameOf(b)}, which passes it on, has ${quoted(to)}.`,
    WEIGHTS.drift * (0.5 + 0.5 * likeness),
  )
}

const PLAIN = /[^\p{L}\p{N}]+/gu
const LEAST_WORDS = 5
/** Longer ones are whole speeches, which share words by chance. */
const MOST_WORDS = 80

/** Quotations of one speaker that share most of their words and are not the same. */
export function quotationDrifts(context: Context): Finding[] {
  interface Quoted {
    readonly card: Card
    readonly words: readonly string[]
    readonly at: Card['quotations'][number]
  }
  const byWords = new Map<string, Quoted[]>()
  for (const card of context.cards.values())
    for (const at of card.quotations) {
      const words = fold(at.evidence.text).split(PLAIN).filter(Boolean)
      if (words.length < LEAST_WORDS) continue
      for (const key of new Set(keysOf(words))) {
        const list = byWords.get(key)
        if (!list) byWords.set(key, [{ card, words, at }])
        else if (list.length < MOST_OF_KEY) list.push({ card, words, at })
      }
    }
  const out: Finding[] = []
  for (const list of byWords.values())
    for (let i = 0; i < list.length; i++)
      for (let j = i + 1; j < list.length; j++) {
        const [a, b] = isLater(list[i]!.card, list[j]!.card) ? [list[j]!, list[i]!] : [list[i]!, list[j]!]
        if (a.card === b.card || a.words.join(' ') === b.words.join(' ')) continue
        if (isCut(a.words, b.words)) continue
        const [less, more] = [a.words.length, b.words.length].sort((x, y) => x - y) as [number, number]
        if (more > MOST_WORDS || more > 2.5 * less) continue
        const shared = a.words.filter((w) => b.words.includes(w)).length
        if (shared / Math.min(a.words.length, b.words.length) < 0.6 || shared < LEAST_WORDS) continue
        const side = (x: typeof a) => ({ evidence: [x.at.evidence], established: 0 })
        out.push(
          finding(
            'drift',
            'quotation',
            [side(a), side(b)],
            `${nameOf(a.card)} quotes “${brief(a.at.evidence.text)}”; ${nameOf(b.card)} has the quotation as “${brief(b.at.evidence.text)}”.`,
            WEIGHTS.drift,
          ),
        )
      }
  return out
}
/** Quotations are compared that share four words in a row. */
const keysOf = (words: readonly string[]): string[] =>
  words.slice(0, 60).flatMap((_, i) => (i + 4 <= words.length ? [words.slice(i, i + 4).join(' ')] : []))
const MOST_OF_KEY = 20
const brief = (text: string): string =>
  text
    .replace(/^["“”]+|["“”,]+$/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 160)
/** The later one is a stretch of the earlier: shortened, not changed. */
const isCut = (earlier: readonly string[], later: readonly string[]): boolean =>
  ` ${earlier.join(' ')} `.includes(` ${later.join(' ')} `)
