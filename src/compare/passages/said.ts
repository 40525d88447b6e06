/** A sentence as the network for pairs is told it: its words, with who says it and when. */
import type { Said } from '../../inference/relate.js'
import type { Context } from '../context.js'
import type { Passage } from './passage.js'

export function saidOf(p: Passage, context: Pick<Context, 'cards' | 'nameOf'>): Said {
  const card = context.cards.get(p.document)!
  const who = context.nameOf(p.voice) || p.voice || (card.publisher ?? card.kind)
  return { text: p.evidence.text, who, when: card.published ?? '' }
}
