/** One statement's chain followed through the documents of the case to its end. */
import { overlapOf } from './alike.js'
import type { Context } from './context.js'
import { isPersonal, isPrimary } from './document-kind.js'
import type { Lineage } from './lineage.js'
import { isPartys } from './parties.js'
import { nameIn } from './proper-names.js'
import { recordOf } from './records.js'
import type { Root } from './root.js'
import { isLater, type Card, type Statement, type Teller } from './statement.js'
import { entityNamed } from './unmask.js'
import { isComplement, isMereWill, isNobody, isVague, NEWSROOM, SELF, speaksItself } from './tellers.js'
import { contentWords, fold } from './words/content.js'

export interface Way {
  readonly context: Context
  readonly lineage: Lineage
  readonly byDocument: ReadonlyMap<string, readonly Statement[]>
  readonly earliest: readonly Card[]
}

/** `before`: the statements it was reached through, the reader's first. */
export function trace(s: Statement, before: readonly Statement[], way: Way): Root {
  const card = way.context.cards.get(s.document)!
  const path = [...before, s]
  if (before.some((b) => b.document === s.document)) {
    const circle = path.slice(path.findIndex((b) => b.document === s.document))
    const names = circle.map((b) => nameOf(way.context.cards.get(b.document)!))
    const key = `circle ${[...new Set(circle.map((b) => b.document))].sort()[0]}`
    return {
      key,
      who: names[0]!,
      told: names[0]!,
      kind: 'document',
      count: 0,
      established: false,
      path,
      circle: true,
      why: `${names.join(' has it from ')}: a circle without an origin.`,
    }
  }
  // The publication nearest the origin whose own document is in the case: there the chain goes on.
  let passedOn: Teller | null = null
  const tellers = s.tellers.filter((t) => !isMereWill(t) && !isNobody(t) && !speaksItself(t, card))
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
  const end = s.tellers.filter((t) => !isMereWill(t)).at(-1)
  if (
    last &&
    end &&
    isNobody(end) &&
    !SELF.test(end.name) &&
    /^(?:they|people|somebody|someone|many)$/i.test(end.name)
  )
    return unknown(
      `somebody ${card.document}`,
      end.name,
      path,
      `${nameOf(card)} does not say who “${end.name}” are.`,
    )
  if (!last) {
    const somebody = s.tellers.find((t) => isNobody(t) && !SELF.test(t.name))
    return somebody && !s.hearsay
      ? unknown(
          `somebody ${card.document}`,
          somebody.name,
          path,
          `${nameOf(card)} does not say who “${somebody.name}” are.`,
        )
      : documentRoot(s, card, path, way)
  }
  if (passedOn === last) {
    const party = way.lineage.publicationOf(last, card)?.find((c) => isPartys(c.publisher, way.context))
    if (party) return partyRoot(party, path, way)
    return unknown(
      `publication ${fold(last.name)}`,
      last.name,
      path,
      `${last.name} is cited, but whom it has it from is not known.`,
    )
  }
  if (s.hearsay && last.name.trim() === '') {
    const beyond = s.tellers.filter((t) => t.name.trim() !== '').at(-1)
    return unknown(
      `hearsay ${card.document}`,
      beyond?.name ?? nameOf(card),
      path,
      `${nameOf(card)} does not say who says so.`,
    )
  }
  // 'The court finds', in the court's own words or in another's
  const record = recordOf(last, s, card, way.context)
  if (record === card) return documentRoot(s, card, path, way)
  if (record) {
    const there = nearest(s, way.byDocument.get(record.document) ?? [])
    return there ? trace(there, path, way) : recordRoot(record, path)
  }
  // A presenter who names nobody is the newsroom's own voice.
  if (NEWSROOM.test(last.name.trim())) return documentRoot(s, card, path, way)
  return tellerRoot(last, s, card, path, way)
}
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
    return (
      ofBoth +
      (s.frame === other.frame ? 0.3 : 0) +
      (s.gist === other.gist ? 1 : 0) +
      (s.time !== null && s.time === other.time ? 0.2 : 0)
    )
  }
  return among.reduce<Statement | null>(
    (best, other) => (best && likeness(best) >= likeness(other) ? best : other),
    null,
  )
}

