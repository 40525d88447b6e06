/** Whether two statements mean the same though their words differ: what they share, and how near their sentences lie. */
import { differences, figuresFit } from './alike.js'
import type { Context } from './context.js'
import type { Statement } from './statement.js'
import { conceptOf, conceptOfFrame } from './words/concepts.js'
import { isLight } from './words/frames.js'
import { sameAmount, sameUnit } from './words/numbers.js'

/** Enough to say the same. Set on the tuned cases: below it, half of the pairs speak of something else about the same people. */
export const MEANT = 0.58
const NEAREST = 1

const concepts = new WeakMap<Statement, ReadonlySet<string>>()
/** What a statement speaks of, verbs and nouns alike, without names and figures. */
export function conceptsOf(s: Statement): ReadonlySet<string> {
  let found = concepts.get(s)
  if (!found) {
    const all = new Set(s.stems.map(conceptOf))
    if (!isLight(s.frame)) all.add(conceptOfFrame(s.frame))
    concepts.set(s, (found = all))
  }
  return found
}

const common = (a: Iterable<string>, b: ReadonlySet<string>): number => {
  let n = 0
  for (const item of a) if (b.has(item)) n++
  return n
}

/** What two statements share, apart from their sentences' nearness; null where it is too little to go on. 0..0.5 */
export function kinship(a: Statement, b: Statement): number | null {
  const [x, y] = [conceptsOf(a), conceptsOf(b)]
  const words = common(x, y)
  const names = common(a.entities, new Set(b.entities))
  const figure = figureOf(a, b)
  const time = a.time !== null && a.time.length > 7 && plain(a.time) === plain(b.time ?? '')
  const shared = 2 * names + words + (time ? 1 : 0) + (figure >= LARGE ? 1 : 0)
  if (shared < 2 || (words === 0 && figure === 0)) return null
  const less = 2 * Math.min(a.entities.length, b.entities.length) + Math.min(x.size, y.size)
  const both = 2 * (a.entities.length + b.entities.length) + x.size + y.size - shared
  const sameFrame = !isLight(a.frame) && conceptOfFrame(a.frame) === conceptOfFrame(b.frame)
  return (
    0.2 * Math.min(1, shared / Math.max(1, less)) +
    (0.2 * shared) / Math.max(1, both) +
    (sameFrame ? 0.1 : 0) +
    figure +
    (time ? 0.1 : 0)
  )
}

const LARGE = 0.17
const plain = (time: string): string => time.replace(/[?~%]/g, '')
/** What is agreed or foretold is not yet done. */
const PROMISED = /\b(?:shall|will)\b/i
export const sameTense = (a: Statement, b: Statement): boolean =>
  PROMISED.test(a.gist) === PROMISED.test(b.gist)

/** A figure in common; a large one with its unit is seldom so by chance. */
function figureOf(a: Statement, b: Statement): number {
  let most = 0
  for (const m of a.amounts)
    for (const n of b.amounts) {
      if (m.value <= 3 || !sameAmount(m, n)) continue
      const large = m.value >= 10_000 || (m.value >= 100 && sameUnit(m, n))
      most = Math.max(most, large ? LARGE : sameUnit(m, n) ? 0.1 : 0.07)
    }
  return most
}

/** How likely two statements mean the same; `near` is the cosine of their sentences. */
export const meantBy = (kin: number, near: number): number => 0.5 * near + kin

/** Whether their sentences are worth comparing. */
export function mayMeanTheSame(
  a: Statement,
  b: Statement,
  context: Pick<Context, 'within' | 'nameOf'>,
): number | null {
  if (a.polarity !== b.polarity || a.document === b.document) return null
  if (a.cues.includes('question') !== b.cues.includes('question')) return null
  if (a.cues.includes('addressed') || b.cues.includes('addressed')) return null
  if (!sameTense(a, b)) return null
  const kin = kinship(a, b)
  if (kin === null || meantBy(kin, NEAREST) < MEANT) return null
  return differences(a, b, context).length > 0 || !figuresFit(a, b) ? null : kin
}

/** Cosines of a text with others; none where there is no encoder. */
export async function nearness(
  text: string,
  others: readonly string[],
  { embed }: Pick<Context, 'embed'>,
): Promise<number[]> {
  if (!embed || others.length === 0) return []
  const [own, ...vectors] = await embed([text, ...others])
  return vectors.map((v) => {
    let sum = 0
    for (let k = 0; k < v.length; k++) sum += own![k]! * v[k]!
    return sum
  })
}
