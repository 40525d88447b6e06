/** When claims were said, and what facets count them by beside their words. */
import { sql } from 'kysely'
import type { Connection, Dialect } from '../database/database.js'

export const version = 4

const FACTS = `update claim_words set (property, certainty, polarity, status) = (
  select property, certainty, polarity, status from claims c where c.case_id = claim_words.case_id and c.at = claim_words.at
)`

/** The earliest databases keep the words of claims with the claims. */
export async function depending(db: Connection, dialect: Dialect): Promise<readonly string[]> {
  const columns =
    dialect === 'sqlite'
      ? sql`pragma_table_info('claims') where name`
      : sql`information_schema.columns where table_schema = current_schema() and table_name = 'claims' and column_name`
  const { rows } = await sql`select 1 from ${columns} = 'folded'`.execute(db)
  if (rows.length === 0) return []
  return [
    `create table claim_words (
      case_id text not null, at bigint not null, folded text not null, primary key (case_id, at)
    ) {clustered}`,
    `insert into claim_words (case_id, at, folded) select case_id, at, folded from claims`,
    `alter table claims drop column folded`,
  ]
}

export const statements: readonly string[] = [
  // Of documents read before it is not known until they are read again
  `alter table claims add column said text`,
  `create index claims_said on claims (case_id, said, at) where said is not null`,
  `alter table claim_words add column property text not null default '~'`,
  `alter table claim_words add column certainty bigint not null default 0`,
  `alter table claim_words add column polarity text not null default ''`,
  `alter table claim_words add column status text not null default ''`,
  FACTS,
]
