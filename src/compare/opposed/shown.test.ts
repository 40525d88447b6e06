import { describe, expect, it } from 'vitest'
import type { Finding } from '../../schema/reading.js'
import { caseWhere, findingOf } from '../../../test/builders/opposed.js'
import { bare, passagesOf } from '../../../test/builders/passages.js'
import { lineageOf } from '../lineage.js'
import type { Passages } from '../passages/index.js'
import { shown } from './shown.js'

const NINE = bare('nine', 0, 'Nine residents of the lodge died in the spring')
const ELEVEN = bare('eleven', 0, 'Eleven residents of the lodge died in the spring')
const both = (differ: number): Passages => caseWhere([NINE, ELEVEN], differ)
const of = async (passages: Passages, raised: readonly Finding[] = []): Promise<Finding[]> =>
  (await shown(raised, passages, lineageOf(passages.context), null)).filter(({ sides }) =>
    sides.some(({ evidence }) => evidence.some(({ file }) => file === 'nine.txt')),
  )

describe('findings as they are shown', () => {
  it('are quarrels that the network finds, with the words of both sides', async () => {
    const [found] = await of(both(0.99), [findingOf('contradiction', NINE, ELEVEN)])
    expect(found).toMatchObject({ kind: 'contradiction', on: 'number' })
    expect(found!.sides.map(({ evidence }) => evidence.map(({ file }) => file)).sort()).toEqual([
      ['eleven.txt'],
      ['nine.txt'],
    ])
  })

  it('are one, where a test and the network find the same', async () =>
    expect(await of(both(0.99), [findingOf('contradiction', NINE, ELEVEN)])).toHaveLength(1))

  it('are none where the network says that both can hold', async () => expect(await of(both(0))).toEqual([]))

  it('leave findings of other kinds as they are', async () => {
    const given = [findingOf('drift', NINE, ELEVEN)]
    expect(await of(both(0), given)).toEqual(given)
  })

  it('are those of the tests where there is no network', async () => {
    const passages = passagesOf([NINE, ELEVEN])
    const given = [findingOf('contradiction', NINE, ELEVEN)]
    expect(await shown(given, passages, lineageOf(passages.context), null)).toEqual(given)
  })
})
