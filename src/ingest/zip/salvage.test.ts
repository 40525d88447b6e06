import { crc32, deflateRawSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packedZeros, zip, type ZipMember } from '../../../test/builders/zip.js'
import { DOCUMENT_LIMITS } from './limits.js'
import { openZip, type Zip } from './open-zip.js'

/** Every member with its words, or the code of what is wrong with it. */
async function members(bytes: Buffer, limits = DOCUMENT_LIMITS): Promise<[string, string][]> {
  return told(await openZip(bytes, limits))
}
async function told(archive: Zip): Promise<[string, string][]> {
  const all: [string, string][] = []
  for (const entry of archive.entries) {
    const words = await archive.read(entry).then(
      (own) => Buffer.from(own).toString('latin1').slice(0, 20),
      (error: { code: string }) => error.code,
    )
    all.push([entry.name, words])
  }
  return all
}
/** What can be read of an archive up to where its directory begins, and beyond that nothing. */
const beforeDirectory = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.readUInt32LE(bytes.length - 6))

/** A member whose sizes stand behind it, as packers that stream write them. */
function streamed(name: string, data: string, { stored = false, descriptor = true } = {}): Buffer {
  const bytes = stored ? Buffer.from(data) : deflateRawSync(data)
  const head = Buffer.alloc(30)
  head.write('PK\u0003\u0004\u0014', 'latin1')
  head.writeUInt16LE(0x808, 6)
  head.writeUInt16LE(stored ? 0 : 8, 8)
  head.writeUInt16LE(name.length, 26)
  const after = Buffer.alloc(16)
  after.write('PK\u0007\u0008', 'latin1')
  after.writeUInt32LE(crc32(data), 4)
  after.writeUInt32LE(bytes.length, 8)
  after.writeUInt32LE(data.length, 12)
  return Buffer.concat([head, Buffer.from(name), bytes, ...(descriptor ? [after] : [])])
}
const THREE: ZipMember[] = [
  { name: 'one.txt', data: 'It burned.' },
  { name: 'folder/two.txt', data: 'It fell.', stored: true },
  { name: 'three.txt', data: Array.from({ length: 4000 }, (_, i) => `${(i * 7919) % 10007} `).join('') },
]

describe('a ZIP without its directory', () => {
  test('gives its members by their own headers, and says why', async () => {
    const archive = await openZip(beforeDirectory(zip(THREE)))
    expect(await told(archive)).toEqual([
      ['one.txt', 'It burned.'],
      ['folder/two.txt', 'It fell.'],
      ['three.txt', '0 7919 5831 3743 165'],
    ])
    expect(archive.salvaged).toMatch(/\w/)
    expect(archive.entries[0]!.modified).toBe('2024-03-01T12:30:00')
    expect((await openZip(zip(THREE))).salvaged).toBeNull()
  })

  test('cut in a member, gives those before it and lists that one as damaged', async () => {
    const whole = zip(THREE)
    expect(await members(whole.subarray(0, whole.length - 1500))).toEqual([
      ['one.txt', 'It burned.'],
      ['folder/two.txt', 'It fell.'],
      ['three.txt', 'zip-entry-damaged'],
    ])
  })

  test.each([
    ['claiming more members than it lists', zip(THREE, { claimedCount: 5 })],
    ['claiming four thousand million', zip(THREE, { claimedCount: 4e9 })],
    ['behind other bytes', Buffer.concat([Buffer.from('#!/bin/sh\n'), beforeDirectory(zip(THREE))])],
  ])('%s, gives the same', async (_, bytes) => {
    expect((await members(bytes)).map(([name]) => name)).toEqual(['one.txt', 'folder/two.txt', 'three.txt'])
  })

  test('whose headers leave the sizes to what follows gives its members too', async () => {
    const bytes = Buffer.concat([
      streamed('a', 'It burned. '.repeat(50)),
      streamed('b', 'PK\u0007\u0008 is no end. It fell.', { stored: true }),
      streamed('c', 'It sank.'),
    ])
    expect(await members(bytes)).toEqual([
      ['a', 'It burned. It burned'],
      ['b', 'PK\u0007\u0008 is no end. It f'],
      ['c', 'It sank.'],
    ])
    expect(await members(Buffer.concat([bytes, streamed('d', 'x'.repeat(40), { stored: true, descriptor: false })]))).toContainEqual(['d', 'zip-entry-damaged']) // prettier-ignore
  })

  test('keeps what an inner archive has to itself', async () => {
    const inner = zip([{ name: 'inner.txt', data: 'Deep.' }])
    const bytes = beforeDirectory(zip([{ name: 'a.zip', data: inner, stored: true }, ...THREE]))
    expect((await members(bytes)).map(([name]) => name)).toEqual(['a.zip', 'one.txt', 'folder/two.txt', 'three.txt']) // prettier-ignore
  })

  test('keeps to the limits that stand', async () => {
    const zeros = packedZeros(33 * 1024 * 1024)
    const bomb = beforeDirectory(zip([{ name: 'a', packed: zeros }, { name: 'b', data: 'fine' }])) // prettier-ignore
    expect(await members(bomb)).toEqual([
      ['a', 'zip-ratio'],
      ['b', 'fine'],
    ])
    const many = beforeDirectory(zip(Array.from({ length: 50 }, (_, i) => ({ name: `${i}`, data: 'x' }))))
    const { entries, leftOut } = await openZip(many, { ...DOCUMENT_LIMITS, entries: 20 })
    expect([entries.length, leftOut]).toEqual([20, 30])
    expect(await members(many, { ...DOCUMENT_LIMITS, totalBytes: 3 })).toContainEqual([
      '3',
      'zip-total-large',
    ])
  })

  test('made of headers that lie costs no more than a few passes over it', async () => {
    const lying = zip([{ name: 'a', data: 'x', claimedPacked: 4e8 }]).subarray(0, 34)
    const streaming = streamed('a', '', { stored: true, descriptor: false })
    const inflating = streamed('a', '', { descriptor: false }).subarray(0, 31)
    // Deflate's stored blocks of 60,000 bytes, each of them full of headers that begin another.
    const block = Buffer.concat([Buffer.from([0, 0x60, 0xea, 0x9f, 0x15]), Buffer.alloc(60_000, inflating)])
    for (const unit of [lying, streaming, Buffer.concat([inflating, block])]) {
      const bytes = Buffer.alloc(600_000, unit)
      const before = process.cpuUsage()
      await openZip(bytes, { ...DOCUMENT_LIMITS, entries: 1000 }).catch(() => null)
      const { user, system } = process.cpuUsage(before)
      expect((user + system) / 1e6).toBeLessThan(3)
    }
  })

  test('cut anywhere gives the members that are whole, each with its own bytes', async () => {
    const whole = beforeDirectory(zip(THREE))
    const words = new Map(THREE.map(({ name, data }) => [name, String(data).slice(0, 20)]))
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length), async (length) => {
        const archive = await openZip(whole.subarray(0, length)).catch(() => null)
        const found = archive ? await told(archive) : []
        for (const [name, own] of found) expect([words.get(name), 'zip-entry-damaged']).toContain(own)
        let at = 0
        const ends = THREE.map(({ name }) => (at = whole.indexOf(name, at)))
        const ended = ends.filter((_, i) => (ends[i + 1] ?? whole.length + 30) - 30 <= length).length
        expect(found.filter(([, own]) => own !== 'zip-entry-damaged').length).toBe(ended)
      }),
      { numRuns: 60 },
    )
  })
})
