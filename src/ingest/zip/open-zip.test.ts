import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { packedZeros, zip, type ZipMember } from '../../../test/builders/zip.js'
import { WhenceError } from '../../schema/errors.js'
import { DOCUMENT_LIMITS } from './limits.js'
import { openZip } from './open-zip.js'

const text = async (bytes: Buffer, name: string, limits = DOCUMENT_LIMITS): Promise<string> => {
  const archive = await openZip(bytes, limits)
  return Buffer.from(await archive.read(archive.find(name)!)).toString()
}
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'none'
  } catch (error) {
    return error instanceof WhenceError ? error.code : `stranger: ${String(error)}`
  }
}
const zeros = packedZeros(33 * 1024 * 1024)

describe('openZip', () => {
  test('lists members and gives their bytes', async () => {
    const archive = await openZip(
      zip([
        { name: 'a/b.txt', data: 'One.' },
        { name: 'ü', data: 'Two.', stored: true },
      ]),
    )
    expect(archive.entries.map(({ name, claimed, modified }) => [name, claimed, modified])).toEqual([
      ['a/b.txt', 4, '2024-03-01T12:30:00'],
      ['ü', 4, '2024-03-01T12:30:00'],
    ])
    expect(Buffer.from(await archive.read(archive.find('A/B.TXT')!)).toString()).toBe('One.')
    expect(archive.find('c')).toBeUndefined()
  })

  test('takes any name as a mere name', async () => {
    const names = ['../../etc/passwd', '/root', 'C:\\x', 'a\u0000b', 'x/../../y', '']
    const archive = await openZip(zip(names.map((name) => ({ name }))))
    expect(archive.entries.map(({ name }) => name)).toEqual(names)
  })

  test.each<[string, ZipMember, string]>([
    ['encrypted', { name: 'a', data: 'x', encrypted: true }, 'zip-encrypted'],
    ['packed in an unknown way', { name: 'a', data: 'x', method: 14 }, 'zip-method'],
    ['larger than it claims', { name: 'a', data: 'x'.repeat(999), claimedSize: 5 }, 'zip-entry-damaged'],
    ['smaller than it claims', { name: 'a', data: 'x', claimedSize: 4e9 }, 'zip-entry-damaged'],
    ['of another checksum', { name: 'a', data: 'x', claimedCrc: 1 }, 'zip-entry-damaged'],
    ['no deflated data', { name: 'a', data: 'junk junk', stored: true, method: 8 }, 'zip-entry-damaged'],
    ['a bomb', { name: 'a', packed: zeros }, 'zip-ratio'],
  ])('refuses a member that is %s', async (_, member, code) => {
    expect(await codeOf(text(zip([member, { name: 'b', data: 'fine' }]), 'a'))).toBe(code)
    expect(await text(zip([member, { name: 'b', data: 'fine' }]), 'b')).toBe('fine')
  })

  test('stops a member at its limit, and all of them at theirs', async () => {
    const bytes = zip([
      { name: 'a', data: 'x'.repeat(600) },
      { name: 'b', data: 'y'.repeat(600) },
    ])
    expect(await codeOf(text(bytes, 'a', { ...DOCUMENT_LIMITS, entryBytes: 599 }))).toBe('zip-entry-large')
    const archive = await openZip(bytes, { ...DOCUMENT_LIMITS, totalBytes: 1000 })
    await archive.read(archive.entries[0]!)
    expect(await codeOf(archive.read(archive.entries[1]!))).toBe('zip-total-large')
  })

  test('refuses members that overlap', async () => {
    const kernel = { packed: packedZeros(1000) }
    const again = Array.from({ length: 50 }, (_, i) => ({
      name: `b${i}`,
      ...kernel,
      offset: 0,
      directoryOnly: true,
    }))
    expect(await codeOf(openZip(zip([{ name: 'a', ...kernel }, ...again])))).toBe('zip-overlapping')
    expect(
      await codeOf(
        openZip(
          zip([
            { name: 'a', data: 'x', claimedPacked: 40 },
            { name: 'b', data: 'y' },
          ]),
        ),
      ),
    ).toBe('zip-overlapping')
    expect(await codeOf(openZip(zip([{ name: 'a', data: 'x', offset: 10_000 }])))).toBe('zip-overlapping')
  })

  test('lists as many members as it may and says how many more there are', async () => {
    const members = Array.from({ length: 66_000 }, (_, i) => ({ name: `${i}`, stored: true }))
    const archive = await openZip(zip(members), { ...DOCUMENT_LIMITS, entries: 1000 })
    expect([archive.entries.length, archive.leftOut]).toEqual([1000, 65_000])
  })

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['no archive', Buffer.from('PK\x03\x04 and then words')],
    ['cut short in its first header', zip([{ name: 'a', data: 'x'.repeat(5000) }]).subarray(0, 29)],
  ])('says of %s that it is damaged', async (_, bytes) => {
    expect(await codeOf(openZip(bytes))).toBe('zip-damaged')
  })

  test('an archive inside archives costs only what is opened', async () => {
    let bytes = zip([{ name: 'deepest', packed: zeros }])
    for (let depth = 0; depth < 5; depth++)
      bytes = zip(Array.from({ length: 16 }, (_, i) => ({ name: `${i}.zip`, data: bytes })))
    const archive = await openZip(bytes)
    expect(archive.entries).toHaveLength(16)
  })

  test('flipped bytes give bytes or an error of ours, nothing else', async () => {
    const whole = zip([
      { name: 'a.txt', data: 'Ada Brock said so. '.repeat(50) },
      { name: 'b', data: 'x', stored: true },
    ])
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(flips, async (flipped) => {
        const bytes = Buffer.from(whole)
        for (const [at, value] of flipped) bytes[at] = value
        const code = await codeOf(
          openZip(bytes).then(async (archive) => {
            for (const entry of archive.entries) {
              const got = await archive.read(entry)
              expect(got.length).toBe(entry.claimed)
            }
          }),
        )
        expect(code).not.toMatch(/^stranger/)
      }),
      { numRuns: Number(process.env['WHENCE_FUZZ'] ?? 150) },
    )
  })
})
