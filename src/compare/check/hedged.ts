/** Whether what a sentence says is put as possible, believed or expected. */
import { clausesOf } from '../passages/clauses.js'
import type { Spoken } from './ground.js'
import { conceptsOfText } from './denied.js'

const HEDGED =
  /\b(?:may|might|could)\b(?! \d)|\b(?:possibly|perhaps|probably|likely|allegedly|reportedly|apparently|presumably|supposedly|seems?|seemed|appears? to|appeared to|suspects?|suspected|suspicion|believes?|believed|thinks?|thought|expects?|expected to|fears?|feared|doubts?|supposed|assumes?|assumed|guess(?:es|ed)?|under the impression|considering whether|considers whether|(?:is|are|was|were) (?:said|rumou?red|alleged|understood|reported) to|rumou?rs?|not certain|cannot say|would not swear|wonders?|wondered)\b/i
/** Put as possible, believed or expected. */
export const isHedged = (text: string): boolean => HEDGED.test(text)

/** Of a sentence, the clause that speaks of what `d` speaks of is put so. */
export function hedgesOf(p: Spoken, d: Spoken): boolean {
  const text = p.passage.evidence.text
  const shares = (clause: string): boolean =>
    conceptsOfText(clause).some((w) => d.concepts.has(w) || d.names.has(w))
  const clauses = clausesOf(text)
  let from = 0
  const starts = clauses.map((clause) => (from = text.indexOf(clause.text, from)))
  for (const { index } of text.matchAll(new RegExp(HEDGED, 'gi'))) {
    const i = starts.findLastIndex((start) => start <= index)
    const next = clauses[i + 1]?.text ?? ''
    if (shares(clauses[i]?.text ?? '') || /^\s*(?:that|whether|if)\b/i.test(next)) return true
  }
  return false
}
