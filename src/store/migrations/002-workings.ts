/** What comparing keeps of each document, so that one more is compared without reading all again. */
export const version = 2

export const statements: readonly string[] = [
  `create table workings (
    case_id text not null references cases(id), document text not null, kind text not null,
    content blob not null, primary key (case_id, kind, document)
  )`,
]
