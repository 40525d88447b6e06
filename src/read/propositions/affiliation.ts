import type { Context } from './context.js'
import { phraseWords, runs } from './evidence.js'
import { isName } from './noun-names.js'
import type { Proposition, Slot } from './proposition.js'
import { nounSlots } from './slots.js'

const TIES = new Set(['of', 'at', 'from', 'with', 'in', 'poss', 'unmarked'])

/** "Marta Ekholm of Lind & Voss", "Tad Furlong from Oran": what a name is tied to without a verb. Typed only. */
export function affiliated(context: Context, name: number): Proposition[] {
  const { tree } = context
  if (!isName(tree, name)) return []
  const ties: Slot[] = nounSlots(tree, name).filter((s) => TIES.has(s.role) && s.head > name)
  if (ties.length === 0) return []
  const words: number[] = []
  phraseWords(tree, name, words)
  return [
    {
      construction: 'possession',
      anchor: name,
      lemma: '',
      passive: false,
      subject: name,
      slots: [{ role: 'self', head: name }, ...ties],
      governor: name,
      evidence: runs(tree, words),
      typedOnly: true,
    },
  ]
}
