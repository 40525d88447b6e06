/** One document that keeps two apart had a reason to. */
import type { Compare } from './feature.js'
import { shared } from './feature.js'

export const documents: Compare = (a, b) => {
  const both = shared(a.documents, b.documents).length
  if (both === 0) return null
  const part = both / Math.min(a.documents.size, b.documents.size)
  return {
    score: -Math.min(1, 0.3 + 0.7 * part),
    why:
      both === 1
        ? 'one document names both and does not say they are one'
        : `${both} documents name both and do not say they are one`,
  }
}
