/** The slim record that comparing works with: one claim of one document, reduced to what it is about and how firmly it stands. */
import type { Certainty, Evidence, Polarity, SourceKind, Stance } from '../schema/reading.js'
import type { Amount } from './words/numbers.js'
import type { DocumentKind } from './document-kind.js'
import type { Passage } from './passages/passage.js'

/** One teller of a chain, nearest the reader first, without the document itself. */
export interface Teller {
  readonly name: string
  /** Entity of the case. */
  readonly entity: string | null
  readonly kind: SourceKind
  readonly stance: Stance
  readonly certainty: Certainty
  /** How many they are: 9 of 'nine of the ten'; 1 elsewhere. */
  readonly count: number
  readonly of: number | null
}

export interface Statement {
  /** `document#claim`. */
  readonly id: string
  readonly document: string
  readonly evidence: Evidence
  /** See words/frames.ts. */
  readonly frame: string
  /** Who does it, where the words say so: an entity or the stem of a noun. */
  readonly doer: string | null
  /** Whom or what it happens to. */
  readonly patient: string | null
  /** Entities with a name, as subject, object or elsewhere in the words. */
  readonly entities: readonly string[]
  /** Stems of the content words that name no such entity, without the verb, numbers and dates. */
  readonly stems: readonly string[]
  readonly amounts: readonly Amount[]
  /** EDTF. */
  readonly time: string | null
  /** What is said, without who says so and with names for pronouns; at most 300 characters. */
  readonly gist: string
  /** Entity of the case, or the place's name in lower case. */
  readonly place: string | null
  readonly polarity: Polarity
  /** 3 put as a fact, 2 likely or hearsay, 1 possible, 0 open. */
  readonly strength: 0 | 1 | 2 | 3
  readonly tellers: readonly Teller[]
  /** Somebody unnamed says so: 'is said to'. */
  readonly hearsay: boolean
  /** Its sentence gives a total, a part, a later state, or speaks of what is to come. */
  readonly cues: readonly Cue[]
  /** Names in its sentence, as they stand there. */
  readonly named: readonly string[]
  /** Its sentence's number in the document. */
  readonly sentence: number
  readonly heading: boolean
}
/** 'addressed': it speaks of 'you', and who that is is not known from the words. */
export type Cue = 'addressed' | 'total' | 'part' | 'update' | 'future' | 'question' | 'quotation'

export interface Quotation {
  readonly evidence: Evidence
  /** Entity or folded name of the speaker. */
  readonly speaker: string
}

/** What comparing needs of one document. Plain JSON, so that it can be kept. */
export interface Card {
  readonly document: string
  readonly file: string
  readonly publisher: string | null
  /** Who wrote it, as given; absent in cards kept by an older version. */
  readonly byline?: readonly string[]
  readonly title: string | null
  readonly published: string | null
  readonly language: string
  readonly kind: DocumentKind
  /** Who wrote or issued it: entity of the case where known, else the name as given; for a document whose kind is an origin. */
  readonly author: { readonly name: string; readonly entity: string | null } | null
  /** See text/minhash.ts. */
  readonly signature: readonly number[]
  /** Folded names of publications and publishers that it speaks of. */
  readonly names: readonly string[]
  readonly quotations: readonly Quotation[]
  /** 'I was the former surveyor in the article': a description of a source and who it was. */
  readonly unmasked: readonly {
    readonly description: string
    readonly name: string
    readonly entity: string | null
    readonly evidence: Evidence
  }[]
  /** A sentence of it takes back what another before it says. */
  readonly retracts: boolean
  readonly statements: readonly Statement[]
  /** Its sentences, in order; absent in cards kept by an older version. */
  readonly passages?: readonly Passage[]
}

/** True where `a` was published on a later day than `b`; false where a day is not known. */
export const isLater = (a: Card, b: Card): boolean =>
  a.published !== null && b.published !== null && a.published.slice(0, 10) > b.published.slice(0, 10)

/** Says what somebody wants, not what is: 'ordered', 'asked', 'intends'. Who tells of it is whom it comes from. */
export const isWill = ({ stance }: Teller): boolean => WILL.has(stance)
const WILL: ReadonlySet<Stance> = new Set(['orders', 'asks', 'intends', 'promises', 'hopes', 'fears'])
