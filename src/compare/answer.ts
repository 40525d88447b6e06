/** What the side that a sentence accuses says to it. */
import type { Evidence } from '../schema/reading.js'
import type { Found } from './check/found.js'
import type { Model } from './check/model.js'
import { chanceBy } from './regression.js'
import { replyTraits } from './check/reply.js'
import type { Standing } from './check/standing.js'
import type { Context } from './context.js'

/** Of the sentences found for a draft's, the likeliest to be the accused side's own words on it. Null where none is likely. */
export function answerOf(found: Found, s: Standing, context: Context, model: Model): Evidence | null {
  let [best, most] = [null as Evidence | null, model.answered]
  for (const w of s.all) {
    const chance = chanceBy(model.answer, replyTraits(w, found.draft, s.carried, s.against, context))
    if (chance > most) [best, most] = [w.spoken.passage.evidence, chance]
  }
  return best
}
