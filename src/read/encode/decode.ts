/** One window's tensors -> the layers of the words whose home it is. */
import type { Tensor, Tensors } from '../../inference/model.js'
import type { Window } from '../../inference/windows.js'
import type { MentionType, SourceKind } from '../../schema/reading.js'
import type { CorefLink, Name, RawAttribution, RawRelation, Sentence, Syntax, Word } from '../layers.js'
import { lemmaOf } from './lemma.js'
import { attributionOf, stanceOf, ANCHOR_THRESHOLD } from './raw-attributions.js'
import { treeOf } from './tree.js'
import { bioTransitions, rangesOf, viterbi, type Transitions } from './viterbi.js'

/** The label sets of the model, in the order of its outputs. */
export interface Labels {
  readonly upos: readonly string[]
  readonly deprels: readonly string[]
  readonly names: readonly string[]
  readonly mentions: readonly string[]
  readonly kinds: readonly SourceKind[]
  readonly roles: readonly string[]
  readonly properties: readonly string[]
  readonly crf: Transitions
}

/** Layers under construction, an entry a word. */
export interface Draft {
  readonly syntax: Syntax[]
  readonly names: Name[]
  readonly mentionType: (MentionType | null)[]
  readonly attributions: RawAttribution[]
  readonly corefLinks: CorefLink[]
  readonly relations: RawRelation[]
  readonly factuality: number[]
}

const NAME_TYPES: Readonly<Record<string, MentionType>> = {
  PER: 'Person',
  ORG: 'Organization',
  LOC: 'Place',
  EVENT: 'Event',
  WORK: 'Work',
  OBJ: 'Object',
  OTHER: 'Other',
}
const RELATION_THRESHOLD = 0.5
const logistic = (x: number): number => 1 / (1 + Math.exp(-x))
const floats = (t: Tensor | undefined): Float32Array => t!.data as Float32Array
const whole = (t: Tensor | undefined): BigInt64Array => t!.data as BigInt64Array

/** Reads window `row` of a batch of width `width` words into the draft, for the words that `isHome` owns. */
export function decodeWindow(
  out: Tensors,
  row: number,
  window: Window,
  isHome: (word: number) => boolean,
  words: readonly Word[],
  sentences: readonly Sentence[],
  labels: Labels,
  draft: Draft,
): void {
  const width = out['upos']!.dims[1]!
  decodeSyntax(out, row, width, window, isHome, words, sentences, labels, draft)
  decodeNames(out, row, width, window, isHome, labels, draft)
  const { first, last } = window
  const [mentions, factuality, coref] = [
    floats(out['mentions']),
    floats(out['factuality']),
    floats(out['coref']),
  ]
  const kinds = labels.mentions.length
  for (let k = first; k < last; k++) {
    if (!isHome(k)) continue
    const at = row * width + k - first
    const type = labels.mentions[argmax(mentions, at * kinds, kinds)]!
    draft.mentionType[k] = type === 'none' ? null : (type as MentionType)
    draft.factuality[k] = factuality[at]!
    // The last column says "nothing before it"
    const base = at * (width + 1)
    const best = argmax(coref, base, Math.max(k - first, 1))
    const margin = coref[base + best]! - coref[base + width]!
    if (k > first && margin > 0)
      draft.corefLinks.push({ word: k, antecedent: first + best, score: logistic(margin) })
  }
  decodeAttributions(out, row, width, window, isHome, labels, draft)
  decodeRelations(out, row, window, isHome, labels, draft)
}

function decodeSyntax(
  out: Tensors,
  row: number,
  width: number,
  { first, last }: Window,
  isHome: (word: number) => boolean,
  words: readonly Word[],
  sentences: readonly Sentence[],
  labels: Labels,
  draft: Draft,
): void {
  const [upos, deprels, arcs] = [whole(out['upos']), whole(out['labels']), floats(out['arcs'])]
  for (let k = first; k < last;) {
    const sentence = sentences[words[k]!.sentence]!
    const [from, to] = [Math.max(sentence.first, first), Math.min(sentence.last, last)]
    // A sentence is parsed whole in the window where its middle is at home
    if (isHome(Math.floor((from + to - 1) / 2)) || !draft.syntax[from]) {
      const heads = treeOf(to - from, (word, governor) => {
        const line = (row * width + from - first + word) * (width + 1)
        return arcs[line + (governor === -1 ? width : from - first + governor)]!
      })
      heads.forEach((head, i) => {
        const at = row * width + from - first + i
        const tag = labels.upos[Number(upos[at]!)]!
        const label = labels.deprels[Number(deprels[at]!)]!
        draft.syntax[from + i] = {
          upos: tag,
          lemma: lemmaOf(words[from + i]!.text, tag),
          head: head === -1 ? -1 : from + head,
          deprel: head === -1 ? 'root' : label === 'root' ? 'dep' : label,
        }
      })
    }
    k = to
  }
}

function decodeNames(
  out: Tensors,
  row: number,
  width: number,
  { first, last }: Window,
  isHome: (word: number) => boolean,
  labels: Labels,
  draft: Draft,
): void {
  const n = labels.names.length
  const tags = viterbi(floats(out['names']), row * width * n, last - first, bioTransitions(labels.names))
  for (const range of rangesOf(tags, labels.names, first))
    if (isHome(range.first))
      draft.names.push({ first: range.first, last: range.last, type: NAME_TYPES[range.label]! })
}

function decodeAttributions(
  out: Tensors,
  row: number,
  width: number,
  window: Window,
  isHome: (word: number) => boolean,
  labels: Labels,
  draft: Draft,
): void {
  const [anchors, roles, stance, kind] = [
    whole(out['anchors']),
    floats(out['roles']),
    floats(out['stance']),
    floats(out['kind']),
  ]
  const stances = out['stance']!.dims[2]!
  for (let i = 0; i < anchors.length / 2; i++) {
    const local = Number(anchors[2 * i + 1]!)
    if (Number(anchors[2 * i]!) !== row || !isHome(window.first + local)) continue
    const guess = stanceOf(stance, (row * width + local) * stances)
    if (guess.probability < ANCHOR_THRESHOLD) continue
    const found = attributionOf(
      {
        ...guess,
        anchor: window.first + local,
        emissions: roles,
        offset: i * width * labels.roles.length,
        window,
        kind: (word) => {
          const at = (row * width + word - window.first) * labels.kinds.length
          return Array.from(kind.subarray(at, at + labels.kinds.length))
        },
      },
      labels.roles,
      labels.kinds,
      labels.crf,
    )
    if (found) draft.attributions.push(found)
  }
}

function decodeRelations(
  out: Tensors,
  row: number,
  { first }: Window,
  isHome: (word: number) => boolean,
  labels: Labels,
  draft: Draft,
): void {
  const [pairs, scores] = [whole(out['pairs']), floats(out['relations'])]
  for (let i = 0; i < scores.length; i++) {
    const score = logistic(scores[i]!)
    const subject = first + Number(pairs[4 * i + 1]!)
    if (Number(pairs[4 * i]!) !== row || score < RELATION_THRESHOLD || !isHome(subject)) continue
    draft.relations.push({
      subject,
      object: first + Number(pairs[4 * i + 2]!),
      property: labels.properties[Number(pairs[4 * i + 3]!)]!,
      score,
    })
  }
}

function argmax(data: Float32Array, offset: number, length: number): number {
  let best = 0
  for (let i = 1; i < length; i++) if (data[offset + i]! > data[offset + best]!) best = i
  return best
}
