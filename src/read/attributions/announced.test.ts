import { describe, expect, test } from 'vitest'
import { encodedOf, type Answers } from '../../../test/builders/encoded.js'
import type { WordRange } from '../layers.js'
import { buildTree } from '../propositions/tree.js'
import { withAnnounced } from './announced.js'

/** One line an attribution: `source | cue | content | stance`. */
function lines(notation: string, answers: Answers = {}): string[] {
  const { layers } = encodedOf(notation, answers)
  const shown = (ranges: readonly WordRange[]): string =>
    ranges.flatMap(({ first, last }) => layers.words.slice(first, last).map((w) => w.text)).join(' ') || '-'
  return withAnnounced(layers.encoded.attributions, buildTree(layers.words, layers.encoded.syntax)).map(
    (a) => [a.source, a.cue, a.content].map(shown).join(' | ') + ` | ${a.stance}`,
  )
}

const THAT = (noun: number): string =>
  `that/SCONJ/${noun + 3}/mark drums/NOUN/${noun + 3}/nsubj leaked/VERB/${noun}/acl/leak`

describe('what a noun announces', () => {
  test('is the view of whoever made it, and doubted by whoever does not follow it', () =>
    expect(
      lines(
        `The/DET/2/det court/NOUN/5/nsubj does/AUX/5/aux not/PART/5/advmod follow/VERB/0/root the/DET/7/det submission/NOUN/5/obj ${THAT(7)}`,
      ),
    ).toEqual([
      'The court | does not follow | the submission that drums leaked | doubts',
      '- | submission | that drums leaked | alleges',
    ]))

  test.each([
    ['the noun', 7],
    ['whose it is', 10],
  ])('is its own where whose it is stands between, the clause hung on %s', (_, head) =>
    expect(
      lines(
        `The/DET/2/det court/NOUN/5/nsubj does/AUX/5/aux not/PART/5/advmod follow/VERB/0/root the/DET/7/det submission/NOUN/5/obj of/ADP/10/case the/DET/10/det defence/NOUN/7/nmod that/SCONJ/13/mark drums/NOUN/13/nsubj leaked/VERB/${head}/acl/leak`,
      ),
    ).toEqual([
      'The court | does not follow | the submission of the defence that drums leaked | doubts',
      'the defence | submission | that drums leaked | alleges',
    ]),
  )

  test('is denied by whoever rejects it', () =>
    expect(
      lines(
        `Orr/PROPN/2/nsubj rejected/VERB/0/root/reject Brock/PROPN/5/nmod:poss 's/PART/3/case claim/NOUN/2/obj ${THAT(5)}`,
      ),
    ).toEqual([
      "Orr | rejected | Brock 's claim that drums leaked | denies",
      'Brock | claim | that drums leaked | alleges',
    ]))

  test('is read once', () =>
    expect(
      lines(`Orr/PROPN/2/nsubj heard/VERB/0/root/hear rumours/NOUN/2/obj/rumour ${THAT(3)}`, {
        attributions: [{ anchor: 'rumours', content: 'that drums leaked', stance: 'reports' }],
      }),
    ).toEqual(['- | rumours | that drums leaked | reports']))

  test('is nothing where the noun only has something told of it', () =>
    expect(lines('claims/NOUN/0/root/claim that/PRON/3/nsubj leaked/VERB/1/acl:relcl/leak')).toEqual([]))

  test('is doubted, not denied, by whoever does not accept it', () =>
    expect(
      lines(
        `Orr/PROPN/4/nsubj did/AUX/4/aux not/PART/4/advmod accept/VERB/0/root claims/NOUN/4/obj/claim ${THAT(5)}`,
        {
          attributions: [
            { anchor: 'accept', source: 'Orr', cue: 'did not accept', content: 'claims', stance: 'denies' },
          ],
        },
      )[0],
    ).toBe('Orr | did not accept | claims | doubts'))
})
