/** Whether sentences of the case say the same or cannot both hold, as the network for pairs judges; each pair is asked once. */
import type { Related, Said } from '../../inference/relate.js'
import type { Context } from '../context.js'
import type { Passages } from './index.js'
import type { Passage } from './passage.js'

/** Pairs asked for one case, at most; those asked for first. */
const MOST_PAIRS = 40_000

const known = new WeakMap<Context, Map<string, Related>>()

/** The answer for a pair that was among `pairs`, in either order; null where there is no network or it was one too many. */
export type RelatedOf = (a: Passage, b: Passage) => Related | null

export async function relatedOf(
  pairs: readonly (readonly [Passage, Passage])[],
  passages: Passages,
): Promise<RelatedOf> {
  const { context } = passages
  let answers = known.get(context)
  if (!answers) known.set(context, (answers = new Map()))
  if (context.relate) {
    const fresh = new Map<string, readonly [Passage, Passage]>()
    for (const pair of pairs) if (!answers.has(keyOf(...pair))) fresh.set(keyOf(...pair), pair)
    const asked = [...fresh].slice(0, Math.max(0, MOST_PAIRS - answers.size))
    const made = await context.relate(asked.map(([, [a, b]]) => [saidBy(a, passages), saidBy(b, passages)]))
    for (const [i, [key]] of asked.entries()) answers.set(key, made[i]!)
  }
  return (a, b) => answers.get(keyOf(a, b)) ?? null
}

/** A passage with who says it and when, as the network was taught. */
export function saidBy(p: Passage, { cardOf, context }: Passages): Said {
  const card = cardOf(p)
  const who = [card.publisher ?? card.kind, context.nameOf(p.voice)].filter((part) => part !== '')
  return { text: p.evidence.text, who: who.join(', '), when: card.published ?? '' }
}

function keyOf(a: Passage, b: Passage): string {
  const [x, y] = [`${a.document} ${a.sentence}`, `${b.document} ${b.sentence}`]
  return x < y ? `${x}|${y}` : `${y}|${x}`
}
