/** In what two sentences stand apart: figures of one kind, days, hours, places, or one that says no where the other says yes. */
import type { Passages } from '../passages/index.js'
import type { Difference } from './aligned.js'
import { numbers } from './in-number.js'
import { places } from './in-place.js'
import { days, hours } from './in-time.js'
import { denied } from './in-whether.js'
import type { Sight } from './sight.js'
export type { Difference, Features, On } from './aligned.js'

/** Every difference of two sentences, the best aligned of each kind; none where they agree in it. */
export function differencesOf(a: Sight, b: Sight, passages: Passages): Difference[] {
  return [
    numbers(a, b, passages),
    days(a, b, passages),
    hours(a, b, passages),
    places(a, b, passages),
    denied(a, b, passages),
    denied(b, a, passages),
  ].filter((d) => d !== null)
}
