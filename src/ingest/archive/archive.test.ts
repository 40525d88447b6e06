import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { pack } from 'tar-stream'
import { describe, expect, it } from 'vitest'
import { parsed } from '../../../test/builders/source.js'
import { zip as zipOf } from '../../../test/builders/zip.js'
import { WhenceError } from '../../schema/errors.js'
import type { Parser } from '../format.js'
import { gzip } from './gzip.js'
import { shownName } from './member-names.js'
import { REFUSED } from './refused.js'
import { tar } from './tar.js'
import { zip } from './zip.js'

type Member = {
  name: string
  data?: string
  type?: 'symlink' | 'link' | 'fifo' | 'character-device' | 'directory'
}

/** A tape archive with these members. */
async function tarOf(members: readonly Member[]): Promise<Buffer> {
  const archive = pack()
  for (const { name, data = '', type } of members)
    archive.entry(
      type ? { name, type, linkname: '/etc/passwd' } : { name, mtime: new Date('2021-02-01T10:15:00Z') },
      data,
    )
  archive.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of archive) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
const members = async (parser: Parser, bytes: Uint8Array, file = 'a') => {
  const { children, content } = await parsed(parser, bytes, file)
  return {
    children: children.map(({ name, bytes: own }) => [name, own.toString().slice(0, 20)]),
    problems: content?.problems.map(({ code }) => code) ?? [],
  }
}

describe('archives as folders', () => {
  it('give every member with its name, whatever the name, and the same name twice', async () => {
    const names = ['a.txt', '../../etc/passwd', '/root/x', 'C:\\x', 'a.txt', 'fin\u202etxt.exe']
    const bytes = zipOf(names.map((name) => ({ name, data: name })))
    expect((await members(zip, bytes)).children.map(([name]) => name)).toEqual(names)
    expect(
      (await members(tar, await tarOf(names.map((name) => ({ name, data: 'x' }))))).children,
    ).toHaveLength(6)
  })

  it('list what is encrypted, damaged or a bomb, and take the rest', async () => {
    const bytes = zipOf([
      { name: 'locked', data: 'x', encrypted: true },
      { name: 'lying', data: 'x', claimedCrc: 1 },
      { name: 'folder/' },
      { name: 'fine.txt', data: 'It burned.' },
    ])
    const { children, problems } = await members(zip, bytes)
    expect(children).toContainEqual(['fine.txt', 'It burned.'])
    expect(problems).toEqual(['member-failed', 'member-failed'])
  })

  it('leave out links and devices, and say so', async () => {
    const bytes = await tarOf([
      { name: 'one.txt', data: 'One.' },
      { name: 'link', type: 'symlink' },
      { name: 'hard', type: 'link' },
      { name: 'pipe', type: 'fifo' },
      { name: 'tty', type: 'character-device' },
      { name: 'folder', type: 'directory' },
      { name: 'two.txt', data: 'Two.' },
    ])
    expect(await members(tar, bytes)).toEqual({
      children: [
        ['one.txt', 'One.'],
        ['two.txt', 'Two.'],
      ],
      problems: ['member-link', 'member-link', 'member-device', 'member-device'],
    })
  })

  it('keep what comes before the place where they are cut', async () => {
    const whole = await tarOf([
      { name: 'one.txt', data: 'One.' },
      { name: 'two.txt', data: 'x'.repeat(5000) },
    ])
    const { children, problems } = await members(tar, whole.subarray(0, 3000))
    expect(children[0]).toEqual(['one.txt', 'One.'])
    expect(problems).toEqual(['archive-damaged'])
  })
})

describe('gzip', () => {
  it('gives the file in it, named as the file without its ending', async () => {
    expect(await members(gzip, gzipSync('It burned.'), 'x/report.txt.gz')).toEqual({
      children: [['report.txt', 'It burned.']],
      problems: [],
    })
  })

  it('gives the members of a tape archive in it', async () => {
    const bytes = gzipSync(await tarOf([{ name: 'one.txt', data: 'One.' }]))
    expect((await members(gzip, bytes, 'a.tgz')).children).toEqual([['one.txt', 'One.']])
  })

  it('keeps what there is of one cut short', async () => {
    const text = Array.from({ length: 2000 }, (_, i) => `${(i * 7919) % 10007} `).join('')
    const { children, problems } = await members(gzip, gzipSync(text).subarray(0, 3000), 'a.gz')
    expect(children[0]![1]).toBe(text.slice(0, 20))
    expect(problems).toEqual(['archive-damaged'])
  })

  it('stops a bomb', async () => {
    const bomb = gzipSync(Buffer.alloc(80 * 1024 * 1024))
    await expect(members(gzip, bomb, 'a.gz')).rejects.toThrow(WhenceError)
  })
})

it.each([
  ['BZh91AY', 'bzip2'],
  ['\u00fd7zXZ\u0000', 'XZ'],
  ['7z\u00bc\u00af\u0027\u001c', '7-Zip'],
  ['Rar!\u001a\u0007\u0001', 'RAR'],
])('%j is refused by name: %s', async (magic, kind) => {
  const bytes = Buffer.from(magic, 'latin1')
  const parser = REFUSED.find((one) => one.knows(bytes, 'a'))!
  await expect(parsed(parser, bytes, 'a')).rejects.toThrow(kind)
})

it('names in messages cannot mislead', () => {
  expect(shownName('fin\u202etxt.exe\n\u0007')).toBe('fin\\u202etxt.exe\\u000a\\u0007')
  expect(shownName('x'.repeat(5000)).length).toBeLessThan(310)
})

it('broken archives never give anything but members, problems and errors with a code', async () => {
  const seeds: readonly [Parser, Buffer][] = [
    [
      zip,
      zipOf([
        { name: 'a.txt', data: 'One. '.repeat(40) },
        { name: 'b', data: 'x', stored: true },
      ]),
    ],
    [
      tar,
      await tarOf([
        { name: 'a.txt', data: 'One.' },
        { name: 'b.txt', data: 'Two.' },
      ]),
    ],
    [gzip, gzipSync('One. '.repeat(400))],
    [gzip, gzipSync(await tarOf([{ name: 'a.txt', data: 'One.' }]))],
  ]
  const flips = fc.array(fc.tuple(fc.nat(4000), fc.nat(255)), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...seeds), flips, async ([parser, whole], flipped) => {
      const bytes = Buffer.from(whole)
      for (const [at, value] of flipped) bytes[at % bytes.length] = value
      try {
        await parsed(parser, bytes, 'a')
      } catch (error) {
        expect(error).toBeInstanceOf(WhenceError)
      }
    }),
    { numRuns: Number(process.env['WHENCE_FUZZ'] ?? 50) },
  )
})
