/** Who else is named beside them, in other documents. */
import type { Compare } from './feature.js'
import { list, shared } from './feature.js'

export const company: Compare = (a, b) => {
  const common = shared(a.near, b.near)
  if (common.length > 0) {
    // What one document names beside both proves nothing.
    if (a.documents.size === 1 && b.documents.size === 1 && [...a.documents].every((d) => b.documents.has(d)))
      return null
    const of = Math.min(a.near.size, b.near.size)
    const part = Math.min(1, 0.3 + 0.25 * common.length) * (common.length / of < 0.1 ? 0.7 : 1)
    return { score: part, why: `${list(common)} ${common.length === 1 ? 'is' : 'are'} named beside both` }
  }
  return a.near.size >= 3 && b.near.size >= 3
    ? // A short name in another setting is what a short name mostly is in another document.
      {
        score: a.partial || b.partial ? -0.05 : -0.25,
        why: 'nobody who is named beside the one is named beside the other',
      }
    : null
}
