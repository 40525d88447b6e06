/** One says that it is not so, another says it. */
import type { Passages } from '../passages/index.js'
import { conceptOf } from '../words/concepts.js'
import { weigh, weightsOf, type Difference } from './aligned.js'
import type { Negation, Sight } from './sight.js'

const QUESTION = /\?["”’']?\s*$/
/** Who does not know, remember or say a thing does not say that it is not so. */
const UNTOLD = new Set(
  'know remember recall understand answer reply respond comment mention tell say speak ask want believe think doubt name identify mean expect count guess'.split(
    ' ',
  ),
)
const LEAST_COVER = 0.3
const OPPOSED = 0.5
/** What one says is not so, and sentences that say it. */
export function denied(a: Sight, b: Sight, passages: Passages): Difference | null {
  const weights = weightsOf(passages)
  let found: { x: Negation; cover: number; sum: number; met: number; elsewhere: number } | null = null
  const positive = new Set([...passages.positive(b.passage)].map(conceptOf))
  for (const x of a.negations) {
    const words = [...new Set(x.words.map(conceptOf))]
    const whole = weigh(words, weights)
    const met = words.filter((w) => positive.has(w) || b.names.has(w))
    const sum = weigh(met, weights)
    const rest = words.filter((w) => !met.includes(w) && passages.wordsOfDocument(b.passage.document).has(w))
    if (whole > 0 && (!found || sum > found.sum))
      found = { x, cover: sum / whole, sum, met: met.length, elsewhere: weigh(rest, weights) / whole }
  }
  if (!found || found.met === 0 || (found.cover < LEAST_COVER && found.sum < 2 * OPPOSED)) return null
  const { x, cover, sum, met, elsewhere } = found
  const said = b.clauses.filter((c) => !c.negative).map((c) => c.text)
  if (said.length === 0 || QUESTION.test(b.passage.evidence.text) || x.words.some((w) => UNTOLD.has(w)))
    return null
  const about = passages.about(a.passage)
  const aboutOther = passages.about(b.passage)
  return {
    on: 'whether',
    a,
    b,
    x,
    y: { start: 0, end: 0, beside: [], clause: b.passage.evidence.text },
    said,
    values: ['no', 'yes'],
    features: {
      cover,
      coverSum: sum,
      met,
      elsewhere,
      deniedWords: x.words.length,
      denial: x.denial ? 1 : 0,
      negativeToo: b.negations.length > 0 ? 1 : 0,
      about: [...about].some((w) => aboutOther.has(w)) ? 1 : 0,
      absolute:
        /\b(?:never|nobody|no one|none|nothing|not a single|at no time|no \w+ (?:was|were|ever))\b/i.test(
          a.passage.evidence.text,
        )
          ? 1
          : 0,
      firstPerson: /\b(?:I|we|our|my)\b/.test(a.passage.evidence.text) ? 1 : 0,
    },
  }
}
