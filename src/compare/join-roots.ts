/** Ends of chains that are one origin, joined. */
import type { Context } from './context.js'
import { disclosed } from './disclosed.js'
import { includesOne, nounOf, sameGroup } from './group-roots.js'
import type { Lineage } from './lineage.js'
import { mayBeOnePerson, partsOf } from './proper-names.js'
import type { Root } from './root.js'
import { sameSide } from './same-side.js'
import type { Statement } from './statement.js'
import { nameFor, unmaskedOf } from './unmask.js'
import { contentWords, fold, stem } from './words/content.js'

/** An origin with every way by which it was reached. */
export type Joined = Root & { readonly paths: readonly (readonly Statement[])[] }

/**
 * Roots that are one: of one key or one name, a source without a name who is named later, an organisation and who speaks for it,
 * a group however many a relay makes of it, and the same role in documents that hang together.
 */
export function joinRoots(roots: readonly Root[], context: Context, lineage: Lineage): readonly Joined[] {
  const merged: Growing[] = []
  for (const root of [...roots].map((r) => named(r, context)).sort((a, b) => a.path.length - b.path.length)) {
    const same = merged.find(
      (m) => m.key === root.key || (m.established && root.established && isOne(m, root, context, lineage)),
    )
    if (!same) merged.push({ ...root, paths: [root.path], ends: [endOf(root)] })
    else {
      same.paths.push(root.path)
      same.ends.push(endOf(root))
      merged[merged.indexOf(same)] = {
        ...same,
        ...(isNamed(root) && !isNamed(same) ? { key: root.key, who: root.who, kind: root.kind } : {}),
        also: [...(same.also ?? []), root.told, ...(root.also ?? [])].slice(0, 20),
        count: countOf(same, root, context, lineage),
        why: same.why === root.why || same.why.length > 200 ? same.why : `${same.why} ${root.why}`,
      }
    }
  }
  // Who is one of a group that is counted already adds nothing to it.
  const groups = merged.filter((m) => m.established && m.count > 1)
  return groups.length === 0
    ? merged
    : merged.map((m) =>
        m.established && m.count === 1 && groups.some((g) => includesOne(g, m, context))
          ? { ...m, count: 0 }
          : m,
      )
}

/** `ends`: what each of the joined is called, and where. */
type Growing = Root & { paths: (readonly Statement[])[]; ends: End[] }
interface End {
  readonly called: readonly string[]
  readonly document: string
}
const endOf = (root: Root): End => ({
  called: isNamed(root) && root.told === root.who ? [] : headWords(root),
  document: root.path.at(-1)!.document,
})

/** By what it is called, since readers take 'a former engineer' for a name now and then. */
const isNamed = (root: Root): boolean =>
  root.kind !== 'document' &&
  root.count === 1 &&
  /^(?:\p{Ll}+\.? )*?\p{Lu}/u.test(root.who.replace(ARTICLE, '')) &&
  !DESCRIBED.test(root.who)
const ARTICLE = /^(?:the|a|an|one|its|his|her|their|our|my|this|that|another|some)\s/i
const DESCRIBED =
  /^(?:(?:the|a|an|one|its|his|her|their|our|my|this|that|another|some) )+(?:\p{Ll}[\p{L}-]* )*\p{Ll}[\p{L}-]*(?: |,|$)/iu

/** A source without a name under the name that the case tells elsewhere. */
function named(root: Root, context: Context): Root {
  if (
    !root.established ||
    root.count > 1 ||
    root.kind === 'document' ||
    /\p{Lu}\p{L}+ \p{Lu}/u.test(root.told)
  )
    return root
  const head = headWords(root).at(-1)
  const card = context.cards.get(root.path.at(-1)!.document)!
  const found =
    nameFor(root, unmaskedOf(context)) ??
    (!isNamed(root) && head !== undefined ? disclosed(head, card, context) : null)
  if (!found || partsOf(found.name).length === 0) return root
  return {
    ...root,
    key: found.entity ?? `name ${fold(found.name)}`,
    who: found.name,
    kind: 'named',
    why: `${root.who}, who is ${found.name}.`,
  }
}

