/** What the side that a sentence accuses says to it. */
import type { Evidence } from '../schema/reading.js'
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
export function answerOf(
  d: Spoken,
  { all, carried }: Signals,
  against: readonly Evidence[],
  context: Context,
): Evidence | null {
  let [best, most] = [null as Evidence | null, LEAST]
  for (const w of all) {
    const { passage } = w.spoken
    const listed = against.some((e) => touches(e, passage.evidence))
    if (!listed && (carried.includes(w) || w.says > w.against)) continue
    const theirs = speaks(w, d, context)
    const denies = w.features.denied > 0 || w.features.deniedNear >= NEAR
    const own = passage.voice !== '' || isPersonal(context.cards.get(passage.document)?.kind ?? 'press')
    // Words of a third party that deny nothing are another account, not an answer
    if (!denies && !(listed && (theirs || own))) continue
    const score =
      (theirs ? 0.6 : 0) +
      (denies ? 0.2 : 0) +
      (listed ? 0.2 : 0) +
      (FIRST_PERSON.test(passage.evidence.text) ? 0.1 : 0) +
      w.against +
      0.5 * w.matter
    if (score > most) [best, most] = [passage.evidence, score]
  }
  return best
}
const LEAST = 0.6
/** Cosine of what is denied and what the draft says. */
const NEAR = 0.35
const FIRST_PERSON = /\b(?:I|my|me|we|our|us)\b/
const touches = (a: Evidence, b: Evidence): boolean => a.file === b.file && a.start < b.end && b.start < a.end

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
