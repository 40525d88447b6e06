/** Where they work or belong, and the places they are tied to. */
import type { Compare } from './feature.js'
import { list, shared } from './feature.js'

export const employers: Compare = (a, b) => {
  const same = shared(a.employers, b.employers)
  if (same.length > 0) return { score: 0.8, why: `both belong to ${list(same)}` }
  return null
}

export const places: Compare = (a, b) => {
  const same = shared(a.places, b.places)
  if (same.length > 0) return { score: 0.4, why: `both are tied to ${list(same)}` }
  return a.places.size > 0 && b.places.size > 0 && a.family === 'person'
    ? {
        score: -0.25,
        why: `they are tied to different places: ${list([...a.places])} and ${list([...b.places])}`,
      }
    : null
}
