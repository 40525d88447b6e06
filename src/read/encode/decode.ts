/** One window's scores → the layers of the words that it answers for, but for syntax (forest.ts). */
import type { MentionType } from '../../schema/reading.js'
import type { Encoded } from '../layers.js'
import type { Labels } from './labels.js'
import { highest, indicesOf, logistic, scoresOf, type Pass } from './pass.js'
import { attributionsOf, distinct } from './raw-attributions.js'
import { bioTransitions, rangesOf, viterbi } from './viterbi.js'

type Lists = Omit<Encoded, 'syntax'>
/** Layers under construction; `mentionType` and `factuality` have an entry a word. */
export type Draft = { readonly [K in keyof Lists]: Lists[K][number][] }

const NAME_TYPES: Readonly<Record<string, MentionType>> = {
  PER: 'Person',
  ORG: 'Organization',
  LOC: 'Place',
  EVENT: 'Event',
  WORK: 'Work',
  OBJ: 'Object',
  OTHER: 'Other',
}
/** Least probability of a relation. */
const RELATION_THRESHOLD = 0.5

/** A draft of `size` words that says nothing. */
export const emptyDraft = (size: number): Draft => ({
  names: [],
  mentionType: new Array<MentionType | null>(size).fill(null),
  attributions: [],
  corefLinks: [],
  relations: [],
  factuality: new Array<number>(size).fill(0),
})

/** Adds what a window says of its own words to the draft. */
export function decode(pass: Pass, labels: Labels, draft: Draft): void {
  decodeNames(pass, labels, draft)
  decodeWords(pass, labels, draft)
  decodeCoreference(pass, draft)
  draft.attributions.push(...attributionsOf(pass, labels))
  decodeRelations(pass, labels, draft)
}

function decodeNames({ out, window, owns }: Pass, labels: Labels, draft: Draft): void {
  const length = window.last - window.first
  const tags = viterbi(scoresOf(out, 'names'), 0, length, bioTransitions(labels.names))
  for (const { first, last, label } of rangesOf(tags, labels.names, window.first))
    if (owns(first)) draft.names.push({ first, last, type: NAME_TYPES[label] ?? 'Other' })
}

function decodeWords({ out, window, owns }: Pass, labels: Labels, draft: Draft): void {
  const [mentions, factuality] = [scoresOf(out, 'mentions'), scoresOf(out, 'factuality')]
  const types = labels.mentions.length
  for (let k = window.first; k < window.last; k++) {
    if (!owns(k)) continue
    const at = k - window.first
    const type = labels.mentions[highest(mentions, at * types, types)]!
    draft.mentionType[k] = type === 'none' ? null : type
    draft.factuality[k] = factuality[at]!
  }
}

function decodeCoreference({ out, width, window, owns }: Pass, draft: Draft): void {
  const scores = scoresOf(out, 'coref')
  for (let k = window.first + 1; k < window.last; k++) {
    if (!owns(k)) continue
    const line = (k - window.first) * (width + 1)
    const best = highest(scores, line, k - window.first)
    // The last column says "nothing before it"
    const margin = scores[line + best]! - scores[line + width]!
    if (margin > 0)
      draft.corefLinks.push({ word: k, antecedent: window.first + best, score: logistic(margin) })
  }
}

function decodeRelations({ out, window, owns }: Pass, labels: Labels, draft: Draft): void {
  const [pairs, scores] = [indicesOf(out, 'pairs'), scoresOf(out, 'relations')]
  for (let i = 0; i < scores.length; i++) {
    const [, subject, object, property] = Array.from(pairs.subarray(4 * i, 4 * i + 4), Number)
    const score = logistic(scores[i]!)
    if (score < RELATION_THRESHOLD || !owns(window.first + subject!)) continue
    draft.relations.push({
      subject: window.first + subject!,
      object: window.first + object!,
      property: labels.properties[property!]!,
      score,
    })
  }
}

/** The draft's lists in text order, so that it does not matter which window came back first; where names overlap, the first stays. */
export function settled(draft: Draft): Lists {
  let reached = 0
  return {
    ...draft,
    names: [...draft.names]
      .sort((a, b) => a.first - b.first || b.last - a.last)
      .filter(({ first, last }) => {
        if (first < reached) return false
        reached = last
        return true
      }),
    attributions: distinct(draft.attributions),
    corefLinks: [...draft.corefLinks].sort((a, b) => a.word - b.word),
    relations: [...draft.relations].sort(
      (a, b) => a.subject - b.subject || a.object - b.object || (a.property < b.property ? -1 : 1),
    ),
  }
}
