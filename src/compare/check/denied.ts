/** What one sentence says is not so, of what another says. */
import { deniedIn } from '../passages/clauses.js'
import type { Passage } from '../passages/passage.js'
import { conceptOf } from '../words/concepts.js'
import { contentWords } from '../words/content.js'
import { matterOf } from '../words/derived.js'
import type { Features } from './features.js'
import type { Ground, Spoken } from './ground.js'
import { hasName, SAYING } from './names.js'

/** The concepts of a text's content words, in order. */
export const conceptsOfText = (text: string): string[] => contentWords(text).map(matterOf).map(conceptOf)

/** How much of what one denies the other says. */
export function polarityOf(d: Spoken, p: Spoken, ground: Ground): Pick<Features, 'denied' | 'bothDeny'> {
  const [own, theirs] = [deniedBy(d, p, ground), deniedBy(p, d, ground)]
  const mine = deniedIn(d.passage.evidence.text).length > 0
  const other = deniedIn(p.passage.evidence.text).length > 0
  if (mine && other) return { denied: 0, bothDeny: Math.min(1, Math.max(own, theirs)) }
  return { denied: Math.max(own, theirs), bothDeny: 0 }
}
/** Weight of what `p` denies that `d` speaks of. */
function deniedBy(p: Spoken, d: Spoken, ground: Ground): number {
  let most = 0
  for (const { text } of deniedIn(p.passage.evidence.text)) {
    const words = conceptsOfText(text).filter((w) => !EMPTY.has(w) && !SAYING.has(w))
    if (words.length === 0) continue
    const whole = words.reduce((n, w) => n + ground.weight(w), 0)
    const met = words.filter((w) => d.concepts.has(w) || hasName(d.names, w))
    const verbal = met.some((w) => d.concepts.has(w))
    if (verbal) most = Math.max(most, met.reduce((n, w) => n + ground.weight(w), 0) / whole)
  }
  return most
}
const EMPTY = new Set(
  'ever anyone anything anybody anywhere nobody nothing never not none suggestion allegation give take make have without such single time case evidence hear way thing member doubt'.split(
    ' ',
  ),
)

/** What a passage says is not so, each to be compared by meaning. */
export const deniedTexts = (p: Passage): string[] => deniedIn(p.evidence.text).map(({ text }) => text)
