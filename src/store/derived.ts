/** What is derived from one document: kept whole in one compressed piece, and taken apart into the rows that are asked for. */
import { promisify } from 'node:util'
import { gunzip, gzip } from 'node:zlib'
import type { Derived } from '../schema/case.js'
import type { Entity } from '../schema/reading.js'
import { saidAt } from '../schema/said-at.js'
import type { Connection, Dialect } from './database/database.js'
import { claimRows } from './claim-rows.js'
import { daysOf } from './days.js'
import { addPairs, takePairs } from './entity-pairs.js'
import { folded, indexable, storable } from './fold.js'
import { placesOf } from './place.js'
import { insertAll } from './rows.js'
import { dropWords, indexDocument } from './search/index-words.js'
import type { DocumentTable, Tables } from './tables.js'
import { verdictsOn } from './claim-status.js'

export const packed = async (derived: Derived): Promise<Buffer> =>
  promisify(gzip)(JSON.stringify(derived), { level: 5 })

export const unpacked = async (content: Uint8Array): Promise<Derived> =>
  JSON.parse((await promisify(gunzip)(content)).toString('utf8')) as Derived

type Owner = Pick<DocumentTable, 'case_id' | 'number' | 'id' | 'file'>

/** Replaces all rows of a document. Gives the fields of its record that follow from what was derived. */
export async function saveDerived(
  db: Connection,
  dialect: Dialect,
  owner: Owner,
  derived: Derived,
  content: Uint8Array,
): Promise<Partial<DocumentTable>> {
  await dropDerived(db, dialect, owner)
  const { document, claims, problems } = derived.reading
  await db.insertInto('derived').values({ case_id: owner.case_id, document: owner.number, content }).execute()
  const rows = claimRows(
    owner,
    claims,
    await verdictsOn(db, owner.case_id, owner.id),
    saidAt(derived.reading, claims),
  )
  await insertAll(db, 'claims', rows.claims)
  await insertAll(db, 'claim_texts', rows.texts)
  await insertAll(db, 'claim_words', rows.words)
  await insertAll(db, 'claim_sources', rows.sources)
  await insertAll(db, 'claim_terms', rows.terms)
  await insertAll(db, 'local_names', namesOf(owner, derived.reading.entities))
  await addPairs(db, owner)
  await indexDocument(db, dialect, owner, derived.reading)
  const published = daysOf(document.published)
  return {
    media_type: storable(document.mediaType),
    language: storable(document.language),
    title: document.title === null ? null : storable(document.title),
    publisher: document.publisher === null ? null : storable(document.publisher),
    byline: storable(JSON.stringify(document.byline)),
    published: document.published,
    published_from: published.from,
    published_to: published.to,
    pages: derived.pages,
    words: wordCount(document.text),
    claims: claims.length,
    problems: problems.length,
    made_by: derived.madeBy,
    folded: folded(`${owner.file}\n${document.title ?? ''}`),
  }
}

export async function dropDerived(db: Connection, dialect: Dialect, owner: Owner): Promise<void> {
  const { case_id: caseId, number } = owner
  const [from, end] = placesOf(number)
  await takePairs(db, owner)
  await dropWords(db, dialect, owner)
  for (const table of ['claims', 'claim_texts', 'claim_words', 'claim_sources', 'claim_blocks'] as const)
    await db
      .deleteFrom(table)
      .where('case_id', '=', caseId)
      .where('at', '>=', from)
      .where('at', '<', end)
      .execute()
  for (const table of ['derived', 'claim_terms', 'local_names'] as const)
    await db.deleteFrom(table).where('case_id', '=', caseId).where('document', '=', number).execute()
}

const namesOf = ({ case_id, number }: Owner, entities: readonly Entity[]): Tables['local_names'][] =>
  entities.flatMap(({ id, name, aliases }) =>
    [...new Set([name, ...aliases].map(indexable))].map((own) => ({
      case_id,
      document: number,
      entity: id,
      name: own,
    })),
  )

function wordCount(text: string): number {
  let count = 0
  for (const _ of text.matchAll(/\S+/g)) count++
  return count
}
