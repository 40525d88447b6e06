/** The tests of passages in order, and their findings. */
import type { Evidence, Finding } from '../../schema/reading.js'
import type { Context } from '../context.js'
import { finding, type Side } from '../finding.js'
import type { Lineage } from '../lineage.js'
import { originsOf, nameOf } from '../origins.js'
import { touches } from '../places.js'
import type { Statement } from '../statement.js'
import { carriedByMany } from '../carried/carried.js'
import { standingApart } from '../apart/apart.js'
import { impossibleInTimeline } from '../timeline/timeline.js'
import type { Passages, Raised } from './index.js'
import type { Passage } from './passage.js'
import { onWhat } from '../words/on-what.js'
import { absences } from './presence.js'
import { accusationsWithoutSource } from './accusation.js'
import { circles } from './circle.js'
import { causesApart } from './cause.js'
import { denialsAnswered } from './disputed.js'
import { kinDenied } from './kin.js'
import { changedOnTheWay } from '../relayed/relayed.js'
import { excludingStates } from './states.js'
import { disputes } from './whether.js'

type Test = (passages: Passages, lineage: Lineage) => readonly Raised[]
const TESTS: readonly Test[] = [
  disputes,
  excludingStates,
  causesApart,
  kinDenied,
  impossibleInTimeline,
  absences,
  circles,
]

/** Tests that ask the sentence encoder what passages mean (meaning.ts). */
type MeantTest = (passages: Passages, lineage: Lineage) => Promise<readonly Raised[]>
const MEANT_TESTS: readonly MeantTest[] = [
  denialsAnswered,
  standingApart,
  changedOnTheWay,
  accusationsWithoutSource,
  carriedByMany,
]

/** What the tests raise, the surest first. */
export const raisedIn = (passages: Passages, lineage: Lineage): Raised[] =>
  TESTS.flatMap((test) => test(passages, lineage)).sort((a, b) => b.score - a.score)

/** What passages of the case say against one another, apart from `known` findings of the same two sides. */
export async function passageFindings(
  passages: Passages,
  lineage: Lineage,
  known: readonly Finding[],
): Promise<Finding[]> {
  const findingOf = findingsFrom(passages, lineage)
  const byFile = new Map<string, Finding[]>()
  const place = (one: Finding): void => {
    for (const file of new Set(one.sides.flatMap(({ evidence }) => evidence.map((e) => e.file)))) {
      const list = byFile.get(file)
      if (list) list.push(one)
      else byFile.set(file, [one])
    }
  }
  known.forEach(place)
  const out: Finding[] = []
  const meant: Raised[] = []
  for (const test of MEANT_TESTS) meant.push(...(await test(passages, lineage)))
  const all = [...raisedIn(passages, lineage), ...meant].sort((a, b) => b.score - a.score)
  for (const raised of all) {
    const made = findingOf(raised)
    const files = new Set(made.sides.flatMap(({ evidence }) => evidence.map(({ file }) => file)))
    if ([...files].some((file) => byFile.get(file)?.some((other) => sameAs(made, other)))) continue
    out.push(made)
    place(made)
  }
  return out
}

/** What makes a finding of what was raised: the origins behind each side are counted. */
export function findingsFrom(passages: Passages, lineage: Lineage): (raised: Raised) => Finding {
  const { context } = passages
  const byPassage = new Map<string, Statement[]>()
  for (const s of context.statements.values()) {
    const key = `${s.document} ${s.sentence}`
    const list = byPassage.get(key)
    if (list) list.push(s)
    else byPassage.set(key, [s])
  }
  const statementsOf = (p: Passage): readonly Statement[] =>
    byPassage.get(`${p.document} ${p.sentence}`) ?? []
  /** A sentence leads to what is claimed in most of it. */
  const evidenceOf = (p: Passage): Evidence => {
    const lengths = statementsOf(p).map(({ evidence: e }) => ({ claim: e.claim, length: e.end - e.start }))
    const most = lengths.reduce((x, y) => (y.length > x.length ? y : x), {
      claim: p.evidence.claim,
      length: 0,
    })
    return { ...p.evidence, claim: most.claim }
  }
  const side = (list: readonly Passage[]): Side => ({
    evidence: list.map(evidenceOf),
    established: originsOf(
      list.flatMap((p) => statementsOf(p)),
      context,
      lineage,
    ).established,
  })
  return (raised) => {
    const sides = raised.sides.map((list) => [...new Set(list)].slice(0, MOST_OF_SIDE))
    const why = raised.why || whyOf(sides, raised, passages)
    return finding(raised.kind, raised.on, sides.map(side), why, raised.score)
  }
}
const MOST_OF_SIDE = 12

function whyOf(
  sides: readonly (readonly Passage[])[],
  { on }: Raised,
  { cardOf, context }: Passages,
): string {
  const said = sides.map(
    ([p]) => `${sayer(p!, cardOf, context)}: “${p!.evidence.text.replace(/\s+/g, ' ').slice(0, 160)}”`,
  )
  return `${said.join('; ')}. ${onWhat(on)}`
}
function sayer(p: Passage, cardOf: Passages['cardOf'], context: Context): string {
  const who = context.nameOf(p.voice)
  return who ? `${who} (in ${nameOf(cardOf(p))})` : nameOf(cardOf(p))
}

const AGAINST = new Set(['contradiction', 'disputed'])
/** Another finding of the kind already has evidence in both of its sides. */
function sameAs(a: Finding, b: Finding): boolean {
  if (a.kind !== b.kind && !(AGAINST.has(a.kind) && AGAINST.has(b.kind))) return false
  // That somebody took it back is told beside whatever speaks against it.
  if (a.kind !== b.kind && [a, b].some(({ on }) => on === 'retraction')) return false
  const touch = (x: Side, y: Side): boolean => x.evidence.some((e) => y.evidence.some((f) => touches(e, f)))
  if (a.sides.length === 1 || b.sides.length === 1)
    return a.sides.some((x) => b.sides.some((y) => touch(x, y)))
  const [p, q] = a.sides
  const [r, s] = b.sides
  return (touch(p!, r!) && touch(q!, s!)) || (touch(p!, s!) && touch(q!, r!))
}
