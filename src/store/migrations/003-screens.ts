/** What screens of a large case ask for at once: who stands beside whom, names as documents give them, dates as they are written. */
export const version = 3

const SOURCES = `update claim_sources set (property, certainty, polarity, status) = (
  select property, certainty, polarity, status from claims c where c.case_id = claim_sources.case_id and c.at = claim_sources.at
)`

const PAIRS = `insert into entity_pairs (case_id, left_id, right_id, claims)
  select case_id, left_id, right_id, count(*) from (
    select distinct a.case_id as case_id, m.entity_id as left_id, n.entity_id as right_id, a.at as at
    from claim_terms a
    join claim_terms b on b.case_id = a.case_id and b.document = a.document and b.at = a.at and b.role <> 'p'
    join entity_members m on m.case_id = a.case_id and m.document = a.document and m.entity = a.entity
    join entity_members n on n.case_id = b.case_id and n.document = b.document and n.entity = b.entity
    where a.role <> 'p' and m.entity_id < n.entity_id
  ) as beside group by case_id, left_id, right_id`

/** Half characters and NUL, which PostgreSQL's JSON does not take; claims with them are left until they are read again. */
const PLAIN = String.raw`json !~ '\\u(0000|d[89a-f])'`

export const statements: readonly string[] = [
  // How many claims set two of the case's entities beside each other; left_id < right_id
  `create table entity_pairs (
    case_id text not null, left_id text not null, right_id text not null, claims bigint not null,
    primary key (case_id, left_id, right_id)
  ) {clustered}`,
  `create index entity_pairs_right on entity_pairs (case_id, right_id, claims)`,
  `create table local_names (
    case_id text not null, document bigint not null, entity text not null, name text not null,
    primary key (case_id, document, entity, name)
  ) {clustered}`,
  `alter table claims add column edtf text`,
  `create index claims_dates on claims (case_id, edtf, at) where edtf is not null`,
  `create index claims_in_time on claims (case_id, time_from, at) where edtf is not null`,
  `create index claims_dated on claims (case_id, at) where edtf is not null`,
  // So that facets are counted along it without looking at the claims themselves
  `create index claims_facets on claims (case_id, property, certainty, polarity, status)`,
  `alter table claim_sources add column property text not null default '~'`,
  `alter table claim_sources add column certainty bigint not null default 0`,
  `alter table claim_sources add column polarity text not null default ''`,
  `alter table claim_sources add column status text not null default ''`,
  `create index claim_places on claim_terms (case_id, document, entity, at) where role = 'p'`,
  `create index documents_published on documents (case_id, published, state)`,
]

export const sqlite: readonly string[] = [
  `update claims set edtf = (
    select json_extract(json, '$.time') from claim_texts t where t.case_id = claims.case_id and t.at = claims.at
  )`,
  `insert or ignore into claim_terms (case_id, document, entity, role, at)
    select t.case_id, t.at / 4194304, json_extract(r.value, '$.term.entity'), 'r', t.at
    from claim_texts t, json_each(t.json, '$.roles') r where json_extract(r.value, '$.term.entity') is not null`,
  SOURCES,
  PAIRS,
]

export const postgres: readonly string[] = [
  `update claims set edtf = t.json::jsonb ->> 'time' from claim_texts t
    where t.case_id = claims.case_id and t.at = claims.at and ${PLAIN}`,
  `insert into claim_terms (case_id, document, entity, role, at)
    select t.case_id, t.at / 4194304, r.value #>> '{term,entity}', 'r', t.at
    from (select case_id, at, json from claim_texts where ${PLAIN}) t
    cross join lateral jsonb_array_elements(t.json::jsonb -> 'roles') r
    where r.value #>> '{term,entity}' is not null on conflict do nothing`,
  SOURCES,
  PAIRS,
]
