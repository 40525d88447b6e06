/** Posts and descriptions: "the mayor of Vestfold" both times. */
import type { Compare } from './feature.js'
import { list, shared } from './feature.js'

export const roles: Compare = (a, b) => {
  if (a.roles.size === 0 || b.roles.size === 0) return null
  const same = shared(a.roles, b.roles)
  if (same.length > 0)
    return {
      score: Math.min(1, 0.4 + 0.3 * (same.length - 1)),
      why: `both are described with the words ${list(same)}`,
    }
  return a.family === 'person'
    ? {
        score: a.hasPost && b.hasPost ? -0.65 : -0.2,
        why: `their posts differ: ${list([...a.roles])} and ${list([...b.roles])}`,
      }
    : null
}
