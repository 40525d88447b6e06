/** Every kind of file that is read from its bytes, in the order in which they are asked whether they know one. */
import { gzip } from './archive/gzip.js'
import { tar } from './archive/tar.js'
import { zip } from './archive/zip.js'
import { magicType } from './binary.js'
import type { Parser } from './format.js'
import { jsonArticles } from './json-article/json-articles.js'
import { eml } from './mail/eml.js'
import { mbox } from './mail/mbox.js'
import { msg } from './mail/msg.js'
import { docx } from './office/docx.js'
import { epub } from './office/epub.js'
import { locked } from './office/locked.js'
import { odp, odt } from './office/odt.js'
import { ods } from './office/ods.js'
import { pptx } from './office/pptx.js'
import { rtf } from './office/rtf.js'
import { xls } from './office/xls.js'
import { xlsx } from './office/xlsx.js'
import { wacz } from './web-archive/wacz.js'
import { warc } from './web-archive/warc.js'

/** Loaded only where a page is to be drawn: its library wants native code as soon as it is there. */
const pdf: Parser = {
  name: 'pdf',
  mediaType: 'application/pdf',
  extensions: ['pdf'],
  // Junk before its beginning is allowed (ISO 32000-2, annex I), and common.
  knows: (head) => Buffer.from(head.subarray(0, 1024)).includes('%PDF-'),
  parse: async (source, out) => (await import('./pdf.js')).pdf.parse(source, out),
}

/** Likewise. */
const image = (mediaType: string, ...extensions: string[]): Parser => ({
  name: 'image',
  mediaType,
  extensions,
  knows: (head) => magicType(head) === mediaType,
  parse: async (source, out) => {
    const { IMAGES } = await import('./image.js')
    return IMAGES.find((parser) => parser.mediaType === mediaType)!.parse(source, out)
  },
})

export const PARSERS: readonly Parser[] = [
  pdf,
  image('image/png', 'png'),
  image('image/jpeg', 'jpg', 'jpeg', 'jpe'),
  image('image/gif', 'gif'),
  image('image/bmp', 'bmp'),
  image('image/webp', 'webp'),
  image('image/tiff', 'tif', 'tiff'),
  docx,
  xlsx,
  pptx,
  odt,
  ods,
  odp,
  epub,
  wacz,
  locked,
  msg,
  xls,
  rtf,
  warc,
  mbox,
  eml,
  jsonArticles,
  tar,
  gzip,
  zip,
]
