/** What comparing keeps of each document, so that one more is compared without reading all again; and which entities have names. */
export const version = 2

export const statements: readonly string[] = [
  `create table workings (
    case_id text not null references cases(id), document text not null, kind text not null,
    content blob not null, primary key (case_id, kind, document)
  )`,
  // Whether any document names it, rather than only describing it
  `alter table entities add column named bigint not null default 1`,
]
