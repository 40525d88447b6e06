import { describe, expect, test } from 'vitest'
import { claimsIn } from '../../../test/builders/claims.js'

const certainty = (notation: string, cue: string, content: string): string | undefined =>
  claimsIn(notation, { attributions: [{ source: 'Orr', cue, content, stance: 'asserts' }] }).find(
    (c) => c.predicate === 'burn',
  )?.certainty

describe('whether anybody says so may be open', () => {
  test.each([
    [
      'in a condition',
      'If/SCONJ/3/mark Orr/PROPN/3/nsubj said/VERB/6/advcl it/PRON/5/nsubj burned/VERB/3/ccomp/burn leave/VERB/0/root',
      'said',
      'unknown',
    ],
    [
      'in a question',
      'Did/AUX/3/aux Orr/PROPN/3/nsubj say/VERB/0/root it/PRON/5/nsubj burned/VERB/3/ccomp/burn ?/PUNCT/3/punct',
      'say',
      'unknown',
    ],
    [
      'under a modal',
      'Orr/PROPN/4/nsubj may/AUX/4/aux have/AUX/4/aux said/VERB/0/root it/PRON/6/nsubj burned/VERB/4/ccomp/burn',
      'said',
      'possible',
    ],
    [
      'but not where somebody comes to say it',
      'Orr/PROPN/2/nsubj called/VERB/0/root/call to/PART/4/mark say/VERB/2/advcl it/PRON/6/nsubj burned/VERB/4/ccomp/burn',
      'say',
      'certain',
    ],
  ])('%s', (_, notation, cue, expected) => expect(certainty(notation, cue, 'it burned')).toBe(expected))
})

test('a doubtful number weakens the claim and is shown', () => {
  const [claim] = claimsIn(
    'Orr/PROPN/2/nsubj heard/VERB/0/root/hear one/NUM/4/nummod bang/NOUN/2/obj ,/PUNCT/7/punct perhaps/ADV/7/advmod two/NUM/4/conj',
  )
  expect([claim!.certainty, claim!.hedges.length]).toEqual(['probable', 1])
})
