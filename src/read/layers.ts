/**
 * The layers that steps give each other. Words are the unit of all of them: ranges of words are
 * `first` inclusive, `last` exclusive; characters are UTF-16 units into the document's text.
 */
import type {
  Attribution,
  Claim,
  Entity,
  Mention,
  MentionType,
  Quantity,
  SourceKind,
  Stance,
  Time,
} from '../schema/reading.js'
import type { Span } from '../schema/span.js'

export interface Sentence extends Span {
  readonly first: number
  readonly last: number
}

/** A token of Universal Dependencies' English tokenisation ("don't" is "do" + "n't"). */
export interface Word extends Span {
  readonly text: string
  /** Index of the sentence it stands in. */
  readonly sentence: number
}

/** One word's place in the dependency tree (UD v2). */
export interface Syntax {
  readonly upos: string
  readonly lemma: string
  /** Index of the governor in `words`, -1 for the root of the sentence. */
  readonly head: number
  readonly deprel: string
}

export interface WordRange {
  readonly first: number
  readonly last: number
}

export interface Name extends WordRange {
  readonly type: MentionType
}

/** An attribution as the encoder sees it, before nesting and characters. */
export interface RawAttribution {
  /** The word that carries the ascribing. */
  readonly anchor: number
  readonly source: readonly WordRange[]
  readonly cue: readonly WordRange[]
  readonly content: readonly WordRange[]
  readonly stance: Stance
  readonly kind: SourceKind | null
  readonly score: number
}

/** `word` (head word of a mention) continues the mention whose head word is `antecedent`. */
export interface CorefLink {
  readonly word: number
  readonly antecedent: number
  readonly score: number
}

/** A typed relation between the head words of two mentions, with its probability. */
export interface RawRelation {
  readonly subject: number
  readonly object: number
  readonly property: string
  readonly score: number
}

/** What one pass of the encoder says about the document. */
export interface Encoded {
  readonly syntax: readonly Syntax[]
  readonly names: readonly Name[]
  /** For each word: the type of the mention it heads (nominal, pronoun or name), null when it heads none. */
  readonly mentionType: readonly (MentionType | null)[]
  readonly attributions: readonly RawAttribution[]
  readonly corefLinks: readonly CorefLink[]
  readonly relations: readonly RawRelation[]
  /** For each word as a predicate: how far it happened, -3 (did not) to 3 (did), UDS' scale. */
  readonly factuality: readonly number[]
}

export interface Layers {
  readonly sentences: readonly Sentence[]
  readonly words: readonly Word[]
  readonly encoded: Encoded
  readonly times: readonly Time[]
  readonly quantities: readonly Quantity[]
  readonly mentions: readonly Mention[]
  readonly entities: readonly Entity[]
  readonly attributions: readonly Attribution[]
  /** Kind of source of each attribution, by attribution id. */
  readonly sourceKinds: Readonly<Record<string, SourceKind>>
  readonly claims: readonly Claim[]
}
