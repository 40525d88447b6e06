import { deflateSync } from 'node:zlib'
import { beforeAll, describe, expect, it } from 'vitest'
import { set, words } from '../../test/builders/made-pdf.js'
import { madeScan, type Scan } from '../../test/builders/made-scan.js'
import { parsed } from '../../test/builders/source.js'
import { IMAGES } from './image.js'
import { SIZE } from './images/size.js'
import { turnOf } from './images/orientation.js'

const parserOf = (bytes: Uint8Array) => IMAGES.find((parser) => parser.knows(bytes, 'x'))
const read = async (bytes: Uint8Array) => (await parsed(parserOf(bytes)!, bytes, 'scan')).content!

const u16 = (n: number): Buffer => Buffer.from([n & 255, n >> 8])
const u32 = (n: number): Buffer => Buffer.concat([u16(n & 0xffff), u16(n >>> 16)])
const entry = (tag: number, value: number): Buffer => Buffer.concat([u16(tag), u16(4), u32(1), u32(value)])

/** A grey TIFF of one strip, little-endian. */
function tiff({ width, height, grey }: Scan, packing: number, data = grey): Buffer {
  const tags = [[256, width], [257, height], [258, 8], [259, packing], [262, 1], [273, 8], [277, 1], [278, height], [279, data.length]] // prettier-ignore
  const entries = tags.map(([tag, value]) => entry(tag!, value!))
  return Buffer.concat([
    Buffer.from('II*\0'),
    u32(8 + data.length),
    data,
    u16(entries.length),
    ...entries,
    u32(0),
  ])
}

describe('image', () => {
  let scan: Scan
  beforeAll(async () => {
    scan = await madeScan({
      size: [420, 130],
      ops:
        words(20, 95, 'Dredger sold to nobody', 18, 'F2') +
        set(20, 60, ['The harbour board met on Monday.'], 13),
    })
  })

  it('gives the words of a picture with box and confidence', async () => {
    const { text, blocks, parts, metadata, pages } = await read(scan.png)
    expect(text).toBe('Dredger sold to nobody\n\nThe harbour board met on Monday.')
    expect(blocks.map(({ kind }) => kind)).toEqual(['title', 'paragraph'])
    expect(metadata.title).toBe('Dredger sold to nobody')
    expect(pages).toBe(1)
    const harbour = parts!.find(({ start, end }) => text.slice(start, end) === 'harbour')!
    expect(harbour).toMatchObject({ mark: 'scanned', place: { kind: 'page', page: 1 } })
    expect(harbour.confidence).toBeGreaterThan(0.7)
  })

  it.each([
    ['as it is', 1, (grey: Uint8Array) => grey],
    ['deflated', 8, (grey: Uint8Array) => deflateSync(grey)],
  ])('reads a TIFF %s', async (_, packing, pack) => {
    const { text } = await read(tiff(scan, packing, pack(scan.grey)))
    expect(text).toContain('The harbour board met on Monday.')
  })

  it('says so where there is no word', async () => {
    const { content } = await parsed(
      IMAGES[0]!,
      (await madeScan({ size: [80, 80], ops: '' }, 72, 1e9)).png,
      'blank.png',
    )
    expect(content!.problems.map(({ code }) => code)).toEqual(['scan-empty'])
  })

  it.each([
    [
      'image/png',
      Buffer.concat([
        Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'),
        Buffer.from([0, 1, 0, 0, 0, 1, 0, 0, 8, 0, 0, 0, 0]),
        Buffer.from('IDAT'),
      ]),
    ],
    ['image/gif', Buffer.concat([Buffer.from('GIF89a'), u16(65535), u16(65535), Buffer.alloc(20)])],
    [
      'image/bmp',
      Buffer.concat([Buffer.from('BM'), u32(99), u32(0), u32(54), u32(40), u32(65536), u32(65536)]),
    ],
    ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0xff, 0xff, 0xff, 0xff, 3, 0, 0])],
    [
      'image/webp',
      Buffer.concat([
        Buffer.from('RIFF\0\0\0\0WEBPVP8X\n\0\0\0\0\0\0\0', 'latin1'),
        Buffer.from([255, 255, 0, 255, 255, 0]),
        Buffer.alloc(8),
      ]),
    ],
  ])('refuses %s of too many pixels by its header alone', async (mediaType, bytes) => {
    expect(parserOf(bytes)!.mediaType).toBe(mediaType)
    await expect(read(bytes)).rejects.toMatchObject({ code: 'image-large' })
    expect(SIZE[mediaType]!(bytes.subarray(0, 9))).toBeNull()
  })

  it.each([
    ['a cut PNG', (png: Buffer) => png.subarray(0, 40)],
    ['a TIFF of nothing', () => Buffer.from('II*\0\x08\0\0\0', 'latin1')],
    ['a TIFF whose directory is itself', () => Buffer.from('II*\0\x08\0\0\0\0\0\x08\0\0\0', 'latin1')],
  ])('refuses %s', async (_, make) => {
    await expect(read(make(scan.png))).rejects.toMatchObject({ code: 'image-damaged' })
  })

  it('turns a photograph as its camera was held', () => {
    const exif = Buffer.concat([
      Buffer.from('Exif\0\0II*\0\x08\0\0\0', 'latin1'),
      u16(1),
      u16(0x0112),
      u16(3),
      u32(1),
      u32(6),
      u32(0),
    ])
    const app1 = Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, exif.length + 2]),
      exif,
      Buffer.from([0xff, 0xd9, 0, 0]),
    ])
    expect(turnOf(app1)).toBe(90)
    expect(turnOf(Buffer.from([0xff, 0xd8, 0xff, 0xd9]))).toBe(0)
  })
})
