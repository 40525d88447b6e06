/** Two places, neither of which lies in the other. */
import type { Passages } from '../passages/index.js'
import { best, type Difference } from './aligned.js'
import type { Sight, Where } from './sight.js'

const standing = (w: Where): boolean => /^(?:in|at|near|on|off|beside|outside|from|to)$/.test(w.after)
/** The likeliest pair of places in which two sentences differ; null where none does. */
export function places(a: Sight, b: Sight, passages: Passages): Difference | null {
  const { within } = passages.context
  const found = best<Where, Where>(
    a.places.filter(standing),
    b.places.filter(standing),
    (x, y) =>
      x.key === y.key || x.name === y.name
        ? false
        : within(x.key, y.key) || within(y.key, x.key)
          ? false
          : true,
    passages,
  )
  if (!found) return null
  const { x, y } = found
  return {
    on: 'place',
    a,
    b,
    x,
    y,
    said: [],
    values: [x.key, y.key],
    features: {
      beside: found.sum,
      besideRarest: found.rarest,
      besideShare: found.share,
      agree: Math.min(3, found.agree),
      samePlace: a.places.some((p) => b.places.some((q) => p.key === q.key || p.name === q.name)) ? 1 : 0,
      samePreposition: x.after === y.after && x.after !== '' ? 1 : 0,
      figures: Math.log(a.places.length * b.places.length),
    },
  }
}
