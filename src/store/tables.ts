/**
 * The tables as the program sees them, the same on both databases: ids and times are text, JSON is text that only the
 * program reads, numbers are integers (scores alone are fractions). Every row carries its case.
 */

export interface Tables {
  whence_schema: { version: number }
  cases: { id: string; name: string; created: string; changes: number; paused: number }
  documents: DocumentTable
  derived: { case_id: string; document: number; content: Uint8Array }
  document_sketches: { case_id: string; document: number; signature: string }
  sketch_bands: { case_id: string; band: string; document: number }
  document_links: {
    case_id: string
    left_id: string
    right_id: string
    kind: string
    score: number
    why: string
  }
  claims: ClaimTable
  /** These two apart from `claims`, so that looking through each reads little. `folded` is the claim's text. */
  claim_texts: { case_id: string; at: number; json: string }
  /** `sources` is JSON: those of claim_sources, to be counted where words are looked for. */
  claim_words: ClaimFacts & { folded: string; sources: string }
  /** Who stands in a claim's chain, each name once. */
  claim_sources: ClaimFacts & { who: string }
  /** Entities of single documents as subject ('s'), object ('o'), place ('p') or in another role ('r') of a claim. */
  claim_terms: { case_id: string; document: number; entity: string; role: string; at: number }
  claim_blocks: { case_id: string; block: string; at: number }
  /** `text` is JSON, so that any character survives; `start_at` and `end_at` point into the document's text. */
  passages: { case_id: string; at: number; start_at: number; end_at: number; text: string; words?: unknown }
  /** Words that stand in names, as search folds them. */
  name_words: { case_id: string; word: string; document: number }
  /** Pieces of these words' spelling by which alike ones are found. */
  name_pieces: { case_id: string; piece: string; word: string }
  entities: {
    case_id: string
    id: string
    type: string
    name: string
    folded: string
    documents: number
    named: number
    json: string
  }
  entity_members: { case_id: string; document: number; entity: string; entity_id: string }
  /** How many claims set two entities beside each other, as subject, object or in another role; the lesser id is left. */
  entity_pairs: { case_id: string; left_id: string; right_id: string; claims: number }
  /** The names by which a document calls its own entities; documents of older databases have none. */
  local_names: { case_id: string; document: number; entity: string; name: string }
  entity_blocks: { case_id: string; block: string; entity_id: string }
  doubtful_pairs: { case_id: string; left_id: string; right_id: string; score: number; json: string }
  propositions: {
    case_id: string
    id: string
    folded: string
    documents: number
    origins: number
    json: string
  }
  proposition_claims: { case_id: string; document_id: string; claim_id: string; proposition: string }
  findings: { case_id: string; id: string; kind: string; score: number; json: string }
  /** `claim_id` and `document_id` are '' where the evidence is no claim. */
  finding_claims: { case_id: string; document_id: string; claim_id: string; file: string; finding: string }
  judgements: JudgementTable
  workings: { case_id: string; document: string; kind: string; content: Uint8Array }
  custody_heads: { case_id: string; seq: number; hash: string }
}

export interface DocumentTable {
  case_id: string
  id: string
  /** In order of adding, from 1 within the case. */
  number: number
  file: string
  parent: string | null
  state: string
  reason: string | null
  media_type: string | null
  language: string | null
  title: string | null
  publisher: string | null
  byline: string
  published: string | null
  /** First and last possible day of `published`; see NO_DAY. */
  published_from: number
  published_to: number
  bytes: number
  pages: number | null
  words: number
  claims: number
  problems: number
  added: string
  added_by: string
  attempts: number
  next_try: string | null
  made_by: string | null
  worker: string | null
  lease_from: string | null
  lease_until: string | null
  /** JSON; null where the container says nothing. */
  headers: string | null
  /** File and title, folded. */
  folded: string
}

/** What of a claim it is counted by, kept beside what it is found by. */
type ClaimFacts = Pick<ClaimTable, 'case_id' | 'at' | 'property' | 'certainty' | 'polarity' | 'status'>

export interface ClaimTable {
  case_id: string
  /** The document's number and the claim's place in its reading in one: see place.ts. */
  at: number
  claim_id: string
  property: string
  certainty: number
  polarity: string
  origin: string
  /** The claim's time as it is written. */
  edtf: string | null
  time_from: number
  time_to: number
  /** When it was said (EDTF), where that is told. */
  said: string | null
  status: string
}

export interface JudgementTable {
  case_id: string
  id: string
  /** In order of saving, whatever the clock said. */
  number: number
  kind: string
  left_id: string
  right_id: string | null
  verdict: string
  value: string
  reasons: string
  made_by: string
  made_at: string
  withdrawn_by: string | null
  withdrawn_at: string | null
}
