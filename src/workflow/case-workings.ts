/** What comparing keeps of each document: the evidence on its entities, and its card. Made from the reading where it is missing. */
import { createHash } from 'node:crypto'
import { cardOf } from '../compare/card.js'
import type { Card } from '../compare/statement.js'
import { completedBy, type FoundHere } from '../resolve/found-names.js'
import { localEntities, type LocalEntity } from '../resolve/local-entity.js'
import type { DocumentState, Judgement } from '../schema/case.js'
import { keepLookedUp } from './found-in-case.js'
import type { Home } from './home.js'

/** Of an older form they are made anew. */
const LOCALS = 'locals 4'
const CARD = 'card 5'
const PAGE = 1000
const AT_ONCE = 50

/** Ids of the documents that count (read, and not taken out) in the order they came in: ids of entities go by who came first. */
export async function readDocuments(home: Home, caseId: string): Promise<string[]> {
  const ids: string[] = []
  const states: DocumentState[] = ['done']
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await home.store.documents.list(
      caseId,
      { states, sort: 'added' },
      { offset, limit: PAGE },
    )
    ids.push(...rows.map(({ id }) => id))
    if (rows.length < PAGE) return ids
  }
}

/** Documents whose evidence is kept, by the reading it was kept of. */
export const keptDocuments = (home: Home, caseId: string): Promise<readonly string[]> =>
  home.store.workings.documents(caseId, LOCALS)

/** Keeps the evidence of documents that were read (anew); gives it. */
export async function keepLocals(
  home: Home,
  caseId: string,
  documents: readonly string[],
): Promise<LocalEntity[]> {
  const all: LocalEntity[] = []
  for (let i = 0; i < documents.length; i += AT_ONCE) {
    const rows = []
    const readings = []
    for (const document of documents.slice(i, i + AT_ONCE)) {
      const derived = await home.store.documents.derived(caseId, document)
      rows.push({ document, value: derived ? localEntities(derived.reading) : [] })
      if (derived) readings.push(derived.reading)
    }
    await keepLookedUp(home, caseId, readings)
    await home.store.workings.save(caseId, LOCALS, rows)
    for (const { value } of rows) all.push(...value)
  }
  return all
}

/** What was kept of documents that were read anew is dropped. */
export const forget = (home: Home, caseId: string, documents: readonly string[]): Promise<void> =>
  home.store.workings.drop(caseId, documents)

/** Keeps the evidence of those of which none is kept yet: what was read and not compared counts as well. */
export async function keepMissing(home: Home, caseId: string, documents: readonly string[]): Promise<void> {
  const kept = new Set(await keptDocuments(home, caseId))
  await keepLocals(
    home,
    caseId,
    documents.filter((id) => !kept.has(id)),
  )
}

/** The evidence kept of documents, in their order. */
export async function localsOf(
  home: Home,
  caseId: string,
  documents: readonly string[],
): Promise<LocalEntity[]> {
  const found = new Map<string, LocalEntity[]>()
  for await (const { document, value } of home.store.workings.get<LocalEntity[]>(caseId, LOCALS, documents))
    found.set(document, value)
  return documents.flatMap((document) => found.get(document) ?? [])
}

interface Kept {
  /** Of the case's entities that its own were when the card was made. */
  readonly meant: string
  readonly card: Card
}

export interface Meant {
  readonly entityOf: ReadonlyMap<string, string>
  /** Whether any document names an entity of the case. */
  readonly isNamed: (entity: string) => boolean
  /** The case's names found in documents. */
  readonly found: ReadonlyMap<string, FoundHere>
}

/**
 * The cards of documents, without the claims that a person rejected. One is made anew where its entities have become others.
 */
export async function cardsOf(
  home: Home,
  caseId: string,
  documents: readonly string[],
  locals: readonly LocalEntity[],
  { entityOf, isNamed, found }: Meant,
  rejected: ReadonlySet<string>,
): Promise<Card[]> {
  const keys = new Map<string, string[]>()
  for (const { key, document } of locals) keys.set(document, [...(keys.get(document) ?? []), key])
  const meantBy = (document: string): string => {
    const own = found.get(document)
    const also = own?.entities.map(({ id }) => `${document}#${id}`) ?? []
    const words = [...(keys.get(document) ?? []), ...also].map((key) => {
      const entity = entityOf.get(key) ?? ''
      return `${key} ${entity} ${isNamed(entity) ? 1 : 0}`
    })
    for (const { start, end, entity } of own?.mentions ?? []) words.push(`${start} ${end} ${entity ?? ''}`)
    return createHash('sha256').update(words.join('\n')).digest('hex')
  }
  const cards = new Map<string, Card>()
  for await (const { document, value } of home.store.workings.get<Kept>(caseId, CARD, documents))
    if (value.meant === meantBy(document)) cards.set(document, value.card)
  const missing = documents.filter((document) => !cards.has(document))
  for (let i = 0; i < missing.length; i += AT_ONCE) {
    const rows = []
    for (const document of missing.slice(i, i + AT_ONCE)) {
      const derived = await home.store.documents.derived(caseId, document)
      if (!derived) continue
      const reading = completedBy(derived.reading, found.get(document))
      const card = cardOf(reading, (key) => entityOf.get(key), isNamed)
      cards.set(document, card)
      rows.push({ document, value: { meant: meantBy(document), card } satisfies Kept })
    }
    await home.store.workings.save(caseId, CARD, rows)
  }
  return [...cards.values()].map((card) =>
    card.statements.some(({ id }) => rejected.has(id))
      ? { ...card, statements: card.statements.filter(({ id }) => !rejected.has(id)) }
      : card,
  )
}

/** Claims that a person rejected last: they stay listed and count for nothing. */
export function rejectedClaims(judgements: readonly Judgement[]): ReadonlySet<string> {
  const last = new Map<string, string>()
  for (const { kind, left, verdict, at } of [...judgements].sort((a, b) => (a.at < b.at ? -1 : 1)))
    if (kind === 'claim' && at !== '') last.set(left, verdict)
  return new Set([...last].flatMap(([claim, verdict]) => (verdict === 'reject' ? [claim] : [])))
}

/** Every standing judgement of a case. */
export async function standingJudgements(home: Pick<Home, 'store'>, caseId: string): Promise<Judgement[]> {
  const all: Judgement[] = []
  for (let offset = 0; ; offset += PAGE) {
    const { rows } = await home.store.judgements.list(caseId, { standing: true }, { offset, limit: PAGE })
    all.push(...rows)
    if (rows.length < PAGE) return all
  }
}
