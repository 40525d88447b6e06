/** Names of places: the same name, or one spelling of it. "East Vestfold" is not Vestfold. */
import type { AnyName } from '../names/name.js'
import { like } from '../words/like.js'
import type { Said } from './feature.js'

const KINDS = new Set([
  'city',
  'town',
  'village',
  'municipality',
  'province',
  'county',
  'republic',
  'kingdom',
  'state',
  'region',
])

export function placeNames(a: AnyName, b: AnyName): Said | null {
  const [x, y] = [own(a), own(b)]
  if (x.length !== y.length) return null
  let weakest = 1
  const reasons: string[] = []
  for (const [i, word] of x.entries()) {
    const found = like(word, y[i]!, false)
    if (!found || found.kind === 'initial' || found.score < 0.8) return null
    weakest = Math.min(weakest, found.score)
    if (found.score < 0.98) reasons.push(found.why)
  }
  const kinds = x.length < a.words.length !== y.length < b.words.length
  // Near-equal names of places are mostly two places: only accents and scripts are trusted.
  return {
    score: weakest >= 0.9 ? weakest - (kinds ? 0.15 : 0) : weakest - 0.35,
    why: reasons.join('; ') || `both are called ${a.text}`,
  }
}

function own({ words }: AnyName): AnyName['words'] {
  const rest = words.filter((w) => !KINDS.has(w.folded))
  return rest.length > 0 ? rest : words
}
