/** How firmly a link puts its content: by the words of its cue, or else by its stance (FactBank's scale, Saurí & Pustejovsky 2009). */
import type { Certainty, Stance } from '../../schema/reading.js'
import { lemmaOf } from '../encode/lemma.js'
import cues from '../lang/en/cues.json' with { type: 'json' }

const BY_STANCE: Readonly<Record<Stance, Certainty>> = {
  asserts: 'certain',
  reports: 'certain',
  confirms: 'certain',
  denies: 'certain',
  alleges: 'probable',
  believes: 'probable',
  doubts: 'possible',
  intends: 'probable',
  promises: 'probable',
  fears: 'possible',
  hopes: 'possible',
  asks: 'unknown',
  orders: 'unknown',
}
const SCALE: readonly Certainty[] = ['unknown', 'possible', 'probable', 'certain']
// Stances whose firmness does not hang on the word chosen for them
const FIXED: ReadonlySet<Stance> = new Set(['asks', 'orders', 'intends', 'promises', 'hopes', 'fears'])

/** The weakest of what the cue's words say; "suspects" is possible even where the stance is "asserts". */
export function firmnessOf(stance: Stance, cue: string): Certainty {
  const own = BY_STANCE[stance]
  if (FIXED.has(stance)) return own
  const words = cue.toLowerCase().match(/[\p{L}]+/gu) ?? []
  const lemmas = words.flatMap((w) => [w, lemmaOf(w, 'VERB'), lemmaOf(w, 'NOUN').replace(/^(?:claim|allegation)$/, 'claim')])
  const has = (list: readonly string[]): boolean => lemmas.some((l) => list.includes(l))
  if (has(cues.possible)) return weaker(own, 'possible')
  if (has(cues.probable)) return weaker(own, 'probable')
  if (has(cues.certain) && stance !== 'alleges' && stance !== 'doubts') return 'certain'
  return own
}

/** The weaker of two. */
export const weaker = (a: Certainty, b: Certainty): Certainty => SCALE[Math.min(SCALE.indexOf(a), SCALE.indexOf(b))]!