function documentRoot(s: Statement, card: Card, path: readonly Statement[], way: Way): Root {
  const name = nameOf(card)
  if (isPrimary(card.kind)) {
    const own = isPersonal(card.kind) && card.author
    if (!own) return recordRoot(card, path)
    return {
      key: own.entity ?? entityNamed(own.name, way.context) ?? `name ${fold(own.name)}`,
      who: own.name,
      told: own.name,
      kind: 'named',
      also: [card.publisher, ...(card.byline ?? [])].filter((name) => name !== null),
      count: 1,
      established: true,
      circle: false,
      path,
      why: `${own.name} says so in a ${card.kind} of ${own.name}'s own.`,
    }
  }
  if (isPartys(card.publisher, way.context)) return partyRoot(card, path, way)
  // An answer in an interview
  if (card.kind === 'transcript' && card.author && !s.cues.includes('question'))
    return {
      key: card.author.entity ?? `name ${fold(card.author.name)}`,
      who: card.author.name,
      told: card.author.name,
      kind: 'named',
      count: 1,
      established: true,
      circle: false,
      path,
      why: `${card.author.name} says so in ${name}.`,
    }
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
function recordRoot(card: Card, path: readonly Statement[]): Root {
  const name = card.author?.name ?? nameOf(card)
  return {
    key: `document ${card.document}`,
    who: name,
    told: nameOf(card),
    kind: 'document',
    count: 1,
    established: true,
    circle: false,
    path,
    why: `A ${KINDS[card.kind] ?? 'record'} that speaks for itself.`,
  }
}

/** What a charity or an authority publishes is its own word. */
function partyRoot(card: Card, path: readonly Statement[], way: Way): Root {
  const name = nameOf(card)
  return {
    key: entityNamed(name, way.context) ?? `name ${fold(name)}`,
    who: name,
    told: name,
    kind: 'named',
    also: card.byline ?? [],
    count: 1,
    established: true,
    circle: false,
    path,
    why: `${name} says so itself.`,
  }
}

const KINDS: Partial<Record<Card['kind'], string>> = {
  court: 'court record',
  contract: 'contract',
  account: 'statement of account',
  minutes: 'record of a meeting',
}

const unknown = (key: string, who: string, path: readonly Statement[], why: string): Root => ({
  key: `unknown ${key}`,
  who,
  told: who,
  kind: 'unnamed',
  count: 0,
  established: false,
  circle: false,
  path,
  why,
})

function tellerRoot(teller: Teller, s: Statement, card: Card, path: readonly Statement[], way: Way): Root {
  if (isVague(teller))
    return unknown(
      `vague ${card.document} ${fold(teller.name)}`,
      teller.name,
      path,
      `${nameOf(card)} does not say who “${teller.name}” is.`,
    )
  const name =
    (teller.entity && !isComplement(teller, way.context) ? way.context.nameOf(teller.entity) : '') ||
    teller.name
  const many = Math.max(1, teller.count)
  const description =
    teller.kind === 'role' || teller.kind === 'unnamed' || teller.kind === 'group' || many > 1
  // 'The chief physician, Marta Lind'
  const within = many === 1 && teller.entity === null ? nameIn(teller.name) : null
  const own = teller.entity !== null && !isComplement(teller, way.context) ? teller.entity : null
  const entity = own ?? (within === null ? null : entityNamed(within, way.context))
  const key = entity && many === 1 ? entity : `role ${contentWords(teller.name).join(' ')}`
  const via = nameOf(card)
  return {
    key,
    who: many > 1 ? teller.name : (within ?? name),
    told: teller.name,
    kind: teller.kind,
    count: many,
    established: true,
    circle: false,
    path,
    why:
      many > 1
        ? `${teller.name}, ${many} people, as ${via} has it.`
        : description
          ? `${teller.name}, who spoke to ${via}.`
          : `${name} says so in ${via}.`,
  }
}

/** By date, then by id, so that copies without a date do not lead to one another in a circle. */
export const isBefore = (a: Card, b: Card): boolean => rank(a) < rank(b)
const rank = (card: Card): string => `${card.published ?? '9999'} ${card.document}`

/** What a document is called in a sentence of ours. */
export const nameOf = (card: Card): string => card.publisher ?? card.author?.name ?? card.title ?? card.file
