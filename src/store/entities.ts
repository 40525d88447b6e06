import { sql, type RawBuilder } from 'kysely'
import type { CaseEntity, DoubtfulPair } from '../schema/case.js'
import { changed } from './cases.js'
import type { Connection, Database, Dialect } from './database/database.js'
import { besideEachOther } from './entity-network.js'
import { dropPairs, pairAgain } from './entity-pairs.js'
import { folded, holding, indexable, storable } from './fold.js'
import { keyOf, splitKey } from './keys.js'
import { spellingsOf } from './local-names.js'
import { among, bounded, insertAll, paged } from './rows.js'
import type { EntityStore } from './store.js'

/** An entity's JSON without its members, which are its last field: of a frequent one they are many times the rest. */
const brief = (dialect: Dialect): RawBuilder<string> => {
  const at = dialect === 'sqlite' ? sql`instr(json, '"members":[')` : sql`strpos(json, '"members":[')`
  return sql`case when ${at} > 0 then substr(json, 1, ${at} + 10) || ']}' else json end`
}

const fromJson = <T>(row: { readonly json: string }): T => JSON.parse(row.json) as T

const membersLast = ({ members, ...rest }: CaseEntity): CaseEntity => ({ ...rest, members })

export function entityStore(database: Database): EntityStore {
  const { dialect, read, write } = database
  return {
    save: (caseId, entities, gone, doubtful) =>
      write(async (db) => {
        const touched = [...new Set([...entities.map((e) => e.id), ...gone])]
        // Those that lose a member to these count as well
        const paired = [...new Set([...touched, ...(await ownersOf(db, caseId, entities))])]
        await dropPairs(db, dialect, caseId, paired)
        await db
          .deleteFrom('entities')
          .where('case_id', '=', caseId)
          .where(among(dialect, 'id', touched))
          .execute()
        await db
          .deleteFrom('entity_members')
          .where('case_id', '=', caseId)
          .where(among(dialect, 'entity_id', touched))
          .execute()
        await db
          .deleteFrom('entity_blocks')
          .where('case_id', '=', caseId)
          .where(among(dialect, 'entity_id', gone))
          .execute()
        for (const side of ['left_id', 'right_id'] as const)
          await db
            .deleteFrom('doubtful_pairs')
            .where('case_id', '=', caseId)
            .where(among(dialect, side, doubtful ? touched : gone))
            .execute()
        await insertAll(
          db,
          'entities',
          entities.map((entity) => ({
            case_id: caseId,
            id: entity.id,
            type: entity.type,
            name: storable(entity.name),
            folded: folded([entity.name, ...entity.names].join('\n')),
            documents: entity.documents,
            named: entity.names.length > 0 ? 1 : 0,
            json: JSON.stringify(membersLast(entity)),
          })),
        )
        await saveMembers(caseId, entities)
        await pairAgain(db, dialect, caseId, paired)
        for (const pair of doubtful ?? [])
          await db
            .insertInto('doubtful_pairs')
            .values({
              case_id: caseId,
              left_id: pair.left,
              right_id: pair.right,
              score: pair.score,
              json: JSON.stringify(pair),
            })
            .onConflict((c) =>
              c
                .columns(['case_id', 'left_id', 'right_id'])
                .doUpdateSet({ score: pair.score, json: JSON.stringify(pair) }),
            )
            .execute()
        await changed(db, caseId)
      }),

    list: (caseId, filter = {}, window) =>
      read(async (db) => {
        const { offset, limit } = bounded(window)
        const type = filter.type ? sql`and type = ${filter.type}` : sql``
        const like = filter.like ? sql`and folded like ${holding(filter.like)} escape '\\'` : sql``
        const named = filter.named ? sql`and named = 1` : sql``
        const found = sql`from entities where case_id = ${caseId} ${type} ${like} ${named}`
        const { rows } = await sql<{ json: string }>`select ${brief(dialect)} as json ${found}
          order by documents desc, id limit ${limit} offset ${offset}`.execute(db)
        return paged(rows.map(fromJson<CaseEntity>), { offset, limit }, async () => {
          const count = await sql<{ count: number }>`select count(*) as count ${found}`.execute(db)
          return count.rows[0]!.count
        })
      }),

    get: (caseId, id) =>
      read(async (db) => {
        const entity = db.selectFrom('entities').select('json').where('case_id', '=', caseId)
        const row = await entity.where('id', '=', id).executeTakeFirst()
        return row ? fromJson<CaseEntity>(row) : null
      }),

    some: (caseId, ids) =>
      read(async (db) => {
        const { rows } = await sql<{ json: string }>`select ${brief(dialect)} as json from entities
          where case_id = ${caseId} and ${among(dialect, 'id', ids)}`.execute(db)
        const byId = new Map(rows.map((row) => fromJson<CaseEntity>(row)).map((e) => [e.id, e]))
        return ids.flatMap((id) => byId.get(id) ?? [])
      }),

    beside: (caseId, filter) => read((db) => besideEachOther(db, dialect, caseId, filter)),
    spellings: (caseId, id, limit) => read((db) => spellingsOf(db, caseId, id, limit)),

    ofDocument: (caseId, document) =>
      read(async (db) => {
        const { rows } = await sql<{ entity: string; entity_id: string }>`select m.entity, m.entity_id
          from documents d join entity_members m on m.case_id = d.case_id and m.document = d.number
          where d.case_id = ${caseId} and d.id = ${document}`.execute(db)
        return Object.fromEntries(rows.map((row) => [row.entity, row.entity_id]))
      }),

    doubtful: (caseId, window) =>
      read(async (db) => {
        const { offset, limit } = bounded(window)
        const found = sql`from doubtful_pairs where case_id = ${caseId}`
        const { rows } = await sql<{ json: string }>`select json ${found}
          order by score desc, left_id, right_id limit ${limit} offset ${offset}`.execute(db)
        return paged(rows.map(fromJson<DoubtfulPair>), { offset, limit }, async () => {
          const count = await sql<{ count: number }>`select count(*) as count ${found}`.execute(db)
          return count.rows[0]!.count
        })
      }),

    inBlocks: (caseId, keys) =>
      read(async (db) => {
        const { rows } = await sql<{
          json: string
        }>`select json from entities where case_id = ${caseId} and id in
          (select entity_id from entity_blocks where case_id = ${caseId} and ${among(dialect, 'block', keys.map(indexable))})
          order by id`.execute(db)
        return rows.map(fromJson<CaseEntity>)
      }),

    saveBlocks: (caseId, rows) =>
      write(async (db) => {
        await db
          .deleteFrom('entity_blocks')
          .where('case_id', '=', caseId)
          .where(among(dialect, 'entity_id', [...new Set(rows.map((row) => row.entity))]))
          .execute()
        const blocks = rows.map(({ entity, key }) => ({
          case_id: caseId,
          block: indexable(key),
          entity_id: entity,
        }))
        await insertAll(db, 'entity_blocks', blocks, 'keep')
      }),
  }

  /** Who holds these entities' members before they are saved. */
  async function ownersOf(
    db: Connection,
    caseId: string,
    entities: readonly CaseEntity[],
  ): Promise<readonly string[]> {
    const members = entities.flatMap((e) => e.members)
    const documents = [...new Set(members.map((member) => splitKey(member)[0]))]
    const { rows } = await sql<{ id: string; entity: string; owner: string }>`
      select d.id as id, m.entity as entity, m.entity_id as owner from documents d
      join entity_members m on m.case_id = d.case_id and m.document = d.number
      where d.case_id = ${caseId} and ${among(dialect, 'd.id', documents)}`.execute(db)
    const wanted = new Set(members)
    return rows.flatMap(({ id, entity, owner }) => (wanted.has(keyOf(id, entity)) ? [owner] : []))
  }

  /** A member belongs to the entity saved last. Members of documents that the case does not hold are left out. */
  async function saveMembers(caseId: string, entities: readonly CaseEntity[]): Promise<void> {
    const members = entities.flatMap((e) => e.members.map((m) => ({ id: e.id, key: splitKey(m) })))
    await write(async (db) => {
      const documents = await db
        .selectFrom('documents')
        .select(['id', 'number'])
        .where('case_id', '=', caseId)
        .where(among(dialect, 'id', [...new Set(members.map(({ key }) => key[0]))]))
        .execute()
      const numbers = new Map(documents.map((d) => [d.id, d.number]))
      const rows = members.flatMap(({ id, key: [documentId, entity] }) => {
        const document = numbers.get(documentId)
        return document === undefined ? [] : [{ case_id: caseId, document, entity, entity_id: id }]
      })
      for (let i = 0; i < rows.length; i += 400)
        await db
          .insertInto('entity_members')
          .values(rows.slice(i, i + 400))
          .onConflict((c) =>
            c
              .columns(['case_id', 'document', 'entity'])
              .doUpdateSet((e) => ({ entity_id: e.ref('excluded.entity_id') })),
          )
          .execute()
    })
  }
}
