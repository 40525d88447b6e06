/** How firmly a link puts its content: by the words of its cue, or else by its stance (FactBank's scale, Saurí & Pustejovsky 2009). */
import type { Certainty, Stance } from '../../schema/reading.js'
import { lemmaOf } from '../encode/lemma.js'
import data from '../lang/en/cues.json' with { type: 'json' }

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
// Stances that no word of their cue makes certain
const NEVER_CERTAIN: ReadonlySet<Stance> = new Set(['alleges', 'doubts'])

const POSSIBLE = new Set(data.possible)
const PROBABLE = new Set(data.probable)
const CERTAIN = new Set(data.certain)

/** Who will not say leaves it open: "would neither confirm nor deny", "declined to say". */
const REFUSAL = new RegExp(
  [
    String.raw`\bneither (?:confirm|den(?:y|ied))`,
    String.raw`\b(?:confirm|deny) nor (?:confirm|deny)`,
    String.raw`\b(?:(?:declin|refus)\w*|yet) to (?:say|comment|confirm|discuss|answer|respond|reply|disclose|explain|be drawn)\b`,
    String.raw`\b(?:no|not in a) position to (?:say|comment|confirm|discuss|answer|judge)\b`,
    String.raw`(?:n[o’']t|\bnever|\bcannot|\bunable to)(?: yet| immediately| independently| publicly| directly| so far| been| be| able| to| ever| actually| formally){0,4} (?:say|said|claim(?:ed)?|alleged?|assert(?:ed)?|stated?|suggest(?:ed)?|insist(?:ed)?|comment(?:ed)?|confirm(?:ed)?|explain(?:ed)?|answer(?:ed)?|respond(?:ed)?|repl(?:y|ied)|return(?:ed)?|discuss(?:ed)?|disclosed?|specif(?:y|ied)|verif(?:y|ied)|establish(?:ed)?|determined?|rule(?:d)? out)\b`,
  ].join('|'),
)

/** Characters of a content that may complete its cue: "declined" and "to comment". */
const OPENING = 30

/** The weakest of what the cue's words say; `content` is what follows right behind it, `sourced` whether anybody is named who says it. "Suspects" is possible even where the stance is "asserts". */
export function firmnessOf(stance: Stance, cue: string, content = '', sourced = true): Certainty {
  const own = !sourced && isHearsay(cue) ? weaker(BY_STANCE[stance], 'probable') : BY_STANCE[stance]
  if (FIXED.has(stance)) return own
  const refusal = REFUSAL.exec(`${cue} ${content.slice(0, OPENING)}`.toLowerCase())
  if (refusal && refusal.index < cue.length) return 'unknown'
  const words = cue.toLowerCase().match(/\p{L}+/gu) ?? []
  const lemmas = words.flatMap((w) => [w, lemmaOf(w, 'VERB'), lemmaOf(w, 'NOUN')])
  const hasOneOf = (list: ReadonlySet<string>): boolean => lemmas.some((l) => list.has(l))
  if (hasOneOf(POSSIBLE)) return weaker(own, 'possible')
  if (hasOneOf(PROBABLE)) return weaker(own, 'probable')
  return hasOneOf(CERTAIN) && !NEVER_CERTAIN.has(stance) && sourced ? 'certain' : own
}

const HEARSAY = new Set(data.hearsay)
/** "Is said to", "it was reported that", "has been told": passed on, and nobody stands for it. */
const isHearsay = (cue: string): boolean =>
  /\b(?:is|are|was|were|be|been|being)\b/i.test(cue) &&
  (cue.toLowerCase().match(/\p{L}+/gu) ?? []).some((w) => HEARSAY.has(lemmaOf(w, 'VERB')))

/** The weaker of two. */
const weaker = (a: Certainty, b: Certainty): Certainty => SCALE[Math.min(SCALE.indexOf(a), SCALE.indexOf(b))]!
