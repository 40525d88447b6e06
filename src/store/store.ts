/**
 * What the rest of the program may ask of the database, whichever it is. Every method that writes is one transaction and
 * resolves only when it is on disk. Lists come in pages; nothing here ever holds a whole case in memory.
 */
import type {
  Case,
  CaseClaim,
  CaseEntity,
  Derived,
  DocumentLink,
  DocumentRecord,
  DocumentState,
  DoubtfulPair,
  Judgement,
  Proposition,
} from '../schema/case.js'
import type { Claim, Finding, Problem } from '../schema/reading.js'
import type { Span } from '../schema/span.js'

export interface Page<T> {
  readonly rows: readonly T[]
  /** How many there are in all. */
  readonly total: number
}
/** `offset` rows are skipped, `limit` (at most 1,000) given. */
export interface Window {
  readonly offset?: number
  readonly limit?: number
}

export interface Store {
  readonly dialect: 'sqlite' | 'postgres'
  readonly cases: CaseStore
  readonly documents: DocumentStore
  readonly claims: ClaimStore
  readonly entities: EntityStore
  readonly comparison: ComparisonStore
  readonly judgements: JudgementStore
  readonly search: SearchStore
  readonly custody: CustodyHeads
  readonly changes: ChangeCounts
  readonly workings: WorkingStore
  close(): Promise<void>
}

export interface CaseStore {
  /** The case of that name, made if there is none. */
  open(name: string): Promise<Case>
  /** By name or id; null if there is none. */
  find(name: string): Promise<Case | null>
  list(): Promise<readonly Case[]>
  /** While a case is paused `take` gives none of its documents. */
  pause(caseId: string, paused: boolean): Promise<void>
}

export type NewDocument = Pick<
  DocumentRecord,
  'id' | 'file' | 'parent' | 'bytes' | 'added' | 'addedBy' | 'headers'
>

export interface DocumentFilter {
  readonly states?: readonly DocumentState[]
  readonly parent?: string
  /** In the file's name or title, in any case. */
  readonly like?: string
  readonly sort?: 'added' | 'file' | 'published' | 'claims'
  readonly descending?: boolean
}

export interface DocumentStore {
  /** Those not in the case yet begin to wait; one that was removed comes back. Gives the ids that are new. */
  add(caseId: string, documents: readonly NewDocument[]): Promise<readonly string[]>
  /**
   * The next document that waits (and whose `nextTry` has come), now 'reading' and `worker`'s until `until`.
   * One whose lease ran out counts as waiting. Two workers never get the same.
   */
  take(caseId: string | null, worker: string, now: string, until: string): Promise<DocumentRecord | null>
  /** Keeps the lease. False where it is lost: the work is to be dropped. */
  extend(caseId: string, id: string, worker: string, until: string): Promise<boolean>
  /** Everything derived, replaced in one transaction, with the children that wait from now on. False where the lease is lost. */
  finish(
    caseId: string,
    id: string,
    worker: string,
    derived: Derived,
    children: readonly NewDocument[],
  ): Promise<boolean>
  /** Failed for good where `nextTry` is null, else waiting again. */
  fail(caseId: string, id: string, worker: string, reason: Problem, nextTry: string | null): Promise<boolean>
  /** Who holds a lease, in whatever case and however old: names as given to `take`. */
  holders(): Promise<readonly string[]>
  /** All that `worker` holds wait again at once: it gave up, or is known to be dead. Gives how many. */
  release(worker: string): Promise<number>
  /** Failed and cancelled ones (all, or those named) wait again from zero attempts. Gives how many. */
  retry(caseId: string, ids: readonly string[] | null): Promise<number>
  /** All that wait are cancelled. Gives how many. */
  cancel(caseId: string): Promise<number>
  /** Its text, claims and rows of search go; the record stays as 'removed'. */
  remove(caseId: string, id: string): Promise<boolean>
  /** Done documents made by other versions than `madeBy` wait again. Gives how many. */
  stale(caseId: string, madeBy: string): Promise<number>
  get(caseId: string, id: string): Promise<DocumentRecord | null>
  /** Those that have these ids or files, in any order; at most 1,000. */
  some(caseId: string, names: readonly string[]): Promise<readonly DocumentRecord[]>
  /** Read documents by the month they were published (YYYY-MM), in order, where they say. */
  months(caseId: string): Promise<readonly { readonly month: string; readonly documents: number }[]>
  /** By id, by the beginning of an id (8 characters or more), or by file name as given. */
  find(caseId: string, name: string): Promise<DocumentRecord | null>
  list(caseId: string, filter?: DocumentFilter, window?: Window): Promise<Page<DocumentRecord>>
  counts(caseId: string): Promise<DocumentCounts>
  derived(caseId: string, id: string): Promise<Derived | null>
  link(caseId: string, links: readonly DocumentLink[]): Promise<void>
  links(caseId: string, id: string): Promise<readonly DocumentLink[]>
  /** Keeps a document's MinHash signature (text/minhash.ts, as text) and its bands, in place of earlier ones. */
  sketch(caseId: string, id: string, signature: string, bands: readonly string[]): Promise<void>
  /** The documents (not removed) that share a band, each once with its signature; at most 1,000. */
  sketched(caseId: string, bands: readonly string[]): Promise<readonly { id: string; signature: string }[]>
  /** How much came out of a container and the containers within it. */
  descendants(caseId: string, id: string): Promise<{ documents: number; bytes: number }>
}

