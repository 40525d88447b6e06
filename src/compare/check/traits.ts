/** How a draft's sentence stands, in the numbers that the verdict is learned from. */
import { wrongIn } from '../passages/wrongs.js'
import type { Context } from '../context.js'
import type { Found } from './found.js'
import { isHedged } from './hedged.js'
import { claimsNothing, givesAccount, givesBoth, isPlanned, isQuestion } from './kind.js'
import type { Values } from '../regression.js'
import { logit } from './model.js'
import { hasName, SAYING } from './names.js'
import type { Standing, Weighed } from './standing.js'

export function traitsOf(found: Found, s: Standing, context: Context): Values {
  const { draft } = found
  const { passage } = draft
  const { text } = passage.evidence
  const says = perDocument(s.all, (w) => w.says)
  const against = perDocument(s.all, (w) => w.against)
  const matter = perDocument(s.all, (w) => w.matter)
  const firm = most(s.all, (w) => (w.features.hedged === 0 ? w.says : 0))
  const hedged = most(s.all, (w) => (w.features.hedged === 1 ? w.says : 0))
  const first = s.all[0]
  const f = first?.features
  const account = Number(givesAccount(text))
  const accuses = Number(wrongIn(text, passage.written) !== null)
  const established = s.carried.length === 0 ? 0 : s.origins.established
  const odds = { says: logit(says[0] ?? 0), against: logit(against[0] ?? 0) }
  return {
    // What carries it
    says: odds.says,
    saysSecond: logit(says[1] ?? 0),
    saysSum: sum(says),
    carried: Math.min(6, new Set(s.carried.map((w) => w.spoken.passage.document)).size),
    none: Number(s.carried.length === 0),
    unnamed: Number(s.carried.length > 0 && established === 0),
    one: Number(established === 1),
    many: Number(established >= 2),
    origins: Math.min(4, established),
    unknown: Math.min(3, s.origins.unknown),
    firm: logit(firm),
    hedged: logit(hedged),
    lessFirm: isHedged(text) ? 0 : logit(hedged) - logit(firm),
    press: Number(first !== undefined && kindOf(first, context) === 'press'),
    voiceless: Number(first !== undefined && kindOf(first, context) === 'press' && first.spoken.passage.voice === ''), // prettier-ignore
    near: f?.nearest ?? 0,
    covered: f?.covered ?? 0,
    filled: f?.filled ?? 0,
    named: f?.named ?? 0,
    verbs: f?.verbs ?? 0,
    figuresMissing: f?.figuresMissing ?? 0,
    daysMissing: f?.daysMissing ?? 0,
    same: f?.same ?? 0,
    differ: f?.differ ?? 0,
    uncovered: uncovered(found, s),
    // What speaks against it
    against: odds.against,
    againstSecond: logit(against[1] ?? 0),
    againstSum: sum(against),
    lead: odds.says - odds.against,
    contested: s.contested,
    known: s.known,
    mostDiffer: most(s.all, (w) => w.features.differ * Math.max(0, w.features.nearest)),
    differSum: sum(perDocument(s.all, (w) => w.features.differ * w.matter)),
    mostSame: most(s.all, (w) => w.features.same),
    denied: most(s.all, (w) => w.features.deniedNear * (w.features.bothDeny === 0 ? 1 : 0)),
    apart: most(s.all, (w) => w.matter * Math.max(w.features.figuresApart, w.features.daysApart, w.features.clocksApart)), // prettier-ignore
    exclusive: most(s.all, (w) => w.matter * w.features.exclusive),
    // How much is said of it
    matter: logit(matter[0] ?? 0),
    matterSum: sum(matter),
    // What it is itself
    account,
    accountSays: account * odds.says,
    accountAgainst: account * odds.against,
    both: Number(givesBoth(text)),
    planned: Number(isPlanned(text)),
    maybe: Number(isHedged(text)),
    accuses,
    accusesAgainst: accuses * odds.against,
    question: Number(isQuestion(text)),
    nothing: Number(claimsNothing(passage, false)),
    names: Math.min(4, passage.written.length),
    noNames: Number(passage.names.length === 0),
    figures: Math.min(3, passage.amounts.length),
    days: Math.min(2, passage.times.length),
    length: Math.log(1 + draft.concepts.size + draft.names.size),
  }
}

const kindOf = ({ spoken }: Weighed, context: Context): string =>
  context.cards.get(spoken.passage.document)?.kind ?? 'press'

/** The most of each document, the highest first. */
function perDocument(all: readonly Weighed[], of: (w: Weighed) => number): number[] {
  const out = new Map<string, number>()
  for (const w of all) {
    const { document } = w.spoken.passage
    out.set(document, Math.max(out.get(document) ?? 0, of(w)))
  }
  return [...out.values()].sort((a, b) => b - a)
}
const sum = (list: readonly number[]): number => list.reduce((n, v) => n + v, 0)
const most = (all: readonly Weighed[], of: (w: Weighed) => number): number => Math.max(0, ...all.map(of))

/** Share of what the sentence speaks of that none of the sentences likeliest to carry it has, nor their neighbours. */
function uncovered({ draft }: Found, { all }: Standing): number {
  const words = [...draft.concepts, ...draft.names].filter((w) => !SAYING.has(w))
  const near = all.slice(0, MOST_COVERING)
  const has = (w: string): boolean =>
    near.some(({ spoken: p }) => p.concepts.has(w) || p.around.has(w) || hasName(p.names, w))
  return words.length === 0 ? 0 : words.filter((w) => !has(w)).length / words.length
}
const MOST_COVERING = 4
