/**
 * Learns src/compare/words/sameness.json from the cases with planted truth that are not held out. Two statements of one planted
 * proposition say the same; one of them and any other do not. Prints how well pairs are told apart by weights learned on other
 * cases, and how pure and how full groups of them become.
 *
 *   WHENCE_READINGS=folder node --import tsx training/sameness.ts [--write]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { locate, overlap } from '../bench/case-truth.js'
import { among, askedOf, nearOf, type Near } from '../src/compare/same.js'
import type { Statement } from '../src/compare/statement.js'
import { affairsRead, contextIn, ROOT, type AffairRead } from './affairs.js'
import { logistic, type Example } from './regress.js'

const FOLDS = 7
const RIDGE = 10
/** How much more a pair counts that is one: there are some thirty others to each. */
const WEIGHT = 3
/** What a pair by itself is weighed by. */
const FIRST =
  'words names namesOfOne figures figuresOfOne figuresDiffer day time timeOfOne frame lightFrame doer patient place near nearAround'.split(
    ' ',
  )
/** And where the network for pairs was asked. */
const ASKED = [...FIRST, 'asked', 'toldSame', 'toldDiffer', 'surelySame']
type Model = Readonly<Record<string, number>>
interface Labelled extends Near {
  /** Null where nobody has said. */
  readonly is: boolean | null
}

async function pairsOf({ read, planted: { truth, texts }, networks }: AffairRead): Promise<Labelled[]> {
  const context = contextIn(read, networks)
  const all = [...context.statements.values()]
  const exactly = new Map<Statement, Set<string>>()
  const about = new Map<Statement, Set<string>>()
  const put = (to: Map<Statement, Set<string>>, s: Statement, id: string): unknown =>
    to.set(s, (to.get(s) ?? new Set()).add(id))
  for (const { id, claims } of truth.propositions)
    for (const place of claims.map((quote) => locate(texts, quote))) {
      const here = all.filter((s) => overlap(place, s.evidence) > 0)
      for (const s of here) put(about, s, id)
      const share = ({ evidence }: Statement): number =>
        overlap(place, evidence) / Math.max(place.end - place.start, evidence.end - evidence.start)
      const [best] = here.sort((a, b) => share(b) - share(a))
      if (best) put(exactly, best, id)
    }
  const meet = (x: ReadonlySet<string> | undefined, y: ReadonlySet<string> | undefined): boolean =>
    [...(x ?? [])].some((id) => y?.has(id))
  const near = await askedOf(await nearOf(all, context), context)
  return near.map((pair) => {
    const { a, b } = pair
    const is = meet(exactly.get(a), exactly.get(b))
    // A clause beside the planted one says the same or does not: nobody has said which.
    const open = !(exactly.has(a) || exactly.has(b)) || (!is && meet(about.get(a), about.get(b)))
    return { ...pair, is: open ? null : is }
  })
}

function learn(pairs: readonly Labelled[], names: readonly string[]): Model {
  const examples = pairs.flatMap(({ is, features }): Example[] => {
    if (is === null) return []
    const values = Object.fromEntries(names.map((name) => [name, features[name] ?? 0]))
    return [{ values, label: is ? 1 : 0, weight: is ? WEIGHT : 1 }]
  })
  const { bias, weights } = logistic(examples, RIDGE)
  return { ...weights, bias }
}
const logitBy = (model: Model, features: Model): number =>
  Object.entries(model).reduce((z, [name, w]) => z + (name === 'bias' ? w : w * (features[name] ?? 0)), 0)

/** Both models of some cases. */
function both(cases: readonly (readonly Labelled[])[]): { first: Model; asked: Model; among: Model } {
  const first = learn(cases.flat(), FIRST)
  const asked = learn(cases.flat(), ASKED)
  const ranked = cases.flatMap((pairs) => withRanks(pairs, asked))
  return {
    first,
    asked,
    among: learn(ranked, [...new Set(ranked.flatMap(({ features }) => Object.keys(features)))].sort()),
  }
}
function withRanks(pairs: readonly Labelled[], alone: Model): Labelled[] {
  return among(pairs, (features) => logitBy(alone, features)).map((pair, i) => ({
    ...pair,
    is: pairs[i]!.is,
  }))
}

const byCase: Labelled[][] = []
for await (const one of affairsRead()) {
  byCase.push(await pairsOf(one))
  process.stderr.write(`${one.affair.name}: ${byCase.at(-1)!.length} pairs\n`)
}

const scored: { is: boolean; z: number }[] = []
for (let fold = 0; fold < FOLDS; fold++) {
  const models = both(byCase.filter((_, i) => i % FOLDS !== fold))
  for (const pairs of byCase.filter((_, i) => i % FOLDS === fold))
    for (const { is, features } of withRanks(pairs, models.asked))
      if (is !== null) scored.push({ is, z: logitBy(models.among, features) })
}
scored.sort((a, b) => b.z - a.z)
let [right, precision] = [0, 0]
for (const [i, { is }] of scored.entries()) {
  if (is) precision += ++right / (i + 1)
  const next = scored[i + 1]?.z ?? -Infinity
  for (const least of [0.5, 0.4, 0.3, 0.2]) {
    const z = Math.log(least / (1 - least))
    if (scored[i]!.z >= z && next < z)
      process.stdout.write(`from ${least}: ${right} of ${i + 1} pairs are one\n`)
  }
}
process.stdout.write(
  `average precision, each case by others: ${(precision / right).toFixed(3)} of ${right} pairs\n`,
)

if (process.argv.includes('--write')) {
  const about =
    'How much each feature of a pair of statements says for their saying the same, by itself and among its rivals: logistic regression over the pairs of the cases with planted truth (training/sameness.ts).'
  writeFileSync(
    join(ROOT, 'src/compare/words/sameness.json'),
    `${JSON.stringify({ about, ...both(byCase) }, null, 2)}\n`,
  )
}
