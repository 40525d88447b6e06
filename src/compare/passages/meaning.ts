/** How near texts of passages lie in meaning; each is embedded once for a case, whatever asks for it. */
import type { Context } from '../context.js'

/** Texts embedded for one case, at most; those asked for first. */
const MOST_TEXTS = 40_000

const LONGEST = 400
/** A text as it is embedded: one line, cut. */
export const brief = (text: string): string => text.replace(/\s+/g, ' ').slice(0, LONGEST)

const known = new WeakMap<Context, Map<string, Float32Array>>()

/** Cosine of two texts that were among `texts`; null where there is no encoder or one of them was too many. */
export type Near = (a: string, b: string) => number | null

/** Embeds those of `texts` that are new to the case, and compares any two that were embedded. */
export async function nearOf(texts: Iterable<string>, context: Context): Promise<Near> {
  let vectors = known.get(context)
  if (!vectors) known.set(context, (vectors = new Map<string, Float32Array>()))
  if (context.embed) {
    const fresh = [...new Set(texts)].filter((text) => !vectors.has(text)).slice(0, MOST_TEXTS - vectors.size)
    const made = await context.embed(fresh)
    for (const [i, text] of fresh.entries()) vectors.set(text, made[i]!)
  }
  return (a, b) => {
    const [x, y] = [vectors.get(a), vectors.get(b)]
    if (!x || !y) return null
    let sum = 0
    for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!
    return sum
  }
}
