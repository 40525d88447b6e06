import { sql, type RawBuilder } from 'kysely'
import type { Proposition } from '../schema/case.js'
import type { Evidence, Finding } from '../schema/reading.js'
import { changed } from './cases.js'
import type { Connection, Database, Dialect } from './database/database.js'
import { folded, holding, indexable } from './fold.js'
import { keyOf, splitKey } from './keys.js'
import { among, bounded, insertAll, paged } from './rows.js'
import type { ComparisonStore, FindingFilter, Page, PropositionFilter, Window } from './store.js'

const fromJson = <T>(row: { readonly json: string }): T => JSON.parse(row.json) as T

export function comparisonStore(database: Database): ComparisonStore {
  const { dialect, read, write } = database

  /** A page of JSON rows from a table under conditions. */
  const page = <T>(
    table: 'propositions' | 'findings',
    conditions: readonly RawBuilder<unknown>[],
    order: RawBuilder<unknown>,
    window: Window | undefined,
  ): Promise<Page<T>> =>
    read(async (db) => {
      const { offset, limit } = bounded(window)
      const found = sql`from ${sql.table(table)} where ${sql.join(conditions, sql` and `)}`
      const { rows } = await sql<{ json: string }>`select json ${found} order by ${order}
        limit ${limit} offset ${offset}`.execute(db)
      return paged(rows.map(fromJson<T>), { offset, limit }, async () => {
        const count = await sql<{ count: number }>`select count(*) as count ${found}`.execute(db)
        return count.rows[0]!.count
      })
    })
  const one = <T>(table: 'propositions' | 'findings', caseId: string, id: string): Promise<T | null> =>
    read(async (db) => {
      const row = await db
        .selectFrom(table)
        .select('json')
        .where('case_id', '=', caseId)
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? fromJson<T>(row) : null
    })

  return {
    save: (caseId, propositions, findings, gone) =>
      write(async (db) => {
        await drop(db, 'propositions', caseId, [...propositions.map((p) => p.id), ...gone.propositions])
        await drop(db, 'findings', caseId, [...findings.map((f) => f.id), ...gone.findings])
        await insertAll(
          db,
          'propositions',
          propositions.map((p) => ({
            case_id: caseId,
            id: p.id,
            folded: folded(p.text),
            documents: p.documents,
            origins: p.origins.established,
            json: JSON.stringify(p),
          })),
        )
        const carried = propositions.flatMap((p) =>
          claimsOf(p.evidence).map((claim) => ({ case_id: caseId, ...claim, proposition: p.id })),
        )
        await insertAll(db, 'proposition_claims', carried, 'keep')
        await insertAll(
          db,
          'findings',
          findings.map((f) => ({
            case_id: caseId,
            id: f.id,
            kind: f.kind,
            score: f.score,
            json: JSON.stringify(f),
          })),
        )
        const sides = findings.flatMap((f) =>
          f.sides
            .flatMap((side) => side.evidence)
            .map((e) => ({
              case_id: caseId,
              ...claimKey(e.claim),
              file: indexable(e.file),
              finding: f.id,
            })),
        )
        await insertAll(db, 'finding_claims', sides, 'keep')
        await changed(db, caseId)
      }),
    propositions: (caseId, filter = {}, window) =>
      page<Proposition>(
        'propositions',
        propositionConditions(caseId, filter, dialect),
        propositionOrder(filter),
        window,
      ),
    stating: (caseId, claims) =>
      read(async (db) => {
        const { rows } = await sql<{ document_id: string; claim_id: string; proposition: string }>`
          select document_id, claim_id, proposition ${carrying('proposition_claims', caseId, claims, dialect)}
          order by proposition desc`.execute(db)
        return new Map(rows.map((row) => [keyOf(row.document_id, row.claim_id), row.proposition]))
      }),
    proposition: (caseId, id) => one<Proposition>('propositions', caseId, id),
    findings: (caseId, filter = {}, window) =>
      page<Finding>('findings', findingConditions(caseId, filter, dialect), sql`score desc, id desc`, window),
    finding: (caseId, id) => one<Finding>('findings', caseId, id),
  }

  async function drop(
    db: Connection,
    table: 'propositions' | 'findings',
    caseId: string,
    ids: readonly string[],
  ): Promise<void> {
    await db
      .deleteFrom(table)
      .where('case_id', '=', caseId)
      .where(among(dialect, 'id', ids))
      .execute()
    const [rows, column] =
      table === 'propositions'
        ? (['proposition_claims', 'proposition'] as const)
        : (['finding_claims', 'finding'] as const)
    await sql`delete from ${sql.table(rows)} where case_id = ${caseId} and ${among(dialect, column, ids)}`.execute(
      db,
    )
  }
}

