/** What the side that a sentence accuses says to it. */
import type { Evidence } from '../schema/reading.js'
import type { Context } from './context.js'
import { conceptsOf, nearness } from './meant.js'
import { spokenFor } from './sides.js'
import type { Statement } from './statement.js'
import { fold } from './words/content.js'
import { frameNamed } from './words/frames.js'

/**
 * Of what speaks against a sentence (`against`) and of what those whom it names deny, the words nearest to it; theirs, or of
 * who speaks for them, before anybody else's. Null where it accuses nobody and nothing speaks against it.
 */
export async function answerOf(
  said: readonly Statement[],
  against: readonly Evidence[],
  context: Context,
): Promise<Evidence | null> {
  const accuses = said.some((s) => frameNamed(s.frame)?.accuses)
  const [first] = [...said].sort((a, b) => b.gist.length - a.gist.length)
  if (!first || (against.length === 0 && !accuses)) return null
  const about = new Set(said.flatMap((s) => s.entities))
  for (const entity of [...about]) for (const other of spokenFor(context).get(entity) ?? []) about.add(other)
  const pool = new Map<string, { evidence: Evidence; theirs: boolean; denies: boolean; shares: boolean }>()
  for (const s of context.statements.values()) {
    if (s.document === first.document) continue
    const theirs = speaks(s, about, context)
    const listed = against.find((e) => overlaps(e, s.evidence))
    const denies = s.polarity === 'negative' || s.tellers.some((t) => t.stance === 'denies')
    if (!listed && !(theirs && denies && said.some((d) => sharesConcept(d, s)))) continue
    pool.set(s.id, { evidence: s.evidence, theirs, denies, shares: said.some((d) => sharesConcept(d, s)) })
  }
  for (const e of against)
    if (![...pool.values()].some(({ evidence }) => overlaps(e, evidence)))
      pool.set(`${e.file} ${e.start}`, {
        evidence: e,
        theirs: false,
        denies: DENIES.test(e.text),
        shares: true,
      })
  const all = [...pool.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one)
    .slice(0, 200)
  const near = await nearness(
    first.gist,
    all.map(({ evidence }) => evidence.text),
    context,
  )
  let [best, most] = [null as Evidence | null, 0]
  for (const [i, { evidence, theirs, denies, shares }] of all.entries()) {
    // Words of a third party that deny nothing are another account, not an answer
    if (!theirs && !denies) continue
    const score = (near[i] ?? 0.5) + (theirs ? 0.3 : 0) + (denies ? 0.15 : 0) + (shares ? 0.2 : 0)
    if (score > most) [best, most] = [evidence, score]
  }
  return best
}
const DENIES = /\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|never|false|untrue|not an?|no)\b/i

/** The last who says it is one of them, or the document is their own. */
function speaks(s: Statement, about: ReadonlySet<string>, context: Context): boolean {
  const author = context.cards.get(s.document)?.author
  const last = s.tellers.at(-1)
  if (last) return last.entity !== null && about.has(last.entity)
  return (
    author != null &&
    ((author.entity !== null && about.has(author.entity)) ||
      [...about].some((id) => fold(context.nameOf(id)) === fold(author.name)))
  )
}

function sharesConcept(a: Statement, b: Statement): boolean {
  const other = conceptsOf(b)
  return [...conceptsOf(a)].some((c) => other.has(c))
}
const overlaps = (a: Evidence, b: Evidence): boolean =>
  a.file === b.file && a.start < b.end && b.start < a.end
