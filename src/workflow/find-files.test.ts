import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { findFiles } from './find-files.js'

const folder = mkdtempSync(join(tmpdir(), 'whence-find-'))
afterAll(() => rmSync(folder, { recursive: true }))

it('finds every plain file, and says what it leaves out and why', async () => {
  mkdirSync(join(folder, 'b'))
  for (const file of ['c.bin', 'b/.hidden', 'a\u202e.txt']) writeFileSync(join(folder, file), file)
  symlinkSync('/etc/passwd', join(folder, 'b', 'link'))
  symlinkSync(folder, join(folder, 'b', 'up'))
  const found: unknown[] = []
  for await (const one of findFiles([folder, join(folder, 'none')]))
    found.push([one.file.slice(folder.length + 1), 'failure' in one ? one.failure.code : one.size])
  expect(found).toEqual([
    ['a\u202e.txt', 8],
    ['b/.hidden', 9],
    ['b/link', 'file-special'],
    ['b/up', 'file-special'],
    ['c.bin', 5],
    ['none', 'file-missing'],
  ])
})
