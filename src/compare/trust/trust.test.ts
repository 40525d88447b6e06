import { describe, expect, it } from 'vitest'
import type { Related } from '../../inference/relate.js'
import type { Finding, FindingKind } from '../../schema/reading.js'
import { bare, passagesOf } from '../../../test/builders/passages.js'
import type { Passage } from '../passages/passage.js'
import type { Passages } from '../passages/index.js'
import { signsOf } from './evidence.js'
import { likelihood, trusted } from './trust.js'

const LOW = bare('low', 0, 'Nine residents of the lodge died in the spring')
const HIGH = bare('high', 0, 'Eleven residents of the lodge died in the spring')
const finding = (kind: FindingKind, ...sides: readonly Passage[]): Finding => ({
  id: kind,
  kind,
  on: 'number',
  why: '',
  score: 0.6,
  sides: sides.map(({ evidence }) => ({ evidence: [evidence], established: 1 })),
})

/** A case of two sentences, with a network that says of every pair how likely the two differ. */
const caseWhere = (differ: number, asked: number[] = []): Passages => {
  const passages = passagesOf([LOW, HIGH])
  const answer: Related = { same: 0, differ, kinds: { number: 1 } }
  return {
    ...passages,
    context: {
      ...passages.context,
      embed: (texts) => Promise.resolve(texts.map(() => Float32Array.from([1]))),
      relate: (pairs) => {
        asked.push(pairs.length)
        return Promise.resolve(pairs.map(() => answer))
      },
    },
  }
}
const scores = async (findings: readonly Finding[], passages: Passages): Promise<number[]> =>
  (await trusted(findings, passages)).map(({ score }) => score)

describe('how far a finding is trusted', () => {
  it('is more where the network for pairs says that its sides cannot both hold', async () => {
    const [sure] = await signsOf([finding('contradiction', LOW, HIGH)], caseWhere(0.98))
    const [unsure] = await signsOf([finding('contradiction', LOW, HIGH)], caseWhere(0.02))
    expect(likelihood(sure!)).toBeGreaterThan(likelihood(unsure!))
  })

  it('takes away one that is likely wrong', async () => {
    expect(await scores([finding('contradiction', LOW, HIGH)], caseWhere(0))).toEqual([])
  })

  it('leaves findings of other kinds as they are, and asks nobody about them', async () => {
    const asked: number[] = []
    const given = [finding('drift', LOW, HIGH), finding('circular', LOW)]
    expect(await trusted(given, caseWhere(0, asked))).toEqual(given)
    expect(asked.filter((n) => n > 0)).toEqual([])
  })

  it('is what its test said where there is no network', async () => {
    const given = [finding('contradiction', LOW, HIGH)]
    expect(await trusted(given, passagesOf([LOW, HIGH]))).toEqual(given)
  })

  it('is what its test said of a sentence that is held against itself', async () => {
    const given = [finding('contradiction', LOW, LOW)]
    expect(await trusted(given, caseWhere(0))).toEqual(given)
  })
})
