import type { Slot } from '../propositions/proposition.js'
import type { Scene } from '../propositions/scene.js'
import { entityOf } from './term.js'

const AT = new Set(['in', 'at', 'near', 'on', 'outside', 'inside', 'throughout', 'across'])

/** The place, by entity id, that the slots put it at: "in Oran", "at the port". Null where none is named. */
export function placeOf(scene: Scene, slots: readonly Slot[]): string | null {
  for (const s of slots) {
    if (!AT.has(s.role) || scene.marks.type[s.head] !== 'Place') continue
    const entity = entityOf(scene, s.head)
    if (entity !== null) return entity
  }
  return null
}
