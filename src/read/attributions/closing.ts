/** An interview's last words are its writer's: "… It was never proved. ¶ The owners deny any wrongdoing." */
import type { Document, Turn } from '../../schema/document.js'

/** Fewer turns tell nothing of the document's habit. */
const FEWEST = 4
const FIRST_OR_SECOND =
  /\b(?:I|I['’](?:m|ve|d|ll)|me|my|mine|myself|we|us|our|ours|ourselves|you|your|yours)\b|\b(?:[Ww]e|[Yy]ou)['’]/
const QUOTED = /["“„][^"“”„]*["”]/g

/**
 * `turns`, the last of them only to the end of its first paragraph, where all others keep to one paragraph and what follows
 * speaks of nobody as "I", "we" or "you" outside quotation marks, as speakers do. Turns without a label in the text are left.
 */
export function withoutClosing(
  turns: readonly Turn[],
  { info: { text }, blocks }: Document,
): readonly Turn[] {
  const labelled = turns.filter((turn) => turn.named !== null)
  if (labelled.length < FEWEST || labelled.length !== turns.length) return turns
  const last = labelled.reduce((a, b) => (b.start > a.start ? b : a))
  const first = blocks.find((block) => block.end > last.start)
  if (!first || first.end >= last.end || last.start < first.start) return turns
  const ends = turns.filter((turn) => turn !== last).map((turn) => turn.end)
  if (ends.some((end) => end > last.start)) return turns
  let at = 0
  for (const turn of [...turns].sort((a, b) => a.start - b.start)) {
    if (turn === last) continue
    while (at < blocks.length && blocks[at]!.end <= turn.start) at++
    if (at >= blocks.length || blocks[at]!.end < turn.end) return turns
  }
  const closing = text.slice(first.end, last.end).replace(QUOTED, ' ')
  const said = turns.some((turn) => FIRST_OR_SECOND.test(text.slice(turn.start, turn.end)))
  if (!said || FIRST_OR_SECOND.test(closing)) return turns
  return turns.map((turn) => (turn === last ? { ...turn, end: first.end } : turn))
}
