import { describe, expect, it } from 'vitest'
import type { Finding, FindingKind } from '../../schema/reading.js'
import { bare, passagesOf } from '../../../test/builders/passages.js'
import { lineageOf } from '../lineage.js'
import type { Passages } from '../passages/index.js'
import type { Passage } from '../passages/passage.js'
import { shown } from './shown.js'

const NINE = bare('nine', 0, 'Nine residents of the lodge died in the spring')
const ELEVEN = bare('eleven', 0, 'Eleven residents of the lodge died in the spring')
const finding = (kind: FindingKind, ...sides: readonly Passage[]): Finding => ({
  id: kind,
  kind,
  on: 'number',
  why: '',
  score: 0.6,
  sides: sides.map(({ evidence }) => ({ evidence: [evidence], established: 1 })),
})

/** A case of two sentences, with a network that says of every pair how likely the two differ. */
const caseWhere = (differ: number): Passages => {
  const passages = passagesOf([NINE, ELEVEN])
  const answer = { same: 0, differ, kinds: { number: 1 } }
  return {
    ...passages,
    context: {
      ...passages.context,
      embed: (texts) => Promise.resolve(texts.map(() => Float32Array.from([1]))),
      relate: (pairs) => Promise.resolve(pairs.map(() => answer)),
    },
  }
}
const of = async (passages: Passages, raised: readonly Finding[] = []): Promise<Finding[]> =>
  (await shown(raised, passages, lineageOf(passages.context), null)).filter(({ sides }) =>
    sides.some(({ evidence }) => evidence.some(({ file }) => file === 'nine.txt')),
  )

describe('findings as they are shown', () => {
  it('are quarrels that the network finds, with the words of both sides', async () => {
    const [found] = await of(caseWhere(0.99), [finding('contradiction', NINE, ELEVEN)])
    expect(found).toMatchObject({ kind: 'contradiction', on: 'number' })
    expect(found!.sides.map(({ evidence }) => evidence.map(({ file }) => file)).sort()).toEqual([
      ['eleven.txt'],
      ['nine.txt'],
    ])
  })

  it('are one, where a test and the network find the same', async () =>
    expect(await of(caseWhere(0.99), [finding('contradiction', NINE, ELEVEN)])).toHaveLength(1))

  it('are none where the network says that both can hold', async () =>
    expect(await of(caseWhere(0))).toEqual([]))

  it('leave findings of other kinds as they are', async () => {
    const given = [finding('drift', NINE, ELEVEN)]
    expect(await of(caseWhere(0), given)).toEqual(given)
  })

  it('are those of the tests where there is no network', async () => {
    const passages = passagesOf([NINE, ELEVEN])
    const given = [finding('contradiction', NINE, ELEVEN)]
    expect(await shown(given, passages, lineageOf(passages.context), null)).toEqual(given)
  })
})
