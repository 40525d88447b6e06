import { claimsOf } from '../../src/read/claims/claims.js'
import type { Claim } from '../../src/schema/reading.js'
import { layersOf, type Marks } from './layers.js'

/** The claims of a test document. */
export function claimsIn(notation: string, marks: Marks = {}): readonly Claim[] {
  const { document, layers } = layersOf(notation, marks)
  return claimsOf(document, layers)
}

/** One line a claim: `property | subject | predicate | object`, with `not`, certainty, time and place where they say something. */
export function line(claim: Claim): string {
  const parts = [claim.property ?? '-', claim.subject.text, claim.predicate, claim.object?.text ?? '-']
  if (claim.polarity === 'negative') parts.push('not')
  if (claim.certainty !== 'certain') parts.push(claim.certainty)
  if (claim.time !== null) parts.push(`@${claim.time}`)
  if (claim.place !== null) parts.push(`#${claim.place}`)
  return parts.join(' | ')
}

export const linesOf = (notation: string, marks: Marks = {}): string[] => claimsIn(notation, marks).map(line)
