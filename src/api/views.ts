/** What the workbench asks the server for, over and above the records of schema/case.ts. */
import type {
  Case,
  CaseClaim,
  CaseEntity,
  Checked,
  Derived,
  DocumentLink,
  DocumentRecord,
  DoubtfulPair,
  Judgement,
  Proposition,
} from '../schema/case.js'
import type { Certainty, Finding, SourceKind, Stance } from '../schema/reading.js'
import type { Entry } from '../store/custody.js'
import type { Beside, DocumentCounts } from '../store/store.js'

export interface CaseSummary {
  readonly case: Case
  readonly counts: DocumentCounts
  readonly findings: number
  readonly entities: number
  /** When something last came in or was decided. */
  readonly changed: string | null
}

export interface Overview extends CaseSummary {
  readonly progress: Progress
  readonly newest: readonly DocumentRecord[]
  /** The sharpest undecided ones. */
  readonly sharpest: readonly Finding[]
  /** Those with most origins, then those carried by most documents. */
  readonly propositions: readonly Proposition[]
  readonly people: readonly CaseEntity[]
  /** Documents by the month they were published (YYYY-MM), in order, without gaps. */
  readonly coverage: readonly { readonly month: string; readonly documents: number }[]
  readonly doubtful: number
  readonly decided: readonly Judgement[]
}

export interface Progress {
  readonly counts: DocumentCounts
  readonly wordsASecond: number | null
  readonly secondsLeft: number | null
  readonly paused: boolean
  /** What is being read now. */
  readonly reading: readonly string[]
  /** Comparing across documents runs after reading. */
  readonly comparing: boolean
  /** Grows with every change to the case; a page that holds an older one asks again. */
  readonly version: number
}

export interface DocumentView {
  readonly record: DocumentRecord
  /** Null while it has not been read, or could not be. */
  readonly derived: Derived | null
  /** Entity of the reading → entity of the case. */
  readonly entities: Readonly<Record<string, string>>
  readonly links: readonly (DocumentLink & { readonly other: DocumentRecord })[]
  readonly children: readonly DocumentRecord[]
  /** Those that touch it. */
  readonly findings: readonly Finding[]
  /** Standing ones on its claims and fields. */
  readonly judgements: readonly Judgement[]
  readonly custody: readonly Entry[]
}

/** Who told whom: drawn with documents at the near end and origins at the far one. */
export interface SourceGraph {
  readonly nodes: readonly {
    readonly id: string
    readonly label: string
    readonly kind: SourceKind
    /** Id of the document, where it is one of the case. */
    readonly document: string | null
    readonly published: string | null
    readonly origin: boolean
    readonly count: number
  }[]
  /** `from` told `to`. */
  readonly edges: readonly {
    readonly from: string
    readonly to: string
    readonly stance: Stance
    readonly certainty: Certainty
    /** Claims whose chain has it. */
    readonly claims: readonly string[]
    /** It closes a circle. */
    readonly circular: boolean
  }[]
}

export interface PropositionView {
  readonly proposition: Proposition
  readonly claims: readonly CaseClaim[]
  /** What stands against it, each with the finding that says so. */
  readonly against: readonly {
    readonly finding: Finding
    readonly proposition: Proposition | null
    readonly claims: readonly CaseClaim[]
  }[]
  readonly graph: SourceGraph
}

export interface Profile {
  /** With the first 200 of its members. */
  readonly entity: CaseEntity
  /** A short life: dated lines first, in order, then the others by property. */
  readonly lines: readonly {
    readonly time: string | null
    readonly property: string | null
    readonly claim: CaseClaim
    /** Further claims that state the same. */
    readonly also: readonly CaseClaim[]
    readonly findings: readonly Finding[]
  }[]
  readonly spellings: readonly {
    readonly name: string
    readonly documents: readonly { readonly id: string; readonly file: string }[]
  }[]
  readonly relations: readonly {
    readonly entity: CaseEntity
    /** How many of its claims that are shown have both. */
    readonly claims: number
    readonly predicates: readonly string[]
  }[]
  readonly says: number
  readonly judgements: readonly Judgement[]
}

/** Each time as it is written (EDTF), with how many claims have it: when it happened, was said, and was printed. */
export interface TimelineView {
  readonly happened: readonly TimeCount[]
  readonly said: readonly TimeCount[]
  readonly printed: readonly TimeCount[]
  /** How many claims there are, with and without times. */
  readonly claims: number
}
export interface TimeCount {
  readonly time: string
  readonly claims: number
}

/** Who stands beside whom: nodes in most claims, and the edges between them that most claims have. */
export type NetworkView = Beside

export interface MapView {
  readonly places: readonly {
    readonly entity: CaseEntity
    readonly latitude: number
    readonly longitude: number
    readonly country: string
    readonly claims: number
  }[]
  /** Named in the case and not in the gazetteer, or in several places. */
  readonly unplaced: readonly CaseEntity[]
}

export interface DraftCheck {
  readonly text: string
  readonly sentences: readonly Checked[]
  /** The draft with its evidence as footnotes. */
  readonly markdown: string
}

/** One line of the merge queue. */
export interface Doubt {
  readonly pair: DoubtfulPair
  readonly left: CaseEntity
  readonly right: CaseEntity
  /** A sentence of each, verbatim. */
  readonly examples: readonly {
    readonly of: 'left' | 'right'
    readonly document: string
    readonly file: string
    readonly start: number
    readonly end: number
    readonly text: string
  }[]
}

/** Who did what: entries of the custody log and judgements, newest first. */
export type ActivityItem =
  | { readonly kind: 'custody'; readonly at: string; readonly by: string; readonly entry: Entry }
  | {
      readonly kind: 'judgement'
      readonly at: string
      readonly by: string
      readonly judgement: Judgement
    }
