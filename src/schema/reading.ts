/**
 * The published shapes: what `whence read --json` prints, one Reading a document.
 * Fields may be added; none is renamed or dropped without a new `whence` version number.
 * Every `text` beside a span equals `document.text.slice(start, end)`. Times are EDTF (ISO 8601-2).
 */
import type { Span } from './span.js'

export const STANCES = [
  'asserts',
  'reports',
  'alleges',
  'believes',
  'doubts',
  'denies',
  'confirms',
  'asks',
  'orders',
  'intends',
  'promises',
  'fears',
  'hopes',
] as const
/** What a link does to its content. */
export type Stance = (typeof STANCES)[number]

/** FactBank's scale. */
export type Certainty = 'certain' | 'probable' | 'possible' | 'unknown'
export type Polarity = 'positive' | 'negative'
export type MentionForm = 'name' | 'nominal' | 'pronoun'
export type MentionType =
  'Person' | 'Organization' | 'Place' | 'Event' | 'Work' | 'Group' | 'Object' | 'Other'
export type SourceKind = 'document' | 'named' | 'role' | 'group' | 'work' | 'unnamed'
export type Manner = 'direct' | 'indirect' | 'mixed'

export interface DocumentInfo {
  /** SHA-256 (hex) of the original bytes. */
  readonly id: string
  readonly file: string
  /** IANA media type. */
  readonly mediaType: string
  /** BCP 47. */
  readonly language: string
  readonly title: string | null
  readonly publisher: string | null
  readonly byline: readonly string[]
  /** EDTF. */
  readonly published: string | null
  /** Canonical text: what every offset points into. */
  readonly text: string
}

export interface Mention extends Span {
  readonly id: string
  readonly text: string
  readonly form: MentionForm
  readonly type: MentionType
  /** Id in `entities`, where the mention resolves to one. */
  readonly entity: string | null
  /** By a name that another document of the case has, where reading saw none. */
  readonly found?: true
}

export interface Entity {
  readonly id: string
  readonly type: MentionType
  readonly name: string
  /** Other names the text gives. */
  readonly aliases: readonly string[]
}

export interface Time extends Span {
  readonly text: string
  readonly edtf: string | null
}

export interface Quantity extends Span {
  readonly text: string
  readonly value: number | null
  readonly unit: string | null
}

export interface Attribution {
  readonly id: string
  readonly source: readonly Span[]
  readonly cue: readonly Span[]
  readonly content: readonly Span[]
  /** Entity id, where the source resolves to one. */
  readonly speaker: string | null
  readonly manner: Manner
  readonly stance: Stance
  /** The attribution whose content holds this one. */
  readonly within: string | null
}

export interface Term extends Span {
  readonly entity?: string
  readonly text: string
  /** EDTF, where the term is a time. */
  readonly time?: string
  readonly quantity?: { readonly value: number; readonly unit: string | null }
}

export interface Quantifier {
  readonly text: string
  readonly said: number | null
  readonly of: number | null
  readonly except: number | null
}

export interface Link {
  readonly who: {
    readonly entity?: string
    readonly text: string
    readonly start?: number
    readonly end?: number
  }
  readonly kind: SourceKind
  readonly stance: Stance
  /** How firmly this link puts it. */
  readonly certainty: Certainty
  readonly quantifier: Quantifier | null
  readonly cue: Span | null
  readonly attribution: string | null
}

export interface Claim {
  readonly id: string
  readonly evidence: readonly Span[]
  /** The evidence verbatim, spans joined with ' … '. */
  readonly text: string
  readonly subject: Term
  /** Lemma phrase: 'be bear in', 'transfer to'. */
  readonly predicate: string
  readonly property: string | null
  readonly object: Term | null
  readonly roles: readonly { readonly role: string; readonly term: Term }[]
  readonly time: string | null
  readonly place: string | null
  readonly polarity: Polarity
  /** As the chain as a whole leaves it with the reader. */
  readonly certainty: Certainty
  readonly hedges: readonly Span[]
  /** Nearest the reader first: [0] is the document itself, the last is the origin. */
  readonly chain: readonly Link[]
}

export type FindingKind =
  | 'contradiction'
  | 'impossible'
  | 'disputed'
  | 'circular'
  | 'single-origin'
  | 'inflation'
  | 'drift'
  | 'unattributed'

export interface Evidence extends Span {
  readonly file: string
  readonly text: string
  readonly claim: string | null
}

export interface Finding {
  readonly id: string
  readonly kind: FindingKind
  readonly sides: readonly { readonly evidence: readonly Evidence[]; readonly established: number }[]
  readonly on: string
  readonly why: string
  readonly score: number
}

/** What could not be read, said plainly. */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly at?: Span
}

export interface Reading {
  readonly whence: 1
  readonly document: DocumentInfo
  readonly sentences: readonly Span[]
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
  readonly times: readonly Time[]
  readonly quantities: readonly Quantity[]
  readonly attributions: readonly Attribution[]
  readonly claims: readonly Claim[]
  readonly findings: readonly Finding[]
  readonly problems: readonly Problem[]
}
