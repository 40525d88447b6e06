/** Block keys: only statements that share one are compared, so that the cost grows with the number of statements. */
import type { Statement } from './statement.js'
import { conceptOf, conceptOfFrame } from './words/concepts.js'
import { exclusivesOf, isLight } from './words/frames.js'

const MOST_ENTITIES = 4
const MOST_STEMS = 5
const MOST_CONCEPTS = 5

/** The keys of a statement: its frame with each entity and word, and pairs of what it is about. At most 60. */
export function blocksOf(s: Statement): string[] {
  const entities = s.entities.slice(0, MOST_ENTITIES)
  const stems = [...s.stems].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).slice(0, MOST_STEMS)
  const keys: string[] = []
  const light = isLight(s.frame)
  for (const entity of entities) {
    keys.push(`${s.frame}|${entity}`)
    for (const stem of stems) keys.push(`${entity}|${stem}`)
    for (const other of exclusivesOf(s.frame)) keys.push(`x|${[s.frame, other].sort().join('+')}|${entity}`)
  }
  for (let i = 0; i < entities.length; i++)
    for (let j = i + 1; j < entities.length; j++) keys.push(`${[entities[i], entities[j]].sort().join('|')}`)
  if (!light) for (const stem of stems) keys.push(`${s.frame}|${stem}`)
  // What is said in other words shares two things it speaks of: 'the concrete contained half the cement', 'cement content of the concrete'
  const concepts = [...new Set([...(light ? [] : [conceptOfFrame(s.frame)]), ...stems.map(conceptOf)])]
    .slice(0, MOST_CONCEPTS)
    .sort()
  for (const [i, a] of concepts.entries()) for (const b of concepts.slice(i + 1)) keys.push(`c|${a}|${b}`)
  return keys
}
