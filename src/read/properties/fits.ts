import { TITLES } from '../lang/en/titles.js'
import type { Scene } from '../propositions/scene.js'
import type { RangeType } from './property.js'

/**
 * True where the mention that `word` heads may be of one of the types. A name or pronoun whose type nobody told may be
 * anything; a common noun that is no mention fits only where `loose` (events, whose participants are often plain things).
 */
export function fits(scene: Scene, word: number, types: readonly RangeType[], loose: boolean): boolean {
  const { marks, tree } = scene
  if (marks.time[word]) return types.includes('Time')
  if (types.includes('Text')) return true
  if (types.includes('Quantity') && marks.quantity[word]) return true
  const type = marks.type[word]
  if (type && (type !== 'Other' || types.includes('Other') || !loose)) return types.includes(type)
  if (types.every((t) => t === 'Time' || t === 'Quantity')) return false
  const upos = tree.upos[word]
  // "Detective Sergeant Ravi Orr": a rank before another is nobody's employer
  if (TITLES.has(tree.form[word]!) && !types.includes('Person')) return false
  return (
    upos === 'PROPN' ||
    upos === 'PRON' ||
    (loose && (upos === 'NOUN' || upos === 'NUM' || upos === 'DET' || upos === 'ADJ')) ||
    type === 'Other'
  )
}
