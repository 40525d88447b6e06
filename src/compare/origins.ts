/**
 * Who stands behind a proposition: the ends of its chains, followed through the documents of the case and joined where
 * they are one. What nobody can be named for is of unknown lineage and counts as no origin.
 */
import type { Origin } from '../schema/case.js'
import type { Evidence, SourceKind } from '../schema/reading.js'
import { overlapOf } from './alike.js'
import type { Context } from './context.js'
import { isPersonal, isPrimary } from './document-kind.js'
import type { Lineage } from './lineage.js'
import { isLater, isWill, type Card, type Statement, type Teller } from './statement.js'
import { spokenFor, voiceOf } from './sides.js'
import { contentWords, fold, stem } from './words/content.js'
import vague from './words/vague-sources.json' with { type: 'json' }

export interface Root {
  /** Equal for one origin. */
  readonly key: string
  readonly who: string
  /** As the document calls them: 'a former surveyor of the port'. */
  readonly told: string
  readonly kind: SourceKind
  readonly count: number
  readonly established: boolean
  /** The statements it was reached through, the reader's first. */
  readonly path: readonly Statement[]
  readonly why: string
  /** Comes back to a document it went through. */
  readonly circle: boolean
}

export interface Origins {
  readonly established: number
  readonly unknown: number
  readonly roots: readonly (Root & { readonly paths: readonly (readonly Statement[])[] })[]
  readonly list: readonly Origin[]
}

/** The origins of statements that say the same. */
export function originsOf(members: readonly Statement[], context: Context, lineage: Lineage): Origins {
  const byDocument = new Map<string, Statement[]>()
  for (const s of members) byDocument.set(s.document, [...(byDocument.get(s.document) ?? []), s])
  const earliest = [...byDocument.keys()]
    .map((d) => context.cards.get(d)!)
    .sort((a, b) => (isBefore(a, b) ? -1 : 1))
    .slice(0, MOST_EARLIEST)
  const roots = members.map((s) => trace(s, [], { context, lineage, byDocument, earliest }))
  const joined = join(roots, context, lineage)
  const established = joined.filter((r) => r.established).reduce((n, r) => n + r.count, 0)
  const unknown = joined.filter((r) => !r.established).length
  return {
    established,
    unknown,
    roots: joined,
    list: joined.map((r) => ({
      who: r.who,
      kind: r.kind,
      count: r.established ? r.count : 0,
      evidence: evidenceOf(r.paths.flat()),
      why: r.why,
    })),
  }
}
/** Documents that later ones may repeat: of thousands of copies the first stand for all. */
const MOST_EARLIEST = 40
/** By date, then by id, so that copies without a date do not lead to one another in a circle. */
const isBefore = (a: Card, b: Card): boolean => rank(a) < rank(b)
const rank = (card: Card): string => `${card.published ?? '9999'} ${card.document}`
const MOST_EVIDENCE = 50
export function evidenceOf(statements: readonly Statement[]): Evidence[] {
  const seen = new Map<string, Evidence>()
  for (const { evidence } of statements) {
    const key = `${evidence.file} ${evidence.start} ${evidence.end}`
    if (!seen.has(key) && seen.size < MOST_EVIDENCE) seen.set(key, evidence)
  }
  return [...seen.values()]
}

interface Way {
  readonly context: Context
  readonly lineage: Lineage
  readonly byDocument: ReadonlyMap<string, readonly Statement[]>
  readonly earliest: readonly Card[]
}

