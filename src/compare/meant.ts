/** What a statement means whatever its words: its concepts, and whether it is done or promised. */
import type { Statement } from './statement.js'
import { conceptOf, conceptOfFrame } from './words/concepts.js'
import { isLight } from './words/frames.js'

const concepts = new WeakMap<Statement, ReadonlySet<string>>()
/** What a statement speaks of, verbs and nouns alike, without names and figures. */
export function conceptsOf(s: Statement): ReadonlySet<string> {
  let found = concepts.get(s)
  if (!found) {
    const all = new Set(s.stems.map(conceptOf))
    if (!isLight(s.frame)) all.add(conceptOfFrame(s.frame))
    concepts.set(s, (found = all))
  }
  return found
}

const PROMISED = /\b(?:shall|will)\b/i
/** True where both are done or both are promised: what is agreed or foretold is not yet done. */
export const sameTense = (a: Statement, b: Statement): boolean =>
  PROMISED.test(a.gist) === PROMISED.test(b.gist)
