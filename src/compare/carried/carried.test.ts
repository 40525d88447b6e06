import { describe, expect, it } from 'vitest'
import type { Related } from '../../inference/relate.js'
import { lineageOf } from '../lineage.js'
import type { Passages, Raised } from '../passages/index.js'
import type { Passage } from '../passages/passage.js'
import { bare, passagesOf } from '../../../test/builders/passages.js'
import { carriedByMany } from './carried.js'
import { carriedPairs } from './signs.js'

const WELDER = bare('welder', 0, 'The cable may have come from the old cableway, a welder told us', {
  hedged: true,
  voice: 'welder',
})
const PORTAL = bare('portal', 0, 'The cable came from the old cableway')
const RADIO = bare('radio', 0, 'The cable was scrap from the old cableway, the portal reports')
const PAINT = bare('paint', 0, 'The railings were painted in the spring by pupils')

/** A case of these sentences, in which those on the cable lie near one another, and a network that says how likely two say the same. */
function caseWhere(same: number, list: readonly Passage[], asked: number[] = []): Passages {
  const passages = passagesOf(list)
  const answer: Related = { same, differ: 0, kinds: {} }
  return {
    ...passages,
    context: {
      ...passages.context,
      embed: (texts) => Promise.resolve(texts.map(meantBy)),
      relate: (pairs) => {
        asked.push(pairs.length)
        return Promise.resolve(pairs.map(() => answer))
      },
    },
  }
}
/** Those on the cable are near, and no others. */
function meantBy(text: string, i: number): Float32Array {
  const vector = new Float32Array(200)
  vector[text.includes('cable') ? 0 : i + 1] = 1
  return vector
}
const raised = (passages: Passages): Promise<Raised[]> => carriedByMany(passages, lineageOf(passages.context))

describe('what many documents carry of one origin', () => {
  it('is one finding with the sentences of all', async () => {
    const [one, ...others] = await raised(caseWhere(0.98, [WELDER, PORTAL, RADIO, PAINT]))
    expect(one!.kind).toBe('circular')
    expect(one!.sides[0]!.map((p) => p.document).sort()).toEqual(['portal', 'radio', 'welder'])
    expect(others).toEqual([])
  })
  it('is nothing where only two documents carry it', async () => {
    expect(await raised(caseWhere(0.98, [WELDER, PORTAL, PAINT]))).toEqual([])
  })
  it('is nothing where there is no network for pairs', async () => {
    expect(await raised(passagesOf([WELDER, PORTAL, RADIO]))).toEqual([])
  })
  it('is asked only of sentences that lie near one another', async () => {
    const asked: number[] = []
    await raised(caseWhere(0.5, [WELDER, PORTAL, PAINT], asked))
    expect(asked).toEqual([1])
  })
  it('asks about no question and no heading', async () => {
    const asked: number[] = []
    const question = bare('asks', 0, 'Did the cable come from the old cableway?')
    const heading = bare('head', 0, 'Cable From Cableway')
    await raised(caseWhere(0.5, [WELDER, question, heading], asked))
    expect(asked).toEqual([0])
  })
  it('has the same signs in whatever order the documents are', async () => {
    const signs = async (list: readonly Passage[]): Promise<unknown> => {
      const passages = caseWhere(0.7, list)
      const pairs = await carriedPairs(passages, lineageOf(passages.context))
      return pairs.map((p) => [p.earlier.document, p.later.document, p.signs])
    }
    expect(await signs([RADIO, WELDER, PORTAL])).toEqual(await signs([WELDER, PORTAL, RADIO]))
  })
})
