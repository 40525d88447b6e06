/** A relative is another person; the same relatives speak for one. */
import type { Compare } from './feature.js'
import { list, shared } from './feature.js'

const WORDS: Readonly<Record<string, string>> = {
  parent: 'child',
  child: 'parent',
  spouse: 'spouse',
  sibling: 'sibling',
  relative: 'relative',
}

export const relatives: Compare = (a, b) => {
  for (const [x, y] of [
    [a, b],
    [b, a],
  ] as const)
    for (const local of y.locals.length <= 2000 && x.kin.size > 0 ? y.locals : []) {
      const relation = x.kin.get(local.key)
      if (relation)
        return {
          score: -1,
          why: `the text says that one is the ${WORDS[relation] ?? 'relative'} of the other`,
        }
    }
  for (const [relation, names] of a.relatives) {
    const same = shared(names, b.relatives.get(relation) ?? new Set()).filter((n) => n.includes(' '))
    if (same.length > 0) return { score: 0.9, why: `both have ${list(same)} as ${relation}` }
  }
  return null
}
