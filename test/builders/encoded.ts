/** Words as the encoder answers for them: a test document in one line, its names, nouns, links and attributions given by their text. */
import type { CorefLink, Encoded, Layers, RawAttribution, WordRange } from '../../src/read/layers.js'
import { wordsOf } from '../../src/read/propositions/marks.js'
import type { Document } from '../../src/schema/document.js'
import type { MentionType, SourceKind, Stance } from '../../src/schema/reading.js'
import { layersOf, places } from './layers.js'

export interface Answers {
  /** Every place of each text is a name. */
  readonly names?: Readonly<Record<string, MentionType>>
  /** Words that head a mention, everywhere. */
  readonly nouns?: Readonly<Record<string, MentionType>>
  /** Later and earlier text of what is one; "she@2" is its second place. */
  readonly links?: readonly (readonly [string, string])[]
  readonly attributions?: readonly Said[]
}

export interface Said {
  readonly anchor: string
  readonly source?: string
  /** The anchor where none is given. */
  readonly cue?: string
  /** Discontinuous parts are joined with ' … '. */
  readonly content: string
  readonly stance?: Stance
  readonly kind?: SourceKind
}

type Given = Pick<Layers, 'words' | 'sentences' | 'encoded'>

/** A document in the notation of layersOf, or in plain words where it holds no '/'. */
export function encodedOf(notation: string, answers: Answers = {}): { document: Document; layers: Given } {
  const { document, layers } = layersOf(notation.includes('/') ? notation : plain(notation))
  const { words, sentences } = layers
  const { text } = document.info
  const all = (part: string): WordRange[] => places(text, part).map((span) => wordsOf(words, span)!)
  const one = (part: string): WordRange => {
    const [wanted, place = '1'] = part.split('@')
    return all(wanted!)[Number(place) - 1]!
  }
  const parts = (joined: string | undefined): WordRange[] =>
    (joined ?? '').split(' … ').filter(Boolean).map(one)
  const mentionType = new Array<MentionType | null>(words.length).fill(null)
  for (const [noun, type] of Object.entries(answers.nouns ?? {}))
    for (const { first } of all(noun)) mentionType[first] = type
  const encoded: Encoded = {
    ...layers.encoded,
    mentionType,
    names: Object.entries(answers.names ?? {})
      .flatMap(([name, type]) => all(name).map((range) => ({ ...range, type })))
      .sort((a, b) => a.first - b.first),
    corefLinks: (answers.links ?? []).map(([later, earlier]): CorefLink => ({
      word: one(later).first,
      antecedent: one(earlier).first,
      score: 0.9,
    })),
    attributions: (answers.attributions ?? [])
      .map(({ anchor, source, cue, content, stance = 'asserts', kind }): RawAttribution => ({
        anchor: one(anchor).first,
        source: parts(source),
        cue: parts(cue ?? anchor),
        content: parts(content),
        stance,
        kind: kind ?? (source === undefined ? null : 'role'),
        score: 0.9,
      }))
      .sort((a, b) => a.anchor - b.anchor),
  }
  return { document, layers: { words, sentences, encoded } }
}

const PRONOUN =
  /^(?:i|me|my|he|him|his|himself|she|her|hers|it|its|we|us|our|they|them|their|you|who|which|that)$/i
const MARK = /^[^\p{L}\p{N}]+$/u

/** Each word a tree of its own; words are separated by spaces. */
const plain = (text: string): string =>
  text
    .split('\n')
    .map((line) =>
      line
        .split(' ')
        .map((w) => `${w}/${PRONOUN.test(w) ? 'PRON' : MARK.test(w) ? 'PUNCT' : 'NOUN'}/0/root`)
        .join(' '),
    )
    .join('\n')
