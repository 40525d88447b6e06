/** Ends of chains that are one origin, joined. */
import type { Context } from './context.js'
import type { Lineage } from './lineage.js'
import type { Root } from './root.js'
import { spokenFor, voiceOf } from './sides.js'
import type { Statement } from './statement.js'
import { nameFor, unmaskedOf } from './unmask.js'
import { contentWords, fold } from './words/content.js'

/** An origin with every way by which it was reached. */
export type Joined = Root & { readonly paths: readonly (readonly Statement[])[] }

/** Roots that are one: of one key, a source without a name who is named later, and the same role in documents that hang together. */
export function joinRoots(roots: readonly Root[], context: Context, lineage: Lineage): readonly Joined[] {
  const unmasked = unmaskedOf(context)
  const merged: (Root & { paths: (readonly Statement[])[] })[] = []
  for (const root of [...roots].sort((a, b) => a.path.length - b.path.length)) {
    const named = nameFor(root, unmasked)
    const own = named
      ? {
          ...root,
          key: named.entity ?? `name ${fold(named.name)}`,
          who: named.name,
          why: `${root.who}, who is ${named.name}.`,
        }
      : root
    const same = merged.find(
      (m) =>
        m.key === own.key ||
        (m.established &&
          own.established &&
          (sameRole(m, own, context, lineage) || sameSide(m, own, context))),
    )
    if (!same) merged.push({ ...own, paths: [own.path] })
    else {
      same.paths.push(own.path)
      // The nearest to the source counts: a relay's "all ten" does not make more of nine.
      const counts = same.path.length <= own.path.length ? same.count : own.count
      merged[merged.indexOf(same)] = {
        ...same,
        count: counts,
        why: same.why === own.why || same.why.length > 200 ? same.why : `${same.why} ${own.why}`,
      }
    }
  }
  // A document of unknown lineage adds nothing where it only repeats what an origin of the proposition says.
  return merged
}

/** An organisation and who speaks in its name; 'the company' where only one of its voices is named. */
function sameSide(a: Root, b: Root, context: Context): boolean {
  if (a.count > 1 || b.count > 1) return false
  if (spokenFor(context).get(a.key)?.has(b.key)) return true
  const [x, y] = [voiceOf(a.told), voiceOf(b.told)]
  if (x !== null && y !== null) return x === y
  if (x !== null) return speaksOf(b, x, context)
  return y !== null && speaksOf(a, y, context)
}
/** A party's own statement is its organisation's voice. */
const isOwnStatement = ({ path }: Root, context: Context): boolean =>
  path.length === 1 &&
  path[0]!.tellers.length === 0 &&
  context.cards.get(path[0]!.document)?.kind === 'statement'
/** Their description has the organisation's noun in it, or they speak for some organisation of the case. */
const speaksOf = (root: Root, voice: string, context: Context): boolean =>
  contentWords(root.told).includes(voice) ||
  (GENERAL.has(voice) && (spokenFor(context).has(root.key) || isOwnStatement(root, context)))
const GENERAL = new Set(['company', 'firm', 'owner', 'contractor', 'group', 'management'])

function sameRole(a: Root, b: Root, context: Context, lineage: Lineage): boolean {
  if (a.kind === 'named' && b.kind === 'named') return false
  const [x, y] = [headWords(a), headWords(b)]
  const anyone = (words: readonly string[]): boolean => words.length > 0 && words.every((w) => ANYONE.has(w))
  if (x.length === 0 || y.length === 0 || !(x.some((w) => y.includes(w)) || anyone(x) || anyone(y)))
    return false
  const [left, right] = [a.path.at(-1)!, b.path.at(-1)!]
  if (left.document === right.document) return x.at(-1) === y.at(-1)
  const [c, d] = [context.cards.get(left.document)!, context.cards.get(right.document)!]
  return (
    lineage.namesPublisherOf(c, d) ||
    lineage.namesPublisherOf(d, c) ||
    lineage.repeats(c, d) ||
    lineage.repeats(d, c)
  )
}
/** 'The same man', 'the woman': who it is stands in the document it is had from. */
const ANYONE = new Set(['man', 'woman', 'person'])
const headWords = ({ who }: Root): string[] =>
  contentWords(who.split(/\b(?:of the|who|at|for|in|from)\b|,/)[0]!.replace(/\bof\b/g, ' '))
