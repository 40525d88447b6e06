import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { linkAlike } from './alike.js'
import { openHome, type Home } from './home.js'

const folder = mkdtempSync(join(tmpdir(), 'whence-alike-'))
let home: Home
let caseId: string
beforeAll(async () => {
  home = await openHome({ folder })
  caseId = (await home.store.cases.open('bridge')).id
  const row = { parent: null, bytes: 1, added: '2024-03-14T10:00:00.000Z', addedBy: 'lena' }
  await home.store.documents.add(
    caseId,
    ['a', 'b', 'c', 'd'].map((id) => ({ ...row, id: id.repeat(64), file: id })),
  )
})
afterAll(async () => {
  await home.close()
  rmSync(folder, { recursive: true })
})

const words = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `word${from + i}`).join(' ')
const come = (id: string, text: string, publisher: string | null = null): Promise<void> =>
  linkAlike(home, { case: caseId, id: id.repeat(64) }, { text, title: null, publisher })
const kinds = async (id: string): Promise<string[]> =>
  (await home.store.documents.links(caseId, id.repeat(64))).map(({ kind }) => kind).sort()

it('links texts that share their wording, says how, and drops none', async () => {
  await come('a', words(0, 400))
  await come('b', words(0, 400).toUpperCase())
  await come('c', words(40, 440))
  await come('d', words(1000, 1400))
  expect([await kinds('a'), await kinds('d')]).toEqual([['near-duplicate', 'same-text'], []])
  // Coming again changes nothing.
  await come('c', words(40, 440))
  expect(await kinds('c')).toEqual(['near-duplicate', 'near-duplicate'])
})
