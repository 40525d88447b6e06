/** "Jr" and "Sr" of one name are father and son. */
import type { Compare } from './feature.js'

export const generations: Compare = (a, b) => {
  const of = (names: typeof a.names): (string | null)[] => [
    ...new Set(names.map((n) => n.generation).filter((g) => g !== null)),
  ]
  const [x, y] = [of(a.names), of(b.names)]
  if (x.length === 0 && y.length === 0) return null
  if (x.length > 0 && y.length > 0)
    return x.some((g) => y.includes(g))
      ? { score: 0.3, why: `both are the ${x[0]!}` }
      : { score: -1, why: `one is the ${x[0]!}, the other the ${y[0]!}` }
  return { score: -0.5, why: `only one is called the ${(x[0] ?? y[0])!}` }
}
