import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Originals, openOriginals } from './originals.js'

let folder: string
let originals: Originals
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'whence-originals-'))
  originals = await openOriginals(join(folder, 'originals'))
})
afterEach(() => rm(folder, { recursive: true }))

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function damage(id: string, text: string): Promise<void> {
  await chmod(originals.path(id), 0o600)
  await writeFile(originals.path(id), text)
}

describe('originals', () => {
  it('gives back the bytes that came in, from memory and from a file alike', async () => {
    await writeFile(join(folder, 'a.txt'), 'minutes')
    const file = await originals.put(join(folder, 'a.txt'))
    const memory = await originals.put(bytes('minutes'))
    expect(memory).toEqual({ ...file, fresh: false })
    expect(file).toMatchObject({ bytes: 7, fresh: true })
    expect(await originals.read(file.id)).toEqual(Buffer.from('minutes'))
  })

  it('can be read, but not written again or by others', async () => {
    const { id } = await originals.put(bytes('minutes'))
    expect((await stat(originals.path(id))).mode & 0o777).toBe(0o400)
    expect((await stat(join(folder, 'originals'))).mode & 0o777).toBe(0o700)
  })

  it('leaves no half file where the source fails on the way', async () => {
    await expect(originals.put(join(folder, 'none.txt'))).rejects.toThrow()
    const left = await readdir(join(folder, 'originals'), { recursive: true })
    expect(left).toEqual([])
  })

  it('notices a changed and a missing file', async () => {
    const { id } = await originals.put(bytes('minutes'))
    expect(await originals.check(id)).toBe('whole')
    await damage(id, 'minuteS')
    expect(await originals.check(id)).toBe('damaged')
    await expect(originals.read(id)).rejects.toMatchObject({ code: 'original-damaged' })
    await rm(originals.path(id), { force: true })
    expect(await originals.check(id)).toBe('missing')
    await expect(originals.read(id)).rejects.toMatchObject({ code: 'original-missing' })
  })

  it('lists what it keeps', async () => {
    const kept = await Promise.all(['a', 'b', 'c', 'a'].map((text) => originals.put(bytes(text))))
    const ids = []
    for await (const id of originals.ids()) ids.push(id)
    expect(ids).toEqual([...new Set(kept.map(({ id }) => id))].sort())
  })

  it('takes no name for a path', () => {
    expect(() => originals.path('../../etc/passwd')).toThrow('missing')
  })

  it('keeps a file of several chunks as it is', async () => {
    const large = Buffer.alloc(3_500_000, 'whence ')
    await writeFile(join(folder, 'large'), large)
    const { id } = await originals.put(join(folder, 'large'))
    expect(large.equals(await readFile(originals.path(id)))).toBe(true)
  })
})
