import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Related, Said } from '../inference/relate.js'
import { openHome, type Home } from './home.js'
import { rememberPairs } from './remembered-pairs.js'

const folder = mkdtempSync(join(tmpdir(), 'whence-pairs-'))
let home: Home
let caseId: string
beforeAll(async () => {
  home = await openHome({ folder })
  caseId = (await home.store.cases.open('bridge')).id
})
afterAll(async () => {
  await home.close()
  rmSync(folder, { recursive: true, force: true })
})

const said = (text: string): Said => ({ text, who: '', when: '' })
const pair = (a: string, b: string) => [said(a), said(b)] as const
let asked: string[] = []
const relate = (pairs: readonly (readonly [Said, Said])[]): Promise<readonly Related[]> => {
  asked.push(...pairs.map(([a, b]) => `${a.text}${b.text}`))
  return Promise.resolve(
    pairs.map(([a]) => ({ same: 0.25, differ: a.text === 'a' ? 1 / 3 : 0.5, kinds: { number: 1 } })),
  )
}
const remember = () => {
  asked = []
  return rememberPairs(home, caseId, { embed: null, relate })
}

describe('answers about pairs', () => {
  it('are kept with the case, and only what is new is asked', async () => {
    const first = await remember()
    const before = await first.networks.relate!([pair('a', 'b'), pair('c', 'd')])
    await first.keep()
    expect(asked).toEqual(['ab', 'cd'])

    const second = await remember()
    expect(await second.networks.relate!([pair('c', 'd'), pair('e', 'f'), pair('b', 'a')])).toEqual([
      before[1],
      { same: 0.25, differ: 0.5, kinds: { number: 1 } },
      before[0],
    ])
    expect(asked).toEqual(['ef'])
  })

  it('are asked again of other words by the same people', async () => {
    const { networks } = await remember()
    await networks.relate!([pair('a ', 'b')])
    expect(asked).toEqual(['a b'])
  })
})
