/** What tells a reply of the accused side from other sentences of a case, in numbers that are learned from. */
import type { Evidence } from '../../schema/reading.js'
import type { Context } from '../context.js'
import { isPersonal } from '../document-kind.js'
import { deniedIn } from '../passages/clauses.js'
import { voicesIn } from '../speaks-for.js'
import type { Statement } from '../statement.js'
import { contentWords, fold } from '../words/content.js'
import type { Spoken } from './ground.js'
import type { Values } from '../regression.js'
import { isAmong, type Weighed } from './standing.js'

const FIRST_PERSON = /\b(?:I|my|me|we|our|us)\b/
const DENIES =
  /\b(?:den(?:y|ies|ied|ying)|disput(?:es|ed)|rejects?|rejected|refut(?:es|ed)|contests?|contested|(?:un|not )true|lies?|false)\b/i

/** `against` is what speaks against the sentence, `related` the case's context that knows who speaks for whom. */
export function replyTraits(
  w: Weighed,
  draft: Spoken,
  carried: readonly Weighed[],
  against: readonly Evidence[],
  context: Context,
): Values {
  const { passage } = w.spoken
  const { text } = passage.evidence
  const f = w.features
  const card = context.cards.get(passage.document)
  const kind = card?.kind ?? 'press'
  const personal = Number(isPersonal(kind))
  const spoken = Number(kind === 'transcript')
  const theirs = Number(speaks(w, draft, context))
  const first = Number(FIRST_PERSON.test(text))
  const not = Number(deniedIn(text).length > 0)
  const near = Math.max(0, f.nearest)
  const listed = Number(isAmong(w, against))
  const documentDenies = denyingOf(passage.document, context)
  return {
    personal,
    spoken,
    record: Number(!personal && !spoken && kind !== 'press'),
    voice: Number(passage.voice !== ''),
    theirs,
    theirsDocument: Number(authorIsNamed(w, draft, context)),
    first,
    not,
    denies: Number(DENIES.test(text)),
    carried: Number(carried.includes(w)),
    listed,
    near,
    meant: f.near,
    deniedNear: f.deniedNear,
    denied: f.denied,
    covered: f.covered,
    named: f.namedAround,
    same: f.same,
    differ: f.differ,
    says: w.says,
    matter: w.matter,
    against: w.against,
    documentDenies,
    short: f.short,
    question: Number(/\?\s*$/.test(text)),
    theirsNot: theirs * not,
    theirsNear: theirs * near,
    theirsMatter: theirs * w.matter,
    theirsDiffer: theirs * f.differ,
    personalNot: personal * not,
    personalNear: personal * near,
    personalDeniedNear: personal * f.deniedNear,
    personalDiffer: personal * f.differ,
    spokenFirst: spoken * first,
    spokenDeniedNear: spoken * f.deniedNear,
    firstNot: first * not,
    firstNear: first * near,
    documentDeniesNear: documentDenies * near,
  }
}

const denying = new WeakMap<Context['cards'], Map<string, number>>()
/** Share of a document's sentences that say what is not so. */
function denyingOf(document: string, { cards }: Context): number {
  let known = denying.get(cards)
  if (!known) denying.set(cards, (known = new Map<string, number>()))
  let share = known.get(document)
  if (share === undefined) {
    const list = cards.get(document)?.passages ?? []
    share = list.filter((p) => deniedIn(p.evidence.text).length > 0).length / Math.max(4, list.length)
    known.set(document, share)
  }
  return share
}

/** Those whom the draft's sentence names, and who speaks for them. */
function sideOf(
  statements: readonly Statement[],
  entities: readonly string[],
  context: Context,
): Set<string> {
  const named = new Set([...entities, ...statements.flatMap((s) => s.entities)])
  for (const id of [...named]) for (const other of voicesIn(context).get(id) ?? []) named.add(other)
  return named
}

/** The passage's speaker is one whom the draft names, or speaks for them. */
function speaks(w: Weighed, draft: Spoken, context: Context): boolean {
  const { passage } = w.spoken
  if (passage.voice === '') return authorIsNamed(w, draft, context)
  const named = sideOf(draft.statements, draft.passage.entities, context)
  return named.has(passage.voice) || isNamed(context.nameOf(passage.voice) || passage.voice, draft)
}

/** Who wrote or issued the document is one whom the draft names, or speaks for them. */
function authorIsNamed({ spoken: { passage } }: Weighed, draft: Spoken, context: Context): boolean {
  const card = context.cards.get(passage.document)
  if (!card || card.kind === 'press') return false
  const named = sideOf(draft.statements, draft.passage.entities, context)
  if (card.author?.entity && named.has(card.author.entity)) return true
  return (
    isPersonal(card.kind) && [card.author?.name, card.publisher].some((name) => isNamed(name ?? '', draft))
  )
}

const isNamed = (name: string, draft: Spoken): boolean =>
  contentWords(name)
    .map(fold)
    .some((w) => draft.names.has(w) || draft.concepts.has(w))
