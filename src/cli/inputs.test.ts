import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inputsOf } from './inputs.js'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'whence-inputs-'))
  mkdirSync(join(folder, 'b', 'deep'), { recursive: true })
  for (const file of ['c.txt', 'a.md', 'b/page.html', 'b/deep/note', 'photo.jpg', '.hidden.txt'])
    writeFileSync(join(folder, file), file)
  symlinkSync(folder, join(folder, 'b', 'loop'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const taken = () => Promise.resolve(new Set(['txt', 'md', 'html']))

async function listed(...paths: string[]): Promise<{ files: string[]; leftOut: string[] }> {
  const files: string[] = []
  const leftOut: string[] = []
  for await (const input of inputsOf(paths, Readable.from([]), taken, (file) => leftOut.push(file)))
    files.push(input.file)
  return { files, leftOut }
}

describe('what is read', () => {
  it('walks folders in the order of names, and says what it leaves out', async () => {
    const { files, leftOut } = await listed(folder)
    expect(files).toEqual(['a.md', 'b/deep/note', 'b/page.html', 'c.txt'].map((f) => join(folder, f)))
    expect(leftOut).toEqual([join(folder, 'photo.jpg')])
  })

  it('takes any file that is named, in the order given', async () => {
    const paths = [join(folder, 'photo.jpg'), join(folder, 'a.md')]
    expect((await listed(...paths)).files).toEqual(paths)
  })

  it('reads standard input for -', async () => {
    const inputs = inputsOf(['-'], Readable.from([Buffer.from('He '), Buffer.from('said.')]), taken, () => {})
    const { value } = await inputs.next()
    expect(value.file).toBe('-')
    expect(Buffer.from(await value.bytes()).toString()).toBe('He said.')
  })

  it('names a file that is not there', async () => {
    const { value } = await inputsOf([join(folder, 'none.txt')], Readable.from([]), taken, () => {}).next()
    await expect(value.bytes()).rejects.toMatchObject({ code: 'file-missing' })
  })
})