function trace(s: Statement, before: readonly Statement[], way: Way): Root {
  const card = way.context.cards.get(s.document)!
  const path = [...before, s]
  if (before.some((b) => b.document === s.document)) {
    const circle = path.slice(path.findIndex((b) => b.document === s.document))
    const names = circle.map((b) => nameOf(way.context.cards.get(b.document)!))
    const key = `circle ${[...new Set(circle.map((b) => b.document))].sort()[0]}`
    return { key, who: names[0]!, told: names[0]!, kind: 'document', count: 0, established: false, path, circle: true, why: `${names.join(' has it from ')}: a circle without an origin.` } // prettier-ignore
  }
  // The publication nearest the origin whose own document is in the case: there the chain goes on.
  let passedOn: Teller | null = null
  const tellers = s.tellers.filter((t) => !isWill(t) && !isNobody(t))
  for (const teller of [...tellers].reverse()) {
    const cards = way.lineage.publicationOf(teller, card)
    if (cards === null) continue
    const next = statementIn(
      cards.filter((c) => c.document !== card.document && !isLater(c, card)),
      s,
      way,
    )
    if (next) return trace(next, path, way)
    passedOn ??= teller
  }
  if (tellers.length > 0 && passedOn === null) {
    const named = way.lineage.namedIn(s.named, card).filter((c) => c !== card && !isLater(c, card))
    const next = named.length > 0 ? statementIn(named, s, way) : null
    if (next) return trace(next, path, way)
  }
  const last = tellers.at(-1)
  const end = s.tellers.filter((t) => !isWill(t)).at(-1)
  if (last && end && isNobody(end) && !SELF.test(end.name) && /^(?:they|people|somebody|someone|many)$/i.test(end.name)) return unknown(`somebody ${card.document}`, end.name, path, `${nameOf(card)} does not say who “${end.name}” are.`) // prettier-ignore
  if (!last) {
    const somebody = s.tellers.find((t) => isNobody(t) && !SELF.test(t.name))
    return somebody && !s.hearsay ? unknown(`somebody ${card.document}`, somebody.name, path, `${nameOf(card)} does not say who “${somebody.name}” are.`) : documentRoot(s, card, path, way) // prettier-ignore
  }
  if (passedOn === last) return unknown(`publication ${fold(last.name)}`, last.name, path, `${last.name} is cited, but whom it has it from is not known.`) // prettier-ignore
  if (s.hearsay) {
    const beyond = s.tellers.filter((t) => t.name.trim() !== '').at(-1)
    return unknown(
      `hearsay ${card.document}`,
      beyond?.name ?? nameOf(card),
      path,
      `${nameOf(card)} does not say who says so.`,
    )
  }
  // 'The court finds', in the court's own words or in another's
  const record = recordOf(last, s, card, way)
  if (record === card) return documentRoot(s, card, path, way)
  if (record) return trace(way.byDocument.get(record.document)![0]!, path, way)
  return tellerRoot(last, s, card, path, way)
}

const SELF = /^(?:i|we|our|my)$/i
/** A pronoun that the reader resolved to nobody: who says so is told by who told of them. */
const isNobody = ({ name, entity }: Teller): boolean =>
  entity === null &&
  (SELF.test(name.trim()) ||
    /^(?:it|they|he|she|who|that|this|one|somebody|someone|people|many)$/i.test(name.trim()))

const VAGUE = new Set(vague.words.map(stem))
const isVague = (teller: Teller): boolean =>
  teller.kind !== 'named' &&
  teller.count === 1 &&
  VAGUE.has(
    contentWords(teller.name.split(/\b(?:of|in|at|from|with|who|close|near|familiar)\b|,/)[0]!).at(-1) ?? '',
  )

/** The record of the case that a teller is: 'the Sunnskjær District Court', 'the contract', 'the minutes'. */
function recordOf(teller: Teller, s: Statement, card: Card, way: Way): Card | null {
  const name = fold(teller.name)
  const kind = RECORDS.find(([pattern]) => pattern.test(name))?.[1]
  if (kind === undefined) return null
  if (card.kind === kind) return card
  for (const document of way.byDocument.keys()) {
    const other = way.context.cards.get(document)!
    if (other.kind === kind && other.document !== s.document && !isLater(other, card)) return other
  }
  return null
}
const RECORDS: readonly [RegExp, Card['kind']][] = [
  [/\b(?:court|tribunal|judges?|judge?ment|ruling|verdict|coroner|inquest|magistrates?)\b/, 'court'],
  [/\b(?:contract|agreement)\b/, 'contract'],
  [/\b(?:account|bank) statements?\b|\bstatement of account\b/, 'account'],
  [/\bminutes\b/, 'minutes'],
  [/\b(?:report|record|protocol|register|registry|logbook)\b/, 'record'],
]