function isOne(a: Growing, b: Root, context: Context, lineage: Lineage): boolean {
  if (a.count > 1 || b.count > 1) return a.count > 1 && b.count > 1 && sameGroup(a, b, context, lineage)
  return (
    (isNamed(a) && isNamed(b) && samePerson(a, b)) ||
    sameSide(a, b, context) ||
    isCalledSo(a, b, context) ||
    isCalledSo(b, a, context) ||
    sameRole(a, b, context, lineage)
  )
}

/** 'The chairman' in a document that speaks of its chairman, Luc Voss, by name. */
function isCalledSo(role: Root, person: Root, context: Context): boolean {
  if (isNamed(role) || !isNamed(person) || !/^(?:the|its|their|his|her) /i.test(role.told)) return false
  const head = headWords(role).at(-1)
  const name = partsOf(person.who).at(-1)
  if (head === undefined || name === undefined || name.length < 3 || ANYONE.has(head)) return false
  const card = context.cards.get(role.path.at(-1)!.document)!
  return (card.passages ?? []).some(({ evidence: { text } }) => {
    const words = fold(text.slice(0, MOST_TEXT)).split(/[^\p{L}'-]+/u)
    const [at, of] = [words.findIndex((w) => w === name), words.findIndex((w) => stem(w) === head)]
    return at >= 0 && of >= 0 && Math.abs(at - of) <= NEAR_WORDS
  })
}
const MOST_TEXT = 500
/** 'The chairman of Halden United, Luc Orvik' */
const NEAR_WORDS = 6

/** Two spellings of a name that say one thing are rather one person than two. */
const samePerson = (a: Root, b: Root): boolean =>
  mayBeOnePerson(a.who, b.who) && (partsOf(a.who).length < 4 || partsOf(b.who).length < 4)

/** The nearest to the source counts: a relay's "all ten" does not make more of nine. */
function countOf(a: Root, b: Root, context: Context, lineage: Lineage): number {
  if (a.count === b.count || a.path.length !== b.path.length)
    return a.path.length <= b.path.length ? a.count : b.count
  const [x, y] = [a, b].map((r) => context.cards.get(r.path.at(-1)!.document)!) as [never, never]
  if (lineage.namesPublisherOf(y, x) !== lineage.namesPublisherOf(x, y))
    return lineage.namesPublisherOf(y, x) ? a.count : b.count
  return Math.min(a.count, b.count)
}

function sameRole(a: Growing, b: Root, context: Context, lineage: Lineage): boolean {
  if (isNamed(a) && isNamed(b)) return false
  const other = endOf(b)
  return a.ends.some((end) => calledAlike(end, other, context, lineage))
}
function calledAlike(a: End, b: End, { cards }: Context, lineage: Lineage): boolean {
  const [x, y] = [a.called, b.called]
  const anyone = (words: readonly string[]): boolean => words.length > 0 && words.every((w) => ANYONE.has(w))
  if (x.length === 0 || y.length === 0 || !(x.some((w) => y.includes(w)) || anyone(x) || anyone(y)))
    return false
  if (a.document === b.document) return x.at(-1) === y.at(-1)
  const [c, d] = [cards.get(a.document)!, cards.get(b.document)!]
  return (
    lineage.namesPublisherOf(c, d) ||
    lineage.namesPublisherOf(d, c) ||
    lineage.repeats(c, d) ||
    lineage.repeats(d, c)
  )
}
/** 'The same man', 'the woman': who it is stands in the document it is had from. */
const ANYONE = new Set(['man', 'woman', 'person', 'source', 'official', 'employee'])
const headWords = (root: Root): string[] =>
  root.count > 1
    ? [nounOf(root.told)].filter((w) => w !== null)
    : contentWords(
        root.told.split(/\b(?:of the|who|whom|at|for|in|from|that)\b|,/)[0]!.replace(/\bof\b/g, ' '),
      )