export interface DocumentCounts {
  readonly states: Readonly<Record<DocumentState, number>>
  readonly words: number
  readonly pages: number
  readonly claims: number
}

export interface ClaimFilter {
  readonly document?: string
  /** Case entity as subject or object. */
  readonly entity?: string
  /** Case entity in any role but as place; with `entity` in any role as well: the claims that set both beside each other. */
  readonly beside?: string
  /** Name of an origin or relay, exactly. */
  readonly who?: string
  readonly property?: string
  readonly certainty?: Claim['certainty']
  readonly polarity?: Claim['polarity']
  readonly place?: string
  /** EDTF bounds, by day. */
  readonly from?: string
  readonly to?: string
  /** One of these times, as they are written in claims. */
  readonly times?: readonly string[]
  /** Said at one of these times, as they are written. */
  readonly said?: readonly string[]
  /** In a document published at one of these times, as they are written. */
  readonly printed?: readonly string[]
  /** With a time (true) or without. */
  readonly dated?: boolean
  readonly like?: string
  readonly status?: 'accepted' | 'rejected' | 'open'
  readonly sort?: 'document' | 'time' | 'certainty' | 'property' | 'who'
  readonly descending?: boolean
}

export interface Facet {
  readonly value: string
  readonly count: number
  /** What to show for a value that is an id. */
  readonly label?: string
}

/** Each time as it is written (EDTF), in its own order, with how many claims have it. */
export interface ClaimTimes {
  readonly happened: readonly Facet[]
  readonly said: readonly Facet[]
  readonly printed: readonly Facet[]
  /** How many claims there are, with and without times. */
  readonly claims: number
}

export interface ClaimStore {
  list(caseId: string, filter?: ClaimFilter, window?: Window): Promise<Page<CaseClaim>>
  /** All, in order of document and place, without holding them. */
  all(caseId: string, documents?: readonly string[]): AsyncIterable<CaseClaim>
  get(caseId: string, id: string): Promise<CaseClaim | null>
  /** Those of these ids that there are, in this order. */
  some(caseId: string, ids: readonly string[]): Promise<readonly CaseClaim[]>
  /** When what claims tell happened, when it was said, and when their documents were published. */
  times(caseId: string, filter?: ClaimFilter): Promise<ClaimTimes>
  /** How many claims have each of these entities for their place. */
  at(caseId: string, places: readonly string[]): Promise<ReadonlyMap<string, number>>
  /** The most frequent values of each facet under a filter. */
  facets(caseId: string, filter?: ClaimFilter): Promise<Readonly<Record<string, readonly Facet[]>>>
  /** Claims that have one of these block keys (given by compare when they were saved). */
  inBlocks(caseId: string, keys: readonly string[]): AsyncIterable<CaseClaim>
  saveBlocks(caseId: string, rows: readonly { claim: string; key: string }[]): Promise<void>
}

/** An entity and how many claims set two of them beside each other. */
export interface Beside {
  readonly nodes: readonly Pick<CaseEntity, 'id' | 'name' | 'type' | 'documents'>[]
  /** Most claims first; between the nodes alone. */
  readonly edges: readonly { readonly left: string; readonly right: string; readonly claims: number }[]
  /** How many nodes and edges there are without limits. */
  readonly total: number
  readonly joined: number
}

/** One name that a document gives to an entity. */
export interface Spelling {
  readonly name: string
  readonly document: string
  readonly file: string
}

export interface EntityStore {
  /** Replaces the entities named, drops `gone`, and replaces the queue of doubtful pairs that touch them (null: leaves it to those that stay); claims then show the case's ids. */
  save(
    caseId: string,
    entities: readonly CaseEntity[],
    gone: readonly string[],
    doubtful: readonly DoubtfulPair[] | null,
  ): Promise<void>
  /** Without their members. */
  list(
    caseId: string,
    filter?: { like?: string; type?: string; named?: boolean },
    window?: Window,
  ): Promise<Page<CaseEntity>>
  /** Those of these ids that there are, in this order, without their members. */
  some(caseId: string, ids: readonly string[]): Promise<readonly CaseEntity[]>
  /**
   * Named people and organisations that claims set beside each other (subject, object or another role), those in most such
   * claims first; with `around`, that entity and its neighbours.
   */
  beside(
    caseId: string,
    filter: { readonly nodes: number; readonly edges: number; readonly around?: string },
  ): Promise<Beside>
  /** What documents call it, in at most `limit` of its members. */
  spellings(caseId: string, id: string, limit: number): Promise<readonly Spelling[]>
  get(caseId: string, id: string): Promise<CaseEntity | null>
  /** Entity of a document's reading → entity of the case. */
  ofDocument(caseId: string, document: string): Promise<Readonly<Record<string, string>>>
  doubtful(caseId: string, window?: Window): Promise<Page<DoubtfulPair>>
  /** Case entities that share one of these blocking keys. */
  inBlocks(caseId: string, keys: readonly string[]): Promise<readonly CaseEntity[]>
  saveBlocks(caseId: string, rows: readonly { entity: string; key: string }[]): Promise<void>
}

