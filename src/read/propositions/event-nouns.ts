import { EVENT_NOUNS } from '../lang/en/event-nouns.js'
import type { Context } from './context.js'
import { phraseWords, runs } from './evidence.js'
import type { Proposition, Slot } from './proposition.js'
import { nounSlots } from './slots.js'

/** "Brock's resignation", "the killing of Orr by Voss", "his arrest in May": the noun stands for its verb. */
export function eventNoun(context: Context, noun: number): Proposition[] {
  const { tree, kinds } = context
  const entry = EVENT_NOUNS.get(tree.lemma[noun]!)
  if (!entry || kinds[noun] !== null || tree.upos[noun] !== 'NOUN') return []
  const slots: Slot[] = []
  for (const s of nounSlots(tree, noun)) {
    const role = entry.roles.get(s.role) ?? s.role
    // "Brock's killing of Orr": with an 'of' for the patient the possessor does it.
    const taken = slots.some((t) => t.role === role)
    if (taken && role === 'patient' && s.role === 'of') {
      const owner = slots.findIndex((t) => t.role === 'patient')
      slots[owner] = { role: 'agent', head: slots[owner]!.head }
    }
    if (s.role !== 'amod' && s.role !== 'compound') slots.push({ role, head: s.head })
  }
  const agent = slots.find((s) => s.role === 'agent')
  const patient = slots.find((s) => s.role === 'patient')
  const subject = agent ?? patient
  if (!subject) return []
  const words: number[] = []
  phraseWords(tree, noun, words)
  return [
    {
      construction: 'event-noun',
      anchor: noun,
      lemma: entry.verb,
      passive: !agent,
      subject: subject.head,
      slots,
      governor: noun,
      evidence: runs(tree, words),
      typedOnly: false,
    },
  ]
}
