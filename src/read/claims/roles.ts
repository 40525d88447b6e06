import type { Claim } from '../../schema/reading.js'
import { SOURCE } from '../lang/en/prepositions.js'
import type { Scene } from '../propositions/scene.js'
import type { Draft } from './drafts.js'
import { termOf } from './term.js'

/** How roles are called in claims where they carry no preposition of their own. */
const NAMES: Readonly<Record<string, string | null>> = {
  agent: 'by',
  patient: 'object',
  recipient: 'to',
  complement: 'as',
  clause: 'to',
  unmarked: 'extent',
  poss: 'of',
  self: null,
  amod: null,
  compound: null,
  appos: null,
  bracketed: null,
}

/** The participants that are neither subject nor object nor only say when. */
export function rolesOf(scene: Scene, text: string, draft: Draft): Claim['roles'] {
  const out: { role: string; term: ReturnType<typeof termOf> }[] = []
  for (const s of draft.proposition.slots) {
    if (s.head === draft.subject || s.head === draft.object || s.head === draft.proposition.subject) continue
    if (scene.marks.time[s.head] || s.head === draft.proposition.anchor) continue
    if (SOURCE.has(s.role)) continue
    const name = s.role in NAMES ? NAMES[s.role]! : s.role
    if (name !== null) out.push({ role: name, term: termOf(scene, text, s.head, true) })
  }
  return out
}
