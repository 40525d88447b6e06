import { describe, expect, it } from 'vitest'
import type { Related, Said } from '../inference/relate.js'
import type { Finding } from '../schema/reading.js'
import { card, said, surroundings, teller } from '../../test/builders/statements.js'
import { checkSentence, indexOf } from './check.js'
import { compareAll } from './compare.js'
import type { Passage } from './passages/passage.js'
import type { Card, Statement } from './statement.js'
import { contentWords } from './words/content.js'
import { matterOf } from './words/derived.js'

const forged = (document: string, more: Partial<Statement> = {}) =>
  said('Voss forged the dredging permit', 'forge', { in: document, ...more })
const by = (...names: string[]) => ({ tellers: names.map((n) => teller(n)) })

/** The sentence that a statement is all of. */
function passage({ document, sentence, evidence, entities, amounts, time, tellers }: Statement): Passage {
  const names = entities.flatMap((name) => contentWords(name))
  const words = contentWords(evidence.text)
    .map(matterOf)
    .filter((w) => !names.includes(w))
  return {
    document,
    sentence,
    evidence,
    words,
    names,
    written: names,
    entities,
    amounts,
    times: time === null ? [] : [time],
    places: [],
    people: [],
    voice: tellers.at(-1)?.entity ?? '',
    hedged: false,
  }
}
const paper = (document: string, statements: readonly Statement[], more: Partial<Card> = {}): Card =>
  card(document, statements, { passages: statements.map(passage), ...more })

/** Stands for the encoder: the share of words in common is the cosine. */
const embed = (texts: readonly string[]): Promise<Float32Array[]> =>
  Promise.resolve(
    texts.map((text) => {
      const vector = new Float32Array(512)
      for (const word of contentWords(text)) vector[[...word].reduce((n, c) => (31 * n + c.codePointAt(0)!) % 512, 7)] = 1 // prettier-ignore
      const length = Math.hypot(...vector) || 1
      return vector.map((v) => v / length)
    }),
  )
/** Stands for the network for pairs: one denies what the other says, both say it, or neither. */
const relate = (pairs: readonly (readonly [Said, Said])[]): Promise<Related[]> =>
  Promise.resolve(
    pairs.map(([a, b]) => {
      const [x, y] = [a, b].map(({ text }) => new Set(contentWords(text)))
      const shared = [...x!].filter((w) => y!.has(w)).length / Math.min(x!.size, y!.size)
      const denied = / not /.test(a.text) !== / not /.test(b.text)
      return { same: shared > 0.6 && !denied ? 0.97 : 0.01, differ: shared > 0.6 && denied ? 0.97 : 0.01, kinds: {} } // prettier-ignore
    }),
  )

/** A draft of one sentence against a case. */
async function check(draft: Statement, documents: readonly Card[], contested: readonly Finding[] = []) {
  const text = draft.evidence.text
  const compared = await compareAll(documents, surroundings)
  const own = paper('draft', [draft])
  const cards = new Map([...compared.context.cards, ['draft', own] as const])
  const context = { ...compared.context, cards, embed, relate }
  return checkSentence(
    { start: 0, end: text.length },
    text,
    own,
    0,
    indexOf(compared, context, own, contested),
  )
}
const verdict = async (draft: Statement, ...cards: Card[]) => (await check(draft, cards)).verdict

describe('a sentence of a draft', () => {
  it.each([
    [
      'unsupported',
      'nothing carries it',
      forged('draft'),
      [paper('a', [said('Lind opened the quay', 'open')])],
    ],
    ['unsupported', 'nobody is named for it', forged('draft'), [paper('a', [forged('a')])]],
    [
      'single-origin',
      'one says so',
      forged('draft'),
      [paper('a', [forged('a', by('Moe'))]), paper('b', [forged('b', by('Moe'))])],
    ],
    [
      'supported',
      'two say so',
      forged('draft'),
      [paper('a', [forged('a', by('Moe'))]), paper('b', [forged('b', by('Lind'))])],
    ],
    [
      'supported',
      'it says who says so',
      said('Moe says that Voss forged the dredging permit', 'forge', {
        in: 'draft',
        doer: 'Voss',
        ...by('Moe'),
      }),
      [
        paper('a', [
          said('Moe told the court that Voss forged the dredging permit', 'forge', { in: 'a', ...by('Moe') }),
        ]),
        paper('b', [said('Moe says Voss forged it', 'forge', { in: 'b', ...by('Moe') })]),
      ],
    ],
    [
      'overstated',
      'it is put less firmly',
      forged('draft'),
      [
        paper('a', [
          said('Voss may have forged the dredging permit', 'forge', { strength: 1, ...by('Moe') }),
        ]),
      ],
    ],
    [
      'contradicted',
      'another denies it',
      forged('draft'),
      [
        paper('a', [forged('a', by('Moe'))]),
        paper('b', [said('Voss did not forge the dredging permit', 'forge', { in: 'b', ...by('Lind') })]),
      ],
    ],
    [
      'no-claim',
      'it asks',
      said('Who forged the dredging permit?', 'forge', { in: 'draft' }),
      [paper('a', [forged('a')])],
    ],
    [
      'no-claim',
      'it is a saying',
      said('some roofs fall slowly', '~fall', { in: 'draft' }),
      [paper('a', [forged('a')])],
    ],
  ] as const)('is %s where %s', async (expected, _, draft, cards) =>
    expect(await verdict(draft, ...cards)).toBe(expected),
  )

  it('takes what a comparison sets against it', async () => {
    const draft = forged('draft')
    const other = said('The permit was Lind’s own', 'be', { in: 'b' }).evidence
    const finding: Finding = {
      id: 'f',
      kind: 'disputed',
      on: 'denial',
      why: '',
      score: 1,
      sides: [
        { evidence: [draft.evidence], established: 0 },
        { evidence: [other], established: 1 },
      ],
    }
    const checked = await check(
      draft,
      [
        paper('a', [forged('a', by('Moe'))]),
        paper('b', [said('The permit was Lind’s own', 'be', { in: 'b' })]),
      ],
      [finding],
    )
    expect([checked.verdict, checked.against]).toEqual(['contradicted', [other]])
  })

  it('gives the words of the accused as the answer', async () => {
    const denial = said('Voss did not forge the permit', 'forge', { in: 'b', ...by('Voss') })
    const { answer } = await check(forged('draft'), [
      paper('a', [forged('a', by('Moe'))]),
      paper('b', [denial]),
    ])
    expect(answer).toEqual(denial.evidence)
  })

  it('has no answer where nobody is accused and nothing speaks against it', async () =>
    expect(
      (
        await check(said('Lind opened the quay', 'open', { in: 'draft' }), [
          paper('a', [said('Lind opened the quay', 'open', by('Moe'))]),
        ])
      ).answer,
    ).toBeNull())

  it('quotes the case word for word', async () => {
    const { evidence } = await check(forged('draft'), [paper('a', [forged('a', by('Moe'))])])
    expect(evidence.map((e) => e.text)).toEqual(['Voss forged the dredging permit'])
  })
})
