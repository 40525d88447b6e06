/** Who stands beside whom: for each two entities of a case the number of claims that have both. Kept as the rows they follow from change. */
import { sql } from 'kysely'
import type { Connection, Dialect } from './database/database.js'
import { among, insertAll } from './rows.js'

interface Owner {
  readonly case_id: string
  readonly number: number
}
interface Pair {
  readonly left: string
  readonly right: string
  claims: number
}
type Pairs = ReadonlyMap<string, Pair>

/** Documents looked through at a time. */
const AT_ONCE = 500

/** Counts the claims of a document in; after they were saved. */
export const addPairs = async (db: Connection, owner: Owner): Promise<void> =>
  change(db, owner.case_id, await pairsIn(db, owner.case_id, [owner.number]), 1)

/** Counts the claims of a document out; before they or what its entities are in the case go. */
export const takePairs = async (db: Connection, owner: Owner): Promise<void> =>
  change(db, owner.case_id, await pairsIn(db, owner.case_id, [owner.number]), -1)

/** Counts all of a case that has no counts yet. */
export async function pairAll(db: Connection, caseId: string): Promise<void> {
  await insertPairs(db, caseId, await pairsIn(db, caseId, await documentsOf(db, caseId, sql`1 = 1`)))
}

/** Forgets the counts of these entities. */
export async function dropPairs(
  db: Connection,
  dialect: Dialect,
  caseId: string,
  entities: readonly string[],
): Promise<void> {
  for (const side of ['left_id', 'right_id'] as const)
    await db
      .deleteFrom('entity_pairs')
      .where('case_id', '=', caseId)
      .where(among(dialect, side, entities))
      .execute()
}

/** Counts anew what was forgotten of these entities; after their members were saved. */
export async function pairAgain(
  db: Connection,
  dialect: Dialect,
  caseId: string,
  entities: readonly string[],
): Promise<void> {
  const documents = await documentsOf(db, caseId, among(dialect, 'entity_id', entities))
  await insertPairs(db, caseId, await pairsIn(db, caseId, documents, new Set(entities)))
}

async function documentsOf(
  db: Connection,
  caseId: string,
  condition: ReturnType<typeof sql>,
): Promise<number[]> {
  const { rows } = await sql<{ document: number }>`select distinct document from entity_members
    where case_id = ${caseId} and ${condition} order by document`.execute(db)
  return rows.map(({ document }) => document)
}

/** The pairs in the claims of documents, of which at least one is among `wanted` (null: whichever). */
async function pairsIn(
  db: Connection,
  caseId: string,
  documents: readonly number[],
  wanted: ReadonlySet<string> | null = null,
): Promise<Pairs> {
  const pairs = new Map<string, Pair>()
  for (let i = 0; i < documents.length; i += AT_ONCE) {
    const some = documents.slice(i, i + AT_ONCE)
    const { rows } = await sql<{ at: number; entity: string }>`
      select distinct t.at as at, m.entity_id as entity from entity_members m join claim_terms t
      on t.case_id = m.case_id and t.document = m.document and t.entity = m.entity
      where m.case_id = ${caseId} and m.document between ${some[0]!} and ${some.at(-1)!}
      and m.document in (${sql.join(some)}) and t.role <> 'p' order by 1, 2`.execute(db)
    for (let from = 0; from < rows.length;) {
      let end = from + 1
      while (end < rows.length && rows[end]!.at === rows[from]!.at) end++
      for (let a = from; a < end; a++)
        for (let b = a + 1; b < end; b++) {
          const [left, right] = [rows[a]!.entity, rows[b]!.entity]
          if (wanted !== null && !wanted.has(left) && !wanted.has(right)) continue
          const key = `${left} ${right}`
          const known = pairs.get(key)
          if (known) known.claims++
          else pairs.set(key, { left, right, claims: 1 })
        }
      from = end
    }
  }
  return pairs
}

const rowsOf = (caseId: string, pairs: Pairs, sign: 1 | -1) =>
  // In one order, so that no two writers wait for each other
  [...pairs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { left, right, claims }]) => ({
      case_id: caseId,
      left_id: left,
      right_id: right,
      claims: sign * claims,
    }))

const insertPairs = (db: Connection, caseId: string, pairs: Pairs): Promise<void> =>
  insertAll(db, 'entity_pairs', rowsOf(caseId, pairs, 1))

async function change(db: Connection, caseId: string, pairs: Pairs, sign: 1 | -1): Promise<void> {
  if (pairs.size === 0) return
  for (const row of rowsOf(caseId, pairs, sign)) {
    await db
      .insertInto('entity_pairs')
      .values(row)
      .onConflict((c) =>
        c
          .columns(['case_id', 'left_id', 'right_id'])
          .doUpdateSet((e) => ({ claims: e('entity_pairs.claims', '+', e.ref('excluded.claims')) })),
      )
      .execute()
    if (sign < 0)
      await db
        .deleteFrom('entity_pairs')
        .where('case_id', '=', caseId)
        .where('left_id', '=', row.left_id)
        .where('right_id', '=', row.right_id)
        .where('claims', '<=', 0)
        .execute()
  }
}
