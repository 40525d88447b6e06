/** The tables of a case. */
export const version = 1

/** `{clustered}`: rows are kept in the order of their key (SQLite). */
export const statements: readonly string[] = [
  `create table cases (
    id text primary key, name text not null unique, created text not null, paused bigint not null,
    changes bigint not null
  )`,
  `create table documents (
    case_id text not null references cases(id), number bigint not null, id text not null,
    file text not null, parent text, state text not null, reason text,
    media_type text, language text, title text, publisher text, byline text not null,
    published text, published_from bigint not null, published_to bigint not null,
    bytes bigint not null, pages bigint, words bigint not null, claims bigint not null, problems bigint not null,
    added text not null, added_by text not null, attempts bigint not null, next_try text, made_by text,
    worker text, lease_from text, lease_until text, headers text, folded text not null,
    primary key (case_id, number), unique (case_id, id)
  )`,
  `create index documents_file on documents (case_id, substr(file, 1, 300))`,
  `create index documents_parent on documents (case_id, parent) where parent is not null`,
  `create index documents_counts on documents (case_id, state, claims, words, pages)`,
  `create index documents_queue on documents (case_id, number) where state in ('waiting', 'reading')`,
  `create index documents_queue_all on documents (number, case_id) where state in ('waiting', 'reading')`,
  `create table derived (
    case_id text not null, document bigint not null, content blob not null,
    primary key (case_id, document), foreign key (case_id, document) references documents (case_id, number)
  )`,
  `create table document_sketches (
    case_id text not null, document bigint not null, signature text not null, primary key (case_id, document)
  )`,
  `create table sketch_bands (
    case_id text not null, band text not null, document bigint not null, primary key (case_id, band, document)
  ) {clustered}`,
  `create index sketch_bands_of on sketch_bands (case_id, document)`,
  `create table document_links (
    case_id text not null references cases(id), left_id text not null, right_id text not null, kind text not null,
    score double precision not null, why text not null, primary key (case_id, left_id, right_id, kind)
  )`,
  `create index document_links_right on document_links (case_id, right_id)`,

  `create table claims (
    case_id text not null, at bigint not null, claim_id text not null,
    property text not null, certainty bigint not null, polarity text not null, origin text not null,
    time_from bigint not null, time_to bigint not null, status text not null,
    primary key (case_id, at)
  )`,
  `create table claim_texts (
    case_id text not null, at bigint not null, json text not null, primary key (case_id, at)
  )`,
  `create table claim_words (
    case_id text not null, at bigint not null, folded text not null, primary key (case_id, at)
  ) {clustered}`,
  `create index claims_id on claims (case_id, claim_id)`,
  `create index claims_property on claims (case_id, property, at)`,
  `create index claims_certainty on claims (case_id, certainty, at)`,
  `create index claims_polarity on claims (case_id, polarity, at)`,
  `create index claims_origin on claims (case_id, origin, at)`,
  `create index claims_time_from on claims (case_id, time_from, time_to, at)`,
  `create index claims_time_to on claims (case_id, time_to, time_from, at)`,
  `create index claims_status on claims (case_id, status, at)`,
  `create table claim_sources (
    case_id text not null, who text not null, at bigint not null, primary key (case_id, who, at)
  ) {clustered}`,
  `create index claim_sources_at on claim_sources (case_id, at)`,
  `create table claim_terms (
    case_id text not null, document bigint not null, entity text not null, role text not null, at bigint not null,
    primary key (case_id, document, entity, role, at)
  ) {clustered}`,
  `create table claim_blocks (
    case_id text not null, block text not null, at bigint not null, primary key (case_id, block, at)
  ) {clustered}`,
  `create index claim_blocks_at on claim_blocks (case_id, at)`,

  `create table passages (
    case_id text not null, at bigint not null, start_at bigint not null, end_at bigint not null, text text not null,
    primary key (case_id, at)
  )`,
  `create table name_words (
    case_id text not null, word text not null, document bigint not null, primary key (case_id, word, document)
  ) {clustered}`,
  `create index name_words_of on name_words (case_id, document)`,
  `create table name_pieces (
    case_id text not null, piece text not null, word text not null, primary key (case_id, piece, word)
  ) {clustered}`,
  `create index name_pieces_of on name_pieces (case_id, word)`,

  `create table entities (
    case_id text not null references cases(id), id text not null, type text not null, name text not null,
    folded text not null, documents bigint not null, json text not null, primary key (case_id, id)
  )`,
  `create index entities_documents on entities (case_id, documents, id)`,
  `create table entity_members (
    case_id text not null, document bigint not null, entity text not null, entity_id text not null,
    primary key (case_id, document, entity)
  ) {clustered}`,
  `create index entity_members_of on entity_members (case_id, entity_id)`,
  `create table entity_blocks (
    case_id text not null, block text not null, entity_id text not null, primary key (case_id, block, entity_id)
  ) {clustered}`,
  `create index entity_blocks_of on entity_blocks (case_id, entity_id)`,
  `create table doubtful_pairs (
    case_id text not null references cases(id), left_id text not null, right_id text not null,
    score double precision not null, json text not null, primary key (case_id, left_id, right_id)
  )`,
  `create index doubtful_pairs_right on doubtful_pairs (case_id, right_id)`,
  `create index doubtful_pairs_score on doubtful_pairs (case_id, score)`,

  `create table propositions (
    case_id text not null references cases(id), id text not null, folded text not null, documents bigint not null,
    origins bigint not null, json text not null, primary key (case_id, id)
  )`,
  `create index propositions_documents on propositions (case_id, documents, id)`,
  `create index propositions_origins on propositions (case_id, origins, id)`,
  `create table proposition_claims (
    case_id text not null, document_id text not null, claim_id text not null, proposition text not null,
    primary key (case_id, document_id, claim_id, proposition)
  ) {clustered}`,
  `create index proposition_claims_of on proposition_claims (case_id, proposition)`,
  `create table findings (
    case_id text not null references cases(id), id text not null, kind text not null, score double precision not null,
    json text not null, primary key (case_id, id)
  )`,
  `create index findings_score on findings (case_id, score, id)`,
  `create table finding_claims (
    case_id text not null, document_id text not null, claim_id text not null, file text not null, finding text not null,
    primary key (case_id, document_id, claim_id, file, finding)
  ) {clustered}`,
  `create index finding_claims_of on finding_claims (case_id, finding)`,

  `create table judgements (
    case_id text not null references cases(id), id text not null, number bigint not null, kind text not null,
    left_id text not null, right_id text, verdict text not null, value text not null, reasons text not null,
    made_by text not null, made_at text not null, withdrawn_by text, withdrawn_at text,
    primary key (case_id, id), unique (case_id, number)
  )`,
  `create index judgements_left on judgements (case_id, left_id, kind)`,
  `create index judgements_right on judgements (case_id, right_id)`,
  `create table custody_heads (
    case_id text primary key references cases(id), seq bigint not null, hash text not null
  )`,
]

/** On SQLite each case has its own index of words, made with the case. */
export const postgres: readonly string[] = [
  `alter table passages add column words tsvector not null`,
  `create index passages_words on passages using gin (words)`,
]
