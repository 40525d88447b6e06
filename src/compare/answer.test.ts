import { expect, it } from 'vitest'
import { bare } from '../../test/builders/passages.js'
import { around, card } from '../../test/builders/statements.js'
import { answerOf } from './answer.js'
import type { Features } from './check/features.js'
import type { Found } from './check/found.js'
import { spokenOf } from './check/ground.js'
import { MODEL, type Model } from './check/model.js'
import type { Standing, Weighed } from './check/standing.js'
import type { Passage } from './passages/passage.js'

const context = around(['a', 'b', 'c'].map((d) => card(d, [])))
const weighed = (passage: Passage, nearest: number): Weighed => ({
  spoken: spokenOf(passage, [], [], context),
  features: { near: nearest, nearest, namedAround: 1, deniedNear: 0, denied: 0, covered: 0, same: 0, differ: 0, short: 0 } as Features, // prettier-ignore
  says: 0.1,
  matter: nearest,
  against: 0.2,
})
const by = (document: string, text: string, voice: string): Passage => ({ ...bare(document, 0, text), voice })
const draft = spokenOf(
  { ...bare('draft', 0, 'Voss forged the permit'), names: ['voss'], written: ['voss'] },
  [],
  [],
  context,
)
const found = { draft } as Found
const answer = (all: readonly Weighed[], model: Model) =>
  answerOf(found, { all, carried: [], against: [] } as unknown as Standing, context, model)?.text ?? null
/** A model that goes by these alone. */
const judging = (weights: Model['answer']['weights'], answered = 0.5): Model => ({
  ...MODEL,
  answer: { bias: -1, weights },
  answered,
})

const denial = by('a', 'I did not forge it', 'Voss')
const other = by('b', 'He did not forge it', 'Moe')
const account = by('c', 'The permit was typed by a clerk', 'Lind')

it.each([
  ['whom the sentence names', { theirs: 2 }, denial],
  ['who speaks of himself', { first: 2 }, denial],
  ['who denies', { not: 1, near: 2 }, other],
  ['who speaks of the matter', { matter: 4 }, other],
])('takes the words of one %s', (_, weights, expected) =>
  expect(answer([weighed(account, 0.3), weighed(denial, 0.5), weighed(other, 0.7)], judging(weights))).toBe(
    expected.evidence.text,
  ),
)

it('has none where none is likely', () =>
  expect(answer([weighed(account, 0.3)], judging({ theirs: 2 }))).toBeNull())
