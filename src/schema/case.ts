/**
 * What a case holds over all of its documents. Times of day are UTC in ISO 8601 to the millisecond; ids are hashes of
 * natural keys, so that doing a thing twice changes nothing.
 */
import type { FieldEvidence, Header, LanguageRun, Part, Turn } from './document.js'
import type { Claim, Evidence, Finding, MentionType, Problem, Reading, SourceKind } from './reading.js'
import type { Span } from './span.js'

export interface Case {
  readonly id: string
  /** What the user calls it; unique. */
  readonly name: string
  readonly created: string
  /** Its documents are not worked on meanwhile. */
  readonly paused?: boolean
}

/** waiting → reading → done or failed; a document that is removed or cancelled stays listed. */
export type DocumentState = 'waiting' | 'reading' | 'done' | 'failed' | 'cancelled' | 'removed'

/** One document of a case: one per SHA-256, however often and under whatever names it came in. */
export interface DocumentRecord {
  readonly case: string
  /** SHA-256 (hex) of the original bytes. */
  readonly id: string
  /** As first given; for a child the way down: 'leak.zip/mail/3.eml'. */
  readonly file: string
  /** The container it first came out of. */
  readonly parent: string | null
  readonly state: DocumentState
  /** Why it failed or waits for another try. */
  readonly reason: Problem | null
  readonly mediaType: string | null
  readonly language: string | null
  readonly title: string | null
  readonly publisher: string | null
  readonly byline: readonly string[]
  readonly published: string | null
  readonly bytes: number
  readonly pages: number | null
  readonly words: number
  readonly claims: number
  readonly problems: number
  readonly added: string
  readonly addedBy: string
  /** What the container it came out of says of it: address, time, content type. Given when it is added. */
  readonly headers?: readonly Header[]
  readonly attempts: number
  /** Not to be tried before this. */
  readonly nextTry: string | null
  /** Versions of the steps that made what is derived from it; null until it is done. */
  readonly madeBy: string | null
}

/** All that is derived from one document's bytes. Replaced as a whole when a step's version changes. */
export interface Derived {
  readonly reading: Reading
  readonly parts: readonly Part[]
  readonly turns: readonly Turn[]
  readonly fields: readonly FieldEvidence[]
  readonly headers: readonly Header[]
  readonly languages: readonly LanguageRun[]
  readonly pages: number | null
  readonly madeBy: string
}

/** How two documents hang together; never a reason to drop one. */
export interface DocumentLink {
  readonly left: string
  readonly right: string
  /** same-text: equal words; near-duplicate: much of the wording; version: a later state of one text; cites: names the other. */
  readonly kind: 'same-text' | 'near-duplicate' | 'version' | 'cites'
  /** 0..1. */
  readonly score: number
  readonly why: string
}

/** An entity of the whole case, after resolution. */
export interface CaseEntity {
  readonly id: string
  readonly type: MentionType
  readonly name: string
  readonly names: readonly string[]
  readonly documents: number
  /** `document#entity`: the entities of single documents that are this one. */
  readonly members: readonly string[]
}

/** One reason for or against two things being the same; `score` from -1 (against) to 1 (for). */
export interface Reason {
  readonly feature: string
  readonly score: number
  readonly why: string
}

/** Two entities of single documents (or of the case) that may be one, for a person to judge. */
export interface DoubtfulPair {
  readonly left: string
  readonly right: string
  /** 0..1: how likely they are one. */
  readonly score: number
  readonly reasons: readonly Reason[]
}

export type JudgementKind = 'entities' | 'claim' | 'finding' | 'field' | 'document' | 'redaction'

/** A person's decision. Appended, never changed; taking it back fills `withdrawn`. */
export interface Judgement {
  readonly id: string
  readonly case: string
  readonly kind: JudgementKind
  /** What is judged: two entity keys, a claim, a finding, a document … */
  readonly left: string
  readonly right: string | null
  /** entities: same, different · claim: accept, reject, correct, add · finding: confirm, dismiss, snooze, assign, comment … */
  readonly verdict: string
  /** What belongs to the verdict: a corrected value, a comment, a date. */
  readonly value: unknown
  readonly reasons: readonly Reason[]
  readonly by: string
  readonly at: string
  readonly withdrawn: { readonly by: string; readonly at: string } | null
}

/** A claim in its case: the ids of entities in `claim` are those of the case. */
export interface CaseClaim {
  /** `document#claim`. */
  readonly id: string
  readonly document: string
  readonly file: string
  readonly claim: Claim
}

/** The end of a chain, or several joined. */
export interface Origin {
  readonly who: string
  readonly kind: SourceKind
  /** More than 1 for 'eight of the ten nurses'. */
  readonly count: number
  readonly evidence: readonly Evidence[]
  readonly why: string
}

/** The claims, wherever they stand, that state the same thing. */
export interface Proposition {
  readonly id: string
  readonly text: string
  readonly evidence: readonly Evidence[]
  /** How many documents carry it. */
  readonly documents: number
  readonly origins: {
    readonly established: number
    readonly unknown: number
    readonly list: readonly Origin[]
  }
}

export type Verdict =
  'supported' | 'overstated' | 'contradicted' | 'single-origin' | 'unsupported' | 'no-claim'

/** One sentence of a draft against the case. */
export interface Checked extends Span {
  readonly text: string
  readonly verdict: Verdict
  readonly evidence: readonly Evidence[]
  readonly against: readonly Evidence[]
  readonly why: string
  /** The accused side's reply, where the sentence accuses someone. */
  readonly answer: Evidence | null
}

/** What comparing a case gives. */
export interface Comparison {
  readonly propositions: readonly Proposition[]
  readonly findings: readonly Finding[]
}
