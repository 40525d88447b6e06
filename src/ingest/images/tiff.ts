/**
 * TIFF 6.0 → a PDF with a page for each picture. Both formats pack pictures in the same ways (fax groups 3 and 4, LZW, Deflate,
 * PackBits, JPEG), so the packed bytes are only wrapped anew and pdf.js, which knows them all, unpacks them.
 */
import { problem, WhenceError } from '../../schema/errors.js'
import type { Problem } from '../../schema/reading.js'

const MOST_PAGES = 2000
const MOST_STRIPS = 20_000
const TAG = { width: 256, height: 257, bits: 258, packing: 259, meaning: 262, fillOrder: 266, offsets: 273, samples: 277, rows: 278, lengths: 279, xDots: 282, planar: 284, fax: 292, unit: 296, predictor: 317, colours: 320, tiles: 322, jpegTables: 347 } // prettier-ignore
const BYTES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 }

type Tags = ReadonlyMap<number, readonly number[]>

/** Pictures that cannot be read become problems. @throws WhenceError where none can. */
export function tiffToPdf(
  file: Buffer,
  name: string,
  mostPixels: number,
): { pdf: Buffer; problems: Problem[] } {
  const problems: Problem[] = []
  const pages: PdfPage[] = []
  let number = 0
  for (const tags of directoriesOf(file)) {
    number++
    try {
      pages.push(pageOf(file, tags, mostPixels))
    } catch (error) {
      problems.push(problem('page-damaged', null, String(number), (error as Error).message))
    }
  }
  if (pages.length === 0)
    throw new WhenceError(
      'image-damaged',
      name,
      problems.length > 0 ? 'none of its pictures can be read' : 'it holds no picture',
    )
  return { pdf: pdfOf(pages), problems }
}

function* directoriesOf(file: Buffer): Generator<Tags> {
  const little = file.toString('latin1', 0, 2) === 'II'
  const short = (at: number): number => (little ? file.readUInt16LE(at) : file.readUInt16BE(at))
  const long = (at: number): number => (little ? file.readUInt32LE(at) : file.readUInt32BE(at))
  const seen = new Set<number>()
  let at = file.length >= 8 ? long(4) : 0
  while (at > 0 && at + 2 <= file.length && !seen.has(at) && seen.size < MOST_PAGES) {
    seen.add(at)
    const tags = new Map<number, readonly number[]>()
    const entries = short(at)
    for (let i = 0; i < entries && at + 14 + i * 12 <= file.length; i++) {
      const entry = at + 2 + i * 12
      const kind = short(entry + 2)
      const size = BYTES[kind] ?? 0
      const count = Math.min(long(entry + 4), 2 * MOST_STRIPS)
      const from = size * count <= 4 ? entry + 8 : long(entry + 8)
      if (size === 0 || from + size * count > file.length) continue
      const value = (n: number): number => {
        const to = from + n * size
        if (size === 1) return file[to]!
        return size === 2 ? short(to) : size === 4 ? long(to) : long(to) / (long(to + 4) || 1)
      }
      tags.set(
        short(entry),
        Array.from({ length: count }, (_, n) => value(n)),
      )
    }
    yield tags
    const next = at + 2 + entries * 12
    at = next + 4 <= file.length ? long(next) : 0
  }
}

interface PdfPage {
  readonly width: number
  readonly height: number
  readonly strips: readonly {
    readonly entries: string
    readonly bytes: Buffer
    readonly top: number
    readonly rows: number
  }[]
}

function pageOf(file: Buffer, tags: Tags, mostPixels: number): PdfPage {
  const one = (tag: number, otherwise: number): number => tags.get(tag)?.[0] ?? otherwise
  const [width, height] = [one(TAG.width, 0), one(TAG.height, 0)]
  if (width < 1 || height < 1) throw new Error('it has no size')
  if (width * height > mostPixels) throw new Error('it has too many pixels')
  if (tags.has(TAG.tiles)) throw new Error('it is made of tiles, which is not supported')
  const samples = one(TAG.samples, 1)
  if (one(TAG.planar, 1) !== 1 && samples > 1)
    throw new Error('its colours lie apart, which is not supported')
  const [bits, meaning, packing] = [one(TAG.bits, 1), one(TAG.meaning, 0), one(TAG.packing, 1)]
  if (one(TAG.fillOrder, 1) !== 1) throw new Error('its bits run backwards, which is not supported')
  const rows = Math.min(one(TAG.rows, height), height)
  const offsets = tags.get(TAG.offsets) ?? []
  const lengths = tags.get(TAG.lengths) ?? []
  if (offsets.length === 0 || offsets.length > MOST_STRIPS) throw new Error('its data is missing')
  const colours = colourSpace(meaning, samples, bits, tags.get(TAG.colours) ?? [], packing)
  const tables = Buffer.from(tags.get(TAG.jpegTables) ?? [])
  const predictor = one(TAG.predictor, 1)
  const strips = offsets.flatMap((offset, i) => {
    const top = i * rows
    const high = Math.min(rows, height - top)
    const bytes = file.subarray(offset, offset + (lengths[i] ?? file.length))
    if (high < 1 || bytes.length === 0) return []
    const filter = filterOf(packing, { width, high, samples, bits, predictor, fax: one(TAG.fax, 0) })
    const data =
      packing === 7 && tables.length > 4 ? Buffer.concat([tables.subarray(0, -2), bytes.subarray(2)]) : bytes
    return [
      {
        entries: `/Width ${width}/Height ${high}/BitsPerComponent ${bits}${colours}${filter}`,
        bytes: data,
        top,
        rows: high,
      },
    ]
  })
  const dots = one(TAG.xDots, 0) * (one(TAG.unit, 2) === 3 ? 2.54 : 1)
  const scale = dots >= 50 && dots <= 2400 ? 72 / dots : 72 / 200
  return {
    width: width * scale,
    height: height * scale,
    strips: strips.map((strip) => ({ ...strip, top: strip.top * scale, rows: strip.rows * scale })),
  }
}