function claimKey(claim: string | null): { document_id: string; claim_id: string } {
  const [document_id, claim_id] = claim === null ? ['', ''] : splitKey(claim)
  return { document_id, claim_id }
}

const claimsOf = (evidence: readonly Evidence[]) =>
  evidence.flatMap((e) => (e.claim === null ? [] : [claimKey(e.claim)]))

function propositionConditions(
  caseId: string,
  { claim, claims, entity, like }: PropositionFilter,
  dialect: Dialect,
): RawBuilder<unknown>[] {
  const all = [sql`case_id = ${caseId}`]
  if (claim !== undefined) {
    const { document_id, claim_id } = claimKey(claim)
    all.push(sql`id in (select proposition from proposition_claims where case_id = ${caseId}
      and document_id = ${document_id} and claim_id = ${claim_id})`)
  }
  if (claims !== undefined)
    all.push(sql`id in (select proposition ${carrying('proposition_claims', caseId, claims, dialect)})`)
  if (entity !== undefined)
    all.push(sql`id in (select pc.proposition from entity_members m cross join claim_terms t cross join claims c
      cross join documents d cross join proposition_claims pc
      where t.case_id = m.case_id and t.document = m.document and t.entity = m.entity and t.role in ('s', 'o')
      and c.case_id = t.case_id and c.at = t.at and d.case_id = m.case_id and d.number = m.document
      and pc.case_id = c.case_id and pc.document_id = d.id and pc.claim_id = c.claim_id and m.case_id = ${caseId} and m.entity_id = ${entity})`)
  if (like) all.push(sql`folded like ${holding(like)} escape '\\'`)
  return all
}

/** The rows of these claims (`document#claim`): by their documents, of which the key begins with one, then by the whole. */
function carrying(
  table: 'proposition_claims' | 'finding_claims',
  caseId: string,
  claims: readonly string[],
  dialect: Dialect,
): RawBuilder<unknown> {
  const documents = [...new Set(claims.map((claim) => claimKey(claim).document_id))]
  return sql`from ${sql.table(table)} where case_id = ${caseId} and ${among(dialect, 'document_id', documents)}
    and ${among(dialect, sql`document_id || '#' || claim_id`, claims)}`
}

const propositionOrder = ({ sort = 'documents' }: PropositionFilter): RawBuilder<unknown> =>
  sql`${sql.ref(sort)} desc, id desc`

function findingConditions(
  caseId: string,
  { kind, claim, claims, document, open }: FindingFilter,
  dialect: Dialect,
): RawBuilder<unknown>[] {
  const all = [sql`case_id = ${caseId}`]
  if (kind) all.push(sql`kind = ${kind}`)
  if (claim !== undefined) {
    const { document_id, claim_id } = claimKey(claim)
    all.push(sql`id in (select finding from finding_claims where case_id = ${caseId}
      and document_id = ${document_id} and claim_id = ${claim_id})`)
  }
  if (claims !== undefined)
    all.push(sql`id in (select finding ${carrying('finding_claims', caseId, claims, dialect)})`)
  if (document !== undefined)
    all.push(sql`id in (select finding from finding_claims where case_id = ${caseId} and (document_id = ${document}
      or (document_id = '' and file in (select substr(file, 1, 300) from documents where case_id = ${caseId} and id = ${document}))))`)
  if (open !== undefined) {
    const decided = sql`exists (select 1 from judgements j where j.case_id = ${caseId} and j.left_id = findings.id
      and j.kind = 'finding' and j.verdict in ('confirm', 'dismiss') and j.withdrawn_at is null)`
    all.push(open ? sql`not ${decided}` : decided)
  }
  return all
}
