import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openHome, type Home } from './home.js'
import { rememberVectors } from './remembered-vectors.js'

const folder = mkdtempSync(join(tmpdir(), 'whence-vectors-'))
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

let asked: string[] = []
/** A direction for each text. */
const embed = (texts: readonly string[]): Promise<readonly Float32Array[]> => {
  asked.push(...texts)
  return Promise.resolve(
    texts.map((text) => Float32Array.from([Math.cos(text.length), Math.sin(text.length), 0])),
  )
}
const remember = () => {
  asked = []
  return rememberVectors(home, caseId, embed)
}

describe('vectors of sentences', () => {
  it('are kept with the case, the same as when they were new', async () => {
    const first = await remember()
    const before = await first.embed(['a', 'bb', 'a'])
    await first.keep(true)
    expect(asked).toEqual(['a', 'bb'])
    expect(before[0]).toEqual(before[2])

    const second = await remember()
    expect(await second.embed(['bb', 'ccc', 'a'])).toEqual([before[1], expect.anything(), before[0]])
    expect(asked).toEqual(['ccc'])
  })

  it('of sentences that are no longer in the case go', async () => {
    const some = await remember()
    await some.embed(['a', 'dddd'])
    await some.keep(false)
    const whole = await remember()
    await whole.embed(['a'])
    await whole.keep(true)

    const { embed: embedded } = await remember()
    await embedded(['a', 'bb', 'dddd'])
    expect(asked).toEqual(['bb', 'dddd'])
  })

  it('have length 1 and point where they did', async () => {
    const { embed: embedded } = await remember()
    const [vector] = await embedded(['four'])
    const [exact] = await embed(['four'])
    const dot = vector!.reduce((sum, x, i) => sum + x * exact![i]!, 0)
    expect(Math.hypot(...vector!)).toBeCloseTo(1, 5)
    expect(dot).toBeGreaterThan(0.9999)
  })
})