/** What a document of a publication says of the same matter: in the proposition, or else the likest. */
function statementIn(cards: readonly Card[], s: Statement, way: Way): Statement | null {
  for (const card of cards) {
    const found = nearest(s, way.byDocument.get(card.document) ?? [])
    if (found) return found
  }
  let best: Statement | null = null
  let most = 0.55
  for (const card of cards.slice(0, 50))
    for (const other of card.statements) {
      const { shared, ofLess, ofBoth } = overlapOf(s, other)
      const score = ofBoth + (other.frame === s.frame ? 0.35 : 0) + (ofLess > 0.9 ? 0.1 : 0)
      if (shared >= 2 && score > most) [best, most] = [other, score]
    }
  return best
}

/** Of a document's statements of the proposition the one that is put most like this. */
function nearest(s: Statement, among: readonly Statement[]): Statement | null {
  const likeness = (other: Statement): number => {
    const { ofBoth } = overlapOf(s, other)
    return ofBoth + (s.frame === other.frame ? 0.3 : 0) + (s.gist === other.gist ? 1 : 0) + (s.time !== null && s.time === other.time ? 0.2 : 0) // prettier-ignore
  }
  return among.reduce<Statement | null>((best, other) => (best && likeness(best) >= likeness(other) ? best : other), null) // prettier-ignore
}

function documentRoot(s: Statement, card: Card, path: readonly Statement[], way: Way): Root {
  const name = nameOf(card)
  if (isPrimary(card.kind)) {
    const own = isPersonal(card.kind) && card.author
    return {
      key: own ? (own.entity ?? entityNamed(own.name, way.context) ?? `name ${fold(own.name)}`) : `document ${card.document}`,
      who: own ? own.name : (card.author?.name ?? name),
      told: own ? own.name : name,
      kind: own ? 'named' : 'document',
      count: 1,
      established: true,
      circle: false,
      path,
      why: own ? `${own.name} says so in a ${card.kind} of ${own.name}'s own.` : `A ${KINDS[card.kind] ?? 'record'} that speaks for itself.`,
    }
  } // prettier-ignore
  // An answer in an interview
  if (card.kind === 'transcript' && card.author && !s.cues.includes('question'))
    return { key: card.author.entity ?? `name ${fold(card.author.name)}`, who: card.author.name, told: card.author.name, kind: 'named', count: 1, established: true, circle: false, path, why: `${card.author.name} says so in ${name}.` } // prettier-ignore
  const [other] = way.earliest
    .filter(
      (c) =>
        isBefore(c, card) && way.lineage.repeats(card, c) && !path.some((p) => p.document === c.document),
    )
    .slice(0, 1)
    .flatMap((c) => way.byDocument.get(c.document) ?? [])
  if (other) return trace(other, path, way)
  return unknown(
    `bare ${card.publisher ? fold(card.publisher) : card.document}`,
    name,
    path,
    `${name} does not say whom it has it from.`,
  )
}
const KINDS: Partial<Record<Card['kind'], string>> = { court: 'court record', contract: 'contract', account: 'statement of account', minutes: 'record of a meeting' } // prettier-ignore

const unknown = (key: string, who: string, path: readonly Statement[], why: string): Root => ({ key: `unknown ${key}`, who, told: who, kind: 'unnamed', count: 0, established: false, circle: false, path, why }) // prettier-ignore

