/** What the side that a sentence accuses says to it. */
import type { Evidence } from '../schema/reading.js'
import { deniedTexts } from './check/pair.js'
import type { Spoken } from './check/ground.js'
import type { Signals } from './check/signals.js'
import type { Weighed } from './check/weigh.js'
import type { Context } from './context.js'
import { isPersonal } from './document-kind.js'
import { spokenFor } from './sides.js'
import { contentWords, fold } from './words/content.js'

/**
 * Of the sentences weighed for a draft's sentence, the one in which those whom it names, or who speaks for them, answer it
 * nearest. Null where nothing speaks against it.
 */
export async function answerOf(
  d: Spoken,
  { all, carried }: Signals,
  against: readonly Evidence[],
  context: Context,
): Promise<Evidence | null> {
  let [best, most] = [null as Evidence | null, LEAST]
  for (const w of all) {
    const { passage } = w.spoken
    const listed = against.some(
      (e) =>
        e.file === passage.evidence.file && e.start < passage.evidence.end && passage.evidence.start < e.end,
    )
    if (carried.includes(w) && !listed) continue
    const theirs = speaks(w, d, context)
    const denies = deniedTexts(passage).length > 0
    const score = (theirs ? 0.4 : 0) + (denies ? 0.2 : 0) + w.against + 0.5 * w.matter + (listed ? 0.15 : 0)
    if ((theirs || denies) && score > most) [best, most] = [passage.evidence, score]
  }
  return best
}
const LEAST = 0.75

/** The passage's speaker or its document's author is one whom the draft names, or speaks for them. */
function speaks({ spoken: { passage } }: Weighed, d: Spoken, context: Context): boolean {
  const named = new Set(d.statements.flatMap((s) => s.entities))
  for (const id of [...named]) for (const other of spokenFor(context).get(id) ?? []) named.add(other)
  if (named.has(passage.voice)) return true
  const card = context.cards.get(passage.document)
  const author = card?.author
  if (author?.entity && named.has(author.entity) && isPersonal(card!.kind)) return true
  const voice =
    context.nameOf(passage.voice) ||
    passage.voice ||
    (card && isPersonal(card.kind) ? (author?.name ?? '') : '')
  const words = contentWords(voice).map(fold)
  return words.some((w) => d.names.has(w) || d.concepts.has(w))
}
