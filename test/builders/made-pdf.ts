/** PDF files for tests, written by hand so that each holds just what its test is about (ISO 32000-1, 7.5). */
import { deflateSync } from 'node:zlib'

export interface MadePage {
  /** Content stream operators. */
  readonly ops: string
  /** Width and height in points. */
  readonly size?: readonly [number, number]
  /** Dictionaries of annotations, '<</Type/Annot …>>'. */
  readonly annotations?: readonly string[]
  /** Grey pictures, named /Im0, /Im1 … in `ops`. */
  readonly pictures?: readonly { width: number; height: number; grey: Uint8Array }[]
  /** More entries of the page's dictionary. */
  readonly extra?: string
}

export interface MadePdf {
  readonly pages: readonly MadePage[]
  /** Entries of the information dictionary: '/Title (Report)'. */
  readonly info?: string
  /** More entries of the catalogue; `12 0 R` and so on are the `objects`, counted from 12. */
  readonly catalog?: string
  readonly objects?: readonly (string | Buffer)[]
  /** More entries of the trailer. */
  readonly trailer?: string
}

const FONTS = ['Times-Roman', 'Times-Bold', 'Helvetica', 'Courier', 'Times-Italic']
const FIRST_OBJECT = 12

/** Words at a baseline `y` points above the page's lower edge. Fonts: F1 Times, F2 bold, F3 Helvetica, F4 Courier, F5 italic. */
export const words = (x: number, y: number, text: string, size = 11, font = 'F1'): string =>
  `BT /${font} ${size} Tf 1 0 0 1 ${x} ${y} Tm (${text.replace(/[\\()]/g, '\\$&')}) Tj ET\n`

/** Lines set below one another from a first baseline. */
export const set = (x: number, y: number, lines: readonly string[], size = 11, font = 'F1'): string =>
  lines.map((line, i) => words(x, y - i * size * 1.2, line, size, font)).join('')

export const stream = (bytes: Uint8Array, entries = ''): Buffer => {
  const packed = deflateSync(bytes)
  return Buffer.concat([
    Buffer.from(`<<${entries}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`),
    packed,
    Buffer.from('\nendstream'),
  ])
}

/** A PDF of A4 pages unless they say otherwise. */
export function madePdf({ pages, info, catalog = '', objects = [], trailer = '' }: MadePdf): Buffer {
  const all: (string | Buffer | undefined)[] = [undefined, undefined, undefined]
  const resources = FONTS.map((font, i) => {
    all[3 + i] = `<</Type/Font/Subtype/Type1/BaseFont/${font}/Encoding/WinAnsiEncoding>>`
    return `/F${i + 1} ${3 + i} 0 R`
  }).join('')
  all[8] = `<<${info ?? ''}>>`
  objects.forEach((object, i) => (all[FIRST_OBJECT + i] = object))
  const add = (object: string | Buffer): string => `${all.push(object) - 1} 0 R`
  while (all.length < FIRST_OBJECT) all.push(undefined)
  const kids = pages.map(({ ops, size = [595, 842], annotations = [], pictures = [], extra = '' }) => {
    const content = add(stream(Buffer.from(ops, 'latin1')))
    const images = pictures.map(
      ({ width, height, grey }, i) =>
        `/Im${i} ${add(stream(grey, `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/ColorSpace/DeviceGray/BitsPerComponent 8`))}`,
    )
    const notes = annotations.map(add)
    return add(
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${size.join(' ')}]/Contents ${content}/Resources<</Font<<${resources}>>/XObject<<${images.join('')}>>>>/Annots[${notes.join(' ')}]${extra}>>`,
    )
  })
  all[1] = `<</Type/Catalog/Pages 2 0 R${catalog}>>`
  all[2] = `<</Type/Pages/Count ${kids.length}/Kids[${kids.join(' ')}]>>`
  return file(all, `/Root 1 0 R/Info 8 0 R${trailer}`)
}

function file(objects: readonly (string | Buffer | undefined)[], trailer: string): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n', 'latin1')]
  let length = parts[0]!.length
  const at = objects.map((object, id) => {
    if (object === undefined) return null
    const bytes = Buffer.concat([
      Buffer.from(`${id} 0 obj\n`),
      Buffer.from(object as string, 'latin1'),
      Buffer.from('\nendobj\n'),
    ])
    parts.push(bytes)
    length += bytes.length
    return length - bytes.length
  })
  const rows = at.map((offset) =>
    offset === null ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`,
  )
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length}\n${rows.join('')}trailer\n<</Size ${objects.length}${trailer}>>\nstartxref\n${length}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}