function tellerRoot(teller: Teller, s: Statement, card: Card, path: readonly Statement[], way: Way): Root {
  if (isVague(teller)) return unknown(`vague ${card.document} ${fold(teller.name)}`, teller.name, path, `${nameOf(card)} does not say who “${teller.name}” is.`) // prettier-ignore
  const name = (teller.entity ? way.context.nameOf(teller.entity) : '') || teller.name
  const many = Math.max(1, teller.count)
  const description =
    teller.kind === 'role' || teller.kind === 'unnamed' || teller.kind === 'group' || many > 1
  const key = teller.entity && many === 1 ? teller.entity : `role ${contentWords(teller.name).join(' ')}`
  const via = nameOf(card)
  return {
    key,
    who: many > 1 ? teller.name : name,
    told: teller.name,
    kind: teller.kind,
    count: many,
    established: true,
    circle: false,
    path,
    why: many > 1 ? `${teller.name}, ${many} people, as ${via} has it.` : description ? `${teller.name}, who spoke to ${via}.` : `${name} says so in ${via}.`, // prettier-ignore
  }
}

export const nameOf = (card: Card): string => card.publisher ?? card.author?.name ?? card.title ?? card.file

/** Roots that are one: of one key, a source without a name who is named later, and the same role in documents that hang together. */
function join(roots: readonly Root[], context: Context, lineage: Lineage): Origins['roots'] {
  const unmasked = unmaskedOf(context)
  const merged: (Root & { paths: (readonly Statement[])[] })[] = []
  for (const root of [...roots].sort((a, b) => a.path.length - b.path.length)) {
    const named = nameFor(root, unmasked)
    const own = named ? { ...root, key: named.entity ?? `name ${fold(named.name)}`, who: named.name, why: `${root.who}, who is ${named.name}.` } : root // prettier-ignore
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
      merged[merged.indexOf(same)] = { ...same, count: counts, why: same.why === own.why || same.why.length > 200 ? same.why : `${same.why} ${own.why}` } // prettier-ignore
    }
  }
  // A document of unknown lineage adds nothing where it only repeats what an origin of the proposition says.
  return merged
}

const namesCache = new WeakMap<Context, ReadonlyMap<string, string>>()
/** The entity of the case that bears a name in whatever letters. */
function entityNamed(name: string, context: Context): string | null {
  let found = namesCache.get(context)
  if (!found) {
    const ids = new Set([...context.statements.values()].flatMap((s) => s.entities))
    namesCache.set(
      context,
      (found = new Map([...ids].sort().map((id) => [fold(context.nameOf(id)), id] as const))),
    )
  }
  return found.get(fold(name)) ?? null
}

const unmaskedCache = new WeakMap<Context, ReadonlyMap<string, Card['unmasked'][number][]>>()
function unmaskedOf(context: Context): ReadonlyMap<string, Card['unmasked'][number][]> {
  let found = unmaskedCache.get(context)
  if (!found) {
    const map = new Map<string, Card['unmasked'][number][]>()
    for (const card of context.cards.values())
      for (const u of card.unmasked) {
        const head = contentWords(u.description).at(-1)
        if (head) map.set(head, [...(map.get(head) ?? []), u])
      }
    unmaskedCache.set(context, (found = map))
  }
  return found
}

function nameFor(
  root: Root,
  unmasked: ReadonlyMap<string, Card['unmasked'][number][]>,
): Card['unmasked'][number] | null {
  if (root.kind !== 'role' && root.kind !== 'unnamed' && root.kind !== 'named') return null
  if (!root.established || /\p{Lu}[\p{L}'’-]+ \p{Lu}/u.test(root.told)) return null
  for (const word of contentWords(root.told.split(/\b(?:of|who|at|for|in|from)\b|,/)[0]!).reverse()) {
    const found = unmasked.get(word)
    const names = new Set(found?.map((u) => u.entity ?? fold(u.name)))
    if (found && names.size >= 1) return found.find((u) => u.entity) ?? found[0]!
    break
  }
  return null
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
  return lineage.namesPublisherOf(c, d) || lineage.namesPublisherOf(d, c) || lineage.repeats(c, d) || lineage.repeats(d, c) // prettier-ignore
}
/** 'The same man', 'the woman': who it is stands in the document it is had from. */
const ANYONE = new Set(['man', 'woman', 'person'])
const headWords = ({ who }: Root): string[] => contentWords(who.split(/\b(?:of the|who|at|for|in|from)\b|,/)[0]!.replace(/\bof\b/g, ' ')) // prettier-ignore
