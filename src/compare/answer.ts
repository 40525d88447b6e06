/** What the side that a sentence accuses says to it. */
import type { Evidence } from '../schema/reading.js'
import type { Context } from './context.js'
import { spokenFor } from './sides.js'
import type { Statement } from './statement.js'
import { frameNamed } from './words/frames.js'

/**
 * Of what speaks against a sentence (`against`), the words of somebody whom it names, or of who speaks for them; else a
 * denial by whomever. Null where it accuses nobody and nothing speaks against it.
 */
export function answerOf(
  said: readonly Statement[],
  against: readonly Evidence[],
  context: Context,
): Evidence | null {
  const about = new Set(said.flatMap((s) => s.entities))
  for (const entity of [...about]) for (const other of spokenFor(context).get(entity) ?? []) about.add(other)
  const statements = [...context.statements.values()].filter((s) =>
    against.some((e) => overlaps(e, s.evidence)),
  )
  const at = (e: Evidence): Statement[] => statements.filter((s) => overlaps(e, s.evidence))
  const byThem = against.find((e) => at(e).some((s) => speaks(s, about, context)))
  if (byThem) return byThem
  const denied = against.find((e) => DENIES.test(e.text) || at(e).some((s) => s.tellers.some((t) => t.stance === 'denies'))) // prettier-ignore
  if (denied) return denied
  return said.some((s) => frameNamed(s.frame)?.accuses) ? denialOf(said, about, context) : null
}
const DENIES = /\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|never|false|untrue|not a)\b/i

function speaks(s: Statement, about: ReadonlySet<string>, context: Context): boolean {
  const speaker = s.tellers.at(-1)?.entity ?? context.cards.get(s.document)?.author?.entity ?? null
  return speaker !== null && about.has(speaker)
}

/** They deny it in words that nothing was found to contradict: 'I did not forge anything'. */
function denialOf(said: readonly Statement[], about: ReadonlySet<string>, context: Context): Evidence | null {
  for (const s of context.statements.values())
    if (
      speaks(s, about, context) &&
      (s.polarity === 'negative' || s.tellers.some((t) => t.stance === 'denies')) &&
      said.some((d) => d.frame === s.frame)
    )
      // prettier-ignore
      return s.evidence
  return null
}

const overlaps = (a: Evidence, b: Evidence): boolean =>
  a.file === b.file && a.start < b.end && b.start < a.end
