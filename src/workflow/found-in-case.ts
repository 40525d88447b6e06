/** Names of the case found in its documents: looked up in what is kept of each for it, and kept beside the documents. */
import { completedBy, namesFoundIn, type FoundHere, type LookedUp } from '../resolve/found-names.js'
import { knownNames } from '../resolve/known-names.js'
import { toldApart } from '../resolve/judged.js'
import type { CaseEntity, Judgement } from '../schema/case.js'
import type { Reading } from '../schema/reading.js'
import type { Store } from '../store/store.js'
import type { Home } from './home.js'

/** Of an older form they are made anew. */
const LOOKED_UP = 'looked up 1'
const FOUND = 'found 1'
const AT_ONCE = 200

export const NOTHING: FoundHere = { mentions: [], entities: [], meant: {}, before: {} }

/** Keeps of readings what names are looked up in: a small part of them. */
export const keepLookedUp = (home: Home, caseId: string, readings: readonly Reading[]): Promise<void> =>
  home.store.workings.save(
    caseId,
    LOOKED_UP,
    readings.map(({ document: { id, text }, mentions, entities }) => ({
      document: id,
      value: {
        document: { id, text },
        mentions: mentions.filter(({ form }) => form !== 'pronoun'),
        entities,
      } satisfies LookedUp,
    })),
  )

/** Looks the names of entities up in documents, a few at a time. `entityOf`: as resolved, before anything was found. */
export async function lookUp(
  { store }: Pick<Home, 'store'>,
  caseId: string,
  documents: readonly string[],
  entities: readonly CaseEntity[],
  entityOf: ReadonlyMap<string, string>,
  judgements: readonly Judgement[],
): Promise<Map<string, FoundHere>> {
  const known = knownNames(entities)
  const isApart = toldApart(judgements)
  const found = new Map<string, FoundHere>()
  for await (const { document, value } of store.workings.get<LookedUp>(caseId, LOOKED_UP, documents))
    found.set(document, namesFoundIn(value, known, entityOf, isApart))
  return new Map(documents.flatMap((id) => (found.has(id) ? [[id, found.get(id)!] as const] : [])))
}

/** In place of what was found in these documents before. Writes only what has become another. */
export async function keepFound(
  { store }: Pick<Home, 'store'>,
  caseId: string,
  found: ReadonlyMap<string, FoundHere>,
): Promise<void> {
  const kept = await foundIn(store, caseId, [...found.keys()])
  const rows = [...found].flatMap(([document, value]) =>
    JSON.stringify(kept.get(document) ?? NOTHING) === JSON.stringify(value) ? [] : [{ document, value }],
  )
  for (let i = 0; i < rows.length; i += AT_ONCE)
    await store.workings.save(caseId, FOUND, rows.slice(i, i + AT_ONCE))
}

/** What is kept as found in documents, by document. */
export async function foundIn(
  store: Pick<Store, 'workings'>,
  caseId: string,
  documents: readonly string[],
): Promise<Map<string, FoundHere>> {
  const found = new Map<string, FoundHere>()
  for await (const { document, value } of store.workings.get<FoundHere>(caseId, FOUND, documents))
    found.set(document, value)
  return found
}

/** What of a document's reading names are looked up in. */
export async function lookedUpIn(
  store: Pick<Store, 'workings'>,
  caseId: string,
  document: string,
): Promise<LookedUp | null> {
  for await (const { value } of store.workings.get<LookedUp>(caseId, LOOKED_UP, [document])) return value
  return null
}

/** A document's reading as the case sees it: with the names found in it. */
export async function asFound(
  store: Pick<Store, 'workings'>,
  caseId: string,
  reading: Reading,
): Promise<Reading> {
  const { id } = reading.document
  return completedBy(reading, (await foundIn(store, caseId, [id])).get(id))
}

/** The same of what is stored; null where nothing is derived of it. */
export async function readingInCase(
  store: Pick<Store, 'workings' | 'documents'>,
  caseId: string,
  document: string,
): Promise<Reading | null> {
  const derived = await store.documents.derived(caseId, document)
  return derived && asFound(store, caseId, derived.reading)
}
