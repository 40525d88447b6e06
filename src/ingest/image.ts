/** Pictures of text: photographs, scans, faxes, screenshots. One parser for each kind of file, alike in all but how they are known. */
import { problem, WhenceError } from '../schema/errors.js'
import type { Content, Out, Parser, Source } from './format.js'
import { drawPicture } from './images/draw.js'
import { turnOf } from './images/orientation.js'
import { SIZE, type Size } from './images/size.js'
import { tiffToPdf } from './images/tiff.js'
import { greyOf } from './ocr/grey.js'
import { openRecogniser } from './ocr/recogniser.js'
import { regionsOfScan } from './ocr/regions.js'
import { parsePdf } from './pdf.js'
import { compose } from './pdf/compose.js'
import { headed } from './pdf/metadata.js'
import type { Page } from './pdf/page.js'
import { textProblems } from './pdf/problems.js'

/** 50 million are 200 MB decoded; a page of A4 at 600 dots an inch has 35. */
const MOST_PIXELS = 50_000_000
const NO_NAME = { title: null, author: null, created: null }

const starts =
  (...marks: readonly string[]) =>
  (head: Uint8Array): boolean =>
    marks.some((mark) => Buffer.from(head.subarray(0, mark.length)).equals(Buffer.from(mark, 'latin1')))

const picture = (
  mediaType: string,
  extensions: readonly string[],
  knows: (head: Uint8Array) => boolean,
): Parser => ({
  name: 'image',
  mediaType,
  extensions,
  knows,
  parse: (source, out) => parsePicture(source, mediaType, out),
})

export const IMAGES: readonly Parser[] = [
  picture('image/png', ['png'], starts('\x89PNG\r\n\x1a\n')),
  picture('image/jpeg', ['jpg', 'jpeg', 'jpe'], starts('\xff\xd8\xff')),
  picture('image/gif', ['gif'], starts('GIF87a', 'GIF89a')),
  // 'BM' alone may begin a word; the four bytes after the size are zero.
  picture(
    'image/bmp',
    ['bmp'],
    (head) => starts('BM')(head) && head.length > 25 && head.subarray(6, 10).every((byte) => byte === 0),
  ),
  picture('image/webp', ['webp'], (head) => starts('RIFF')(head) && starts('WEBP')(head.subarray(8))),
  {
    name: 'image',
    mediaType: 'image/tiff',
    extensions: ['tif', 'tiff'],
    knows: starts('II*\0', 'MM\0*'),
    async parse(source, out) {
      const { pdf, problems } = tiffToPdf(Buffer.from(await source.bytes()), source.file, MOST_PIXELS)
      const content = await parsePdf(pdf, source, out)
      return { ...content, problems: [...problems, ...content.problems] }
    },
  },
]

async function parsePicture(source: Source, mediaType: string, out: Out): Promise<Content> {
  const bytes = Buffer.from(await source.bytes())
  const size = SIZE[mediaType]!(bytes)
  if (size === null) throw new WhenceError('image-damaged', source.file, 'its header is cut short')
  if (size.width * size.height > MOST_PIXELS)
    throw new WhenceError('image-large', source.file, String(Math.round((size.width * size.height) / 1e6)))
  const page = await recognised(bytes, mediaType, size, source.file)
  out.progress(1, 1)
  const { text, blocks: found, parts } = compose([page])
  const { blocks, metadata, fields } = headed(text, found, NO_NAME)
  const problems = [
    ...(page.regions.length === 0 ? [problem('scan-empty', null, '1')] : []),
    ...textProblems(parts, text),
  ]
  return { text, blocks, metadata, language: null, problems, parts, fields, pages: 1 }
}

/** A point of the page is a pixel of the picture, upright. */
async function recognised(
  bytes: Buffer,
  mediaType: string,
  { width, height }: Size,
  file: string,
): Promise<Page> {
  const turn = mediaType === 'image/jpeg' ? turnOf(bytes) : 0
  const drawn = await drawPicture(bytes, turn).catch((error: unknown) => {
    throw new WhenceError('image-damaged', file, error instanceof Error ? error.message : String(error))
  })
  const recogniser = openRecogniser()
  try {
    const regions = regionsOfScan(await recogniser.recognise(greyOf(drawn.canvas)), drawn.scale)
    const [across, down] = turn % 180 === 0 ? [width, height] : [height, width]
    return {
      number: 1,
      width: across,
      height: down,
      regions,
      unseen: [],
      comments: [],
      scanned: 'recognised',
    }
  } catch (error) {
    throw new WhenceError('image-damaged', file, error instanceof Error ? error.message : String(error))
  } finally {
    await recogniser.close()
  }
}
