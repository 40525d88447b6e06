import { expect, it } from 'vitest'
import { around, card, said, teller } from '../../test/builders/statements.js'
import { answerOf } from './answer.js'
import { spokenOf, type Spoken } from './check/ground.js'
import type { Features } from './check/features.js'
import type { Signals } from './check/signals.js'
import type { Weighed } from './check/weigh.js'
import type { Passage } from './passages/passage.js'
import { contentWords } from './words/content.js'

const passage = (document: string, text: string, voice = ''): Passage => ({
  document,
  sentence: 0,
  evidence: { file: `${document}.txt`, start: 0, end: text.length, text, claim: null },
  words: contentWords(text),
  names: [],
  written: [],
  entities: [],
  amounts: [],
  times: [],
  places: [],
  people: [],
  voice,
  hedged: false,
})
const cards = ['a', 'b', 'c'].map((d) => card(d, []))
const context = around(cards)
const spoken = (p: Passage): Spoken => spokenOf(p, [], [], context)
const weighed = (p: Passage, more: Partial<Weighed> & { denied?: number } = {}): Weighed => ({
  spoken: spoken(p),
  features: { denied: more.denied ?? 0, deniedNear: 0 } as Features,
  says: 0.1,
  matter: 0.3,
  against: 0.2,
  ...more,
})
const draft = spokenOf(
  passage('draft', 'Voss forged the permit'),
  [said('Voss forged the permit', 'forge', { in: 'draft', tellers: [teller('Moe')] })],
  [],
  context,
)
const answer = (all: readonly Weighed[], carried: readonly Weighed[] = [], listed: readonly Passage[] = []) =>
  answerOf(
    draft,
    { all, carried } as unknown as Signals,
    listed.map((p) => p.evidence),
    context,
  )?.text ?? null

const denial = passage('a', 'I did not forge it', 'Voss')
const other = passage('b', 'Voss did not forge it', 'Moe')
const account = passage('c', 'The permit was typed by a clerk', 'Lind')

it('takes the words of whom the sentence names before those of others', () =>
  expect(answer([weighed(other, { denied: 1, against: 0.4 }), weighed(denial, { denied: 1 })])).toBe(
    denial.evidence.text,
  ))

it('takes no third account for an answer', () =>
  expect(answer([weighed(account, { against: 0.9 })])).toBeNull())

it('takes what a finding sets against it, though it denies in no word', () =>
  expect(answer([weighed(account, { against: 0.5 })], [], [account])).toBe(account.evidence.text))

it('takes nothing that carries the sentence', () => {
  const carrier = weighed(other, { denied: 1, says: 0.9, against: 0.6 })
  expect(answer([carrier], [carrier])).toBeNull()
})