export interface PropositionFilter {
  readonly claim?: string
  /** One of these claims. */
  readonly claims?: readonly string[]
  readonly entity?: string
  readonly like?: string
  readonly sort?: 'origins' | 'documents'
}

export interface FindingFilter {
  readonly kind?: Finding['kind']
  readonly claim?: string
  /** One of these claims. */
  readonly claims?: readonly string[]
  readonly document?: string
  /** Without a confirming or dismissing judgement (true), or with one. */
  readonly open?: boolean
}

export interface ComparisonStore {
  /** Replaces the propositions and findings named, and drops those that are gone. Judgements on findings are kept by id. */
  save(
    caseId: string,
    propositions: readonly Proposition[],
    findings: readonly Finding[],
    gone: { readonly propositions: readonly string[]; readonly findings: readonly string[] },
  ): Promise<void>
  propositions(caseId: string, filter?: PropositionFilter, window?: Window): Promise<Page<Proposition>>
  /** The proposition that each of these claims states, by the claim, where one does. */
  stating(caseId: string, claims: readonly string[]): Promise<ReadonlyMap<string, string>>
  proposition(caseId: string, id: string): Promise<Proposition | null>
  /** Sharpest first. */
  findings(caseId: string, filter?: FindingFilter, window?: Window): Promise<Page<Finding>>
  finding(caseId: string, id: string): Promise<Finding | null>
}

export interface JudgementStore {
  append(judgement: Omit<Judgement, 'withdrawn'>): Promise<void>
  /** False where none of this id stands. */
  withdraw(caseId: string, id: string, by: string, at: string): Promise<boolean>
  /** Whether it stands or was withdrawn. */
  get(caseId: string, id: string): Promise<Judgement | null>
  /** Newest first. `about` is a left or right side, or several; `document` has those on it and on its claims, fields and entities. */
  list(
    caseId: string,
    filter?: {
      kind?: Judgement['kind']
      about?: string | readonly string[]
      document?: string
      standing?: boolean
    },
    window?: Window,
  ): Promise<Page<Judgement>>
}

export interface Query {
  /** Words, "phrases", -without, name~ (across spellings). */
  readonly words: string
  readonly document?: string
  readonly mediaType?: string
  readonly language?: string
  readonly publisher?: string
  readonly from?: string
  readonly to?: string
}

export interface Hit {
  readonly document: string
  readonly file: string
  readonly title: string | null
  /** The passage's place in the document's text. */
  readonly passage: Span
  /** Characters of the document's text around the first words found, verbatim. */
  readonly snippet: Span & { readonly text: string }
  /** The words found, in the document's text. */
  readonly marks: readonly Span[]
  readonly score: number
}

export interface SearchStore {
  /** Best first. `total` counts to 5,000 at most. */
  find(caseId: string, query: Query, window?: Window): Promise<Page<Hit>>
}

/** The last entry of a case's custody log: the database remembers it, so that a log cut short is noticed. */
export interface Head {
  readonly seq: number
  readonly hash: string
}

export interface CustodyHeads {
  get(caseId: string): Promise<Head | null>
  /**
   * Runs `append` while no other process can, and remembers the head it gives. One writer at a time over all processes
   * and machines. What `append` throws is thrown, and the head stays.
   */
  advance<T>(caseId: string, append: (head: Head | null) => Promise<{ head: Head; value: T }>): Promise<T>
}

/** A number a case, greater after every change of it, by whichever process. Cheap to ask for. */
export interface ChangeCounts {
  of(caseId: string): Promise<number>
  all(): Promise<ReadonlyMap<string, number>>
}

/** What a step keeps of each document for itself; made again where it is missing. */
export interface WorkingStore {
  /** In place of what was kept of that kind before. */
  save(
    caseId: string,
    kind: string,
    rows: readonly { readonly document: string; readonly value: unknown }[],
  ): Promise<void>
  /** Ids of the documents of which that kind is kept. */
  documents(caseId: string, kind: string): Promise<readonly string[]>
  /** Of those named, what is kept, a few at a time. */
  get<T>(
    caseId: string,
    kind: string,
    documents: readonly string[],
  ): AsyncIterable<{ readonly document: string; readonly value: T }>
  /** All kinds. */
  drop(caseId: string, documents: readonly string[]): Promise<void>
}
