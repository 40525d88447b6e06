import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Apart, openApart, type OpenedApart } from './apart.js'

const CASES = join(import.meta.dirname, '../../../cases')
const folder = mkdtempSync(join(tmpdir(), 'whence-apart-'))
let apart: Apart
beforeAll(async () => {
  apart = await openApart({ scratch: join(folder, 'scratch'), size: 2 })
})
afterAll(async () => {
  await apart.close()
  rmSync(folder, { recursive: true })
})

async function parse(content: string | Uint8Array, file = 'a.txt'): Promise<OpenedApart> {
  const path = join(folder, 'given')
  writeFileSync(path, content)
  const opened = await apart.parse(path, file, { id: createHash('sha256').update(content).digest('hex') })
  await opened.leave()
  return opened
}

describe('a file opened apart', () => {
  it('gives the document that it holds', async () => {
    const { document, children } = await parse('The clerk of Harrow Bay left on Tuesday, the mayor said.\n')
    expect(document.info).toMatchObject({ file: 'a.txt', mediaType: 'text/plain', language: 'en' })
    expect(document.info.text).toContain('Harrow Bay')
    expect(document.blocks).toHaveLength(1)
    expect(children).toEqual([])
  })

  it.each<[string, string | Uint8Array, string, string]>([
    ['an unknown kind', Buffer.from('\u007fELF\u0002\u0001', 'latin1'), 'a', 'format-unknown'],
    ['a drawing', '<?xml version="1.0"?><svg xmlns="x"/>', 'a.svg', 'format-unknown'],
    ['a film', Buffer.from('\0\0\0\u0018ftypmp42', 'latin1'), 'a.mp4', 'format-unknown'],
    ['nothing', '', 'a.txt', 'text-empty'],
    ['a name with controls', 'Words.', 'a\u202egpj.txt', 'name-controls'],
  ])('says what is wrong with %s', async (_, content, file, code) => {
    expect((await parse(content, file)).document.problems.map((p) => p.code)).toContain(code)
  })

  it('recognises the characters of a picture', { timeout: 90_000 }, async () => {
    const picture = readFileSync(join(CASES, 'image-notice/source.png'))
    const { document } = await parse(picture, 'notice.png')
    expect(document.problems.map((p) => p.code)).not.toContain('parser-crashed')
    expect(document.info.text).toContain('dredger')
  })

  it('draws a page of a PDF, and none that it does not have', { timeout: 60_000 }, async () => {
    const path = join(CASES, 'pdf-columns-notes/source.pdf')
    const page = await apart.picture(path, 1, 0.5)
    expect(Buffer.from(page!.png.subarray(1, 4)).toString()).toBe('PNG')
    expect(page!.width).toBeGreaterThan(100)
    expect(await apart.picture(path, 99, 0.5)).toBeNull()
    expect(await apart.picture(join(CASES, 'image-notice/source.png'), 1, 0.5)).toBeNull()
  })

  it('takes several at once, and leaves nothing behind', async () => {
    const texts = Array.from({ length: 8 }, (_, i) => `Text number ${i}.`)
    const all = await Promise.all(
      texts.map((text, i) => {
        const path = join(folder, `given-${i}`)
        writeFileSync(path, text)
        return apart.parse(path, `${i}.txt`, { id: '0'.repeat(64) })
      }),
    )
    expect(all.map(({ document }) => document.info.text)).toEqual(texts)
    for (const one of all) await one.leave()
    const [own] = readdirSync(join(folder, 'scratch'))
    for (const process of readdirSync(join(folder, 'scratch', own!)))
      expect(readdirSync(join(folder, 'scratch', own!, process, 'in'))).toEqual([])
  })

  it('clears what a killed program left', async () => {
    const scratch = join(folder, 'scratch')
    const left = join(scratch, `${hostname()}-4194303-00000000-0000-4000-8000-000000000000`)
    mkdirSync(left)
    const other = await openApart({ scratch })
    expect(existsSync(left)).toBe(false)
    await other.close()
    expect((await parse('Still here.')).document.info.text).toBe('Still here.')
  })
})
