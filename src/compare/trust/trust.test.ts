import { describe, expect, it } from 'vitest'
import type { Finding } from '../../schema/reading.js'
import { caseWhere, findingOf } from '../../../test/builders/opposed.js'
import { bare, passagesOf } from '../../../test/builders/passages.js'
import type { Passages } from '../passages/index.js'
import { signsOf } from './evidence.js'
import { likelihood, trusted } from './trust.js'

const LOW = bare('low', 0, 'Nine residents of the lodge died in the spring')
const HIGH = bare('high', 0, 'Eleven residents of the lodge died in the spring')
const both = (differ: number, asked: number[] = []): Passages =>
  caseWhere([LOW, HIGH], differ, (pairs) => asked.push(pairs))
const scores = async (findings: readonly Finding[], passages: Passages): Promise<number[]> =>
  (await trusted(findings, passages)).map(({ score }) => score)

describe('how far a finding is trusted', () => {
  it('is more where the network for pairs says that its sides cannot both hold', async () => {
    const [sure] = await signsOf([findingOf('contradiction', LOW, HIGH)], both(0.98))
    const [unsure] = await signsOf([findingOf('contradiction', LOW, HIGH)], both(0.02))
    expect(likelihood(sure!)).toBeGreaterThan(likelihood(unsure!))
  })

  it('takes away one that is likely wrong', async () => {
    expect(await scores([findingOf('contradiction', LOW, HIGH)], both(0))).toEqual([])
  })

  it('leaves findings of other kinds as they are, and asks nobody about them', async () => {
    const asked: number[] = []
    const given = [findingOf('drift', LOW, HIGH), findingOf('circular', LOW)]
    expect(await trusted(given, both(0, asked))).toEqual(given)
    expect(asked.filter((n) => n > 0)).toEqual([])
  })

  it('is what its test said where there is no network', async () => {
    const given = [findingOf('contradiction', LOW, HIGH)]
    expect(await trusted(given, passagesOf([LOW, HIGH]))).toEqual(given)
  })

  it('is what its test said of a sentence that is held against itself', async () => {
    const given = [findingOf('contradiction', LOW, LOW)]
    expect(await trusted(given, both(0))).toEqual(given)
  })
})