function colourSpace(
  meaning: number,
  samples: number,
  bits: number,
  colours: readonly number[],
  packing: number,
): string {
  // A fax decoder already gives white as 1, whatever the file means by 0.
  const white0 = meaning === 0 && packing !== 2 && packing !== 3 && packing !== 4
  if (samples === 1 && meaning <= 1) return `/ColorSpace/DeviceGray${white0 ? '/Decode[1 0]' : ''}`
  if (samples === 1 && meaning === 3 && bits <= 8 && colours.length >= 3 * 2 ** bits) {
    const size = 2 ** bits
    const hex = Array.from({ length: size }, (_, i) =>
      [0, 1, 2].map((c) => (colours[c * size + i]! >> 8).toString(16).padStart(2, '0')).join(''),
    ).join('')
    return `/ColorSpace[/Indexed/DeviceRGB ${size - 1}<${hex}>]`
  }
  if (samples === 3 && (meaning === 2 || meaning === 6)) return '/ColorSpace/DeviceRGB'
  if (samples === 4 && meaning === 5) return '/ColorSpace/DeviceCMYK'
  throw new Error('its colours are of a kind that is not supported')
}

interface Packing {
  readonly width: number
  readonly high: number
  readonly samples: number
  readonly bits: number
  readonly predictor: number
  readonly fax: number
}

function filterOf(packing: number, { width, high, samples, bits, predictor, fax }: Packing): string {
  const parms =
    predictor === 2
      ? `/DecodeParms<</Predictor 2/Colors ${samples}/BitsPerComponent ${bits}/Columns ${width}>>`
      : ''
  const faxed = (k: number, more = ''): string =>
    `/Filter/CCITTFaxDecode/DecodeParms<</K ${k}/Columns ${width}/Rows ${high}/BlackIs1 false${more}>>`
  switch (packing) {
    case 1:
      return ''
    case 2:
      return faxed(0, '/EncodedByteAlign true')
    case 3:
      return faxed((fax & 1) === 1 ? 1 : 0, (fax & 4) === 4 ? '/EncodedByteAlign true' : '')
    case 4:
      return faxed(-1)
    case 5:
      return `/Filter/LZWDecode${parms}`
    case 7:
      return '/Filter/DCTDecode'
    case 8:
    case 32946:
      return `/Filter/FlateDecode${parms}`
    case 32773:
      return '/Filter/RunLengthDecode'
    default:
      throw new Error(`it is packed in a way that is not supported (${packing})`)
  }
}

function pdfOf(pages: readonly PdfPage[]): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')]
  const offsets: number[] = []
  let length = parts[0]!.length
  const put = (...bytes: readonly (string | Buffer)[]): void => {
    for (const one of bytes) {
      const buffer = Buffer.from(one as string, 'latin1')
      parts.push(buffer)
      length += buffer.length
    }
  }
  const object = (id: number, ...bytes: readonly (string | Buffer)[]): void => {
    offsets[id] = length
    put(`${id} 0 obj\n`, ...bytes, '\nendobj\n')
  }
  const kids: string[] = []
  let id = 3
  for (const { width, height, strips } of pages) {
    const names = strips.map((strip, i) => {
      object(
        id,
        `<</Type/XObject/Subtype/Image${strip.entries}/Length ${strip.bytes.length}>>\nstream\n`,
        strip.bytes,
        '\nendstream',
      )
      return `/S${i} ${id++} 0 R`
    })
    const draw = strips
      .map(({ top, rows }, i) => `q ${width} 0 0 ${rows} 0 ${height - top - rows} cm /S${i} Do Q\n`)
      .join('')
    object(id, `<</Length ${draw.length}>>\nstream\n${draw}\nendstream`)
    object(
      id + 1,
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${width} ${height}]/Contents ${id} 0 R/Resources<</XObject<<${names.join('')}>>>>>>`,
    )
    kids.push(`${id + 1} 0 R`)
    id += 2
  }
  object(1, '<</Type/Catalog/Pages 2 0 R>>')
  object(2, `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]>>`)
  const table = length
  const rows = Array.from(
    { length: id },
    (_, i) => `${String(offsets[i] ?? 0).padStart(10, '0')} ${i === 0 ? '65535 f' : '00000 n'} \n`,
  )
  put(`xref\n0 ${id}\n${rows.join('')}trailer\n<</Size ${id}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`)
  return Buffer.concat(parts)
}
