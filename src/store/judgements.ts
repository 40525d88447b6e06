import { sql } from 'kysely'
import type { Judgement, JudgementKind, Reason } from '../schema/case.js'
import { changed } from './cases.js'
import { restate } from './claim-status.js'
import type { Database } from './database/database.js'
import { storable } from './fold.js'
import { among, bounded, paged } from './rows.js'
import type { JudgementStore } from './store.js'
import type { JudgementTable } from './tables.js'

export function judgementStore(database: Database): JudgementStore {
  const { dialect, read, write } = database
  return {
    append: (judgement) =>
      write(async (db) => {
        const caseId = judgement.case
        // Holding the case makes the number ours
        await changed(db, caseId)
        const last = await db
          .selectFrom('judgements')
          .select(sql<number>`coalesce(max(number), 0)`.as('number'))
          .where('case_id', '=', caseId)
          .executeTakeFirstOrThrow()
        await db
          .insertInto('judgements')
          .values(toRow({ ...judgement, withdrawn: null }, last.number + 1))
          .onConflict((c) => c.columns(['case_id', 'id']).doNothing())
          .execute()
        if (judgement.kind === 'claim') await restate(db, caseId, judgement.left)
      }),

    withdraw: (caseId, id, by, at) =>
      write(async (db) => {
        const row = await db
          .updateTable('judgements')
          .set({ withdrawn_by: storable(by), withdrawn_at: at })
          .where('case_id', '=', caseId)
          .where('id', '=', id)
          .where('withdrawn_at', 'is', null)
          .returning(['kind', 'left_id'])
          .executeTakeFirst()
        if (!row) return false
        if (row.kind === 'claim') await restate(db, caseId, row.left_id)
        await changed(db, caseId)
        return true
      }),

    get: (caseId, id) =>
      read(async (db) => {
        const found = db.selectFrom('judgements').selectAll().where('case_id', '=', caseId)
        const row = await found.where('id', '=', id).executeTakeFirst()
        return row ? toJudgement(row) : null
      }),

    list: (caseId, { kind, about, document, standing } = {}, window) =>
      read(async (db) => {
        const { offset, limit } = bounded(window)
        let found = db.selectFrom('judgements').where('case_id', '=', caseId)
        if (kind) found = found.where('kind', '=', kind)
        if (about !== undefined) {
          const sides = typeof about === 'string' ? [about] : about
          found = found.where((e) =>
            e.or([among(dialect, 'left_id', sides), among(dialect, 'right_id', sides)]),
          )
        }
        if (document !== undefined)
          found = found.where((e) =>
            e.or([
              e('left_id', '=', document),
              e.and([e('left_id', '>=', `${document}#`), e('left_id', '<', `${document}$`)]),
            ]),
          )
        if (standing !== undefined) found = found.where('withdrawn_at', standing ? 'is' : 'is not', null)
        const rows = await found.selectAll().orderBy('number', 'desc').limit(limit).offset(offset).execute()
        return paged(rows.map(toJudgement), { offset, limit }, async () => {
          const count = found.select((e) => e.fn.countAll<number>().as('count'))
          return (await count.executeTakeFirstOrThrow()).count
        })
      }),
  }
}

const toRow = (judgement: Judgement, number: number): JudgementTable => ({
  case_id: judgement.case,
  id: judgement.id,
  number,
  kind: judgement.kind,
  left_id: storable(judgement.left),
  right_id: judgement.right === null ? null : storable(judgement.right),
  verdict: storable(judgement.verdict),
  value: JSON.stringify(judgement.value ?? null),
  reasons: JSON.stringify(judgement.reasons),
  made_by: storable(judgement.by),
  made_at: judgement.at,
  withdrawn_by: judgement.withdrawn?.by ?? null,
  withdrawn_at: judgement.withdrawn?.at ?? null,
})

const toJudgement = (row: JudgementTable): Judgement => ({
  id: row.id,
  case: row.case_id,
  kind: row.kind as JudgementKind,
  left: row.left_id,
  right: row.right_id,
  verdict: row.verdict,
  value: JSON.parse(row.value) as unknown,
  reasons: JSON.parse(row.reasons) as Reason[],
  by: row.made_by,
  at: row.made_at,
  withdrawn: row.withdrawn_at === null ? null : { by: row.withdrawn_by ?? '', at: row.withdrawn_at },
})
