/** PDF (ISO 32000): text with page and box for each line, pages without text recognised from their picture. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { problem, WhenceError } from '../schema/errors.js'
import type { Problem } from '../schema/reading.js'
import type { Content, Out, Parser, Source } from './format.js'
import { openRecogniser, type Recogniser } from './ocr/recogniser.js'
import { compose } from './pdf/compose.js'
import { filesOf, runsPrograms } from './pdf/extras.js'
import { headed } from './pdf/metadata.js'
import { withPageTree } from './pdf/mend.js'
import { openPdf } from './pdf/open.js'
import { readPage, type ReadPage } from './pdf/read-page.js'
import { pageProblems, textProblems } from './pdf/problems.js'
import { recognisePage } from './pdf/recognise-page.js'

/** Of a file that claims more, the rest is left out and said. */
const MOST_PAGES = 20_000

export const pdf: Parser = {
  name: 'pdf',
  mediaType: 'application/pdf',
  extensions: ['pdf'],
  // Readers accept the mark anywhere in the first kilobyte (ISO 32000-1, annex H, note 13).
  knows: (head) => Buffer.from(head.subarray(0, 1024)).includes('%PDF-'),
  parse: (source, out) => parsePdf(source.path, source, out),
}

/** The PDF at a path or in some bytes. @throws WhenceError 'pdf-locked', 'pdf-damaged'. */
export async function parsePdf(from: string | Uint8Array, source: Source, out: Out): Promise<Content> {
  const { pdf: opened, close } = await openPdf(from, source.file)
  try {
    const read = await readPages(opened, out)
    if (read.failed.length > 0 || wordsIn(read) === 0) {
      const mended = await mendedFrom(from, source, out, wordsIn(read))
      if (mended) return mended
    }
    return await contentOf(opened, read, source, out)
  } finally {
    await close()
  }
}

/** Where the page tree is damaged, pdf.js gives up what hangs on the broken branch; null where no more than that can be found. */
async function mendedFrom(
  from: string | Uint8Array,
  source: Source,
  out: Out,
  before: number,
): Promise<Content | null> {
  const bytes = await withPageTree(from)
  const again = bytes && (await openPdf(bytes, source.file).catch(() => null))
  if (!again) return null
  try {
    const read = await readPages(again.pdf, out)
    if (wordsIn(read) <= before) return null
    const content = await contentOf(again.pdf, read, source, out)
    return { ...content, problems: [problem('pdf-mended', null), ...content.problems] }
  } finally {
    await again.close()
  }
}

const wordsIn = ({ seen }: Read): number =>
  seen.reduce(
    (sum, { page }) => sum + page.regions.reduce((lines, region) => lines + region.lines.length, 0),
    0,
  )

async function contentOf(opened: PDFDocumentProxy, read: Read, source: Source, out: Out): Promise<Content> {
  const { seen, failed, count } = read
  const pages = seen.map(({ page }) => page)
  if (pages.length === 0) throw new WhenceError('pdf-damaged', source.file, 'none of its pages can be read')
  for (const child of await filesOf(
    opened,
    seen.flatMap(({ files }) => files),
  ))
    await out.child(child)
  const { text, blocks: found, parts } = compose(pages)
  const { info } = await opened.getMetadata().catch(() => ({ info: {} }))
  const told = info as Readonly<Record<string, unknown>>
  const string = (name: string): string | null => (typeof told[name] === 'string' ? told[name] : null)
  const { blocks, metadata, fields } = headed(text, found, {
    title: string('Title'),
    author: string('Author'),
    created: pages.some(({ scanned }) => scanned !== null) ? null : string('CreationDate'),
  })
  const problems: Problem[] = [
    ...(opened.numPages > count ? [problem('pages-many', null, String(count), String(opened.numPages))] : []),
    ...failed,
    ...pageProblems(seen),
    ...((await runsPrograms(opened, source.path)) ? [problem('pdf-scripts', null)] : []),
    ...textProblems(parts, text),
  ]
  return {
    text,
    blocks,
    metadata,
    language: string('Language'),
    problems,
    parts,
    fields,
    pages: opened.numPages,
  }
}

interface Read {
  readonly seen: readonly ReadPage[]
  readonly failed: readonly Problem[]
  /** Pages that were tried. */
  readonly count: number
}

async function readPages(opened: PDFDocumentProxy, out: Out): Promise<Read> {
  const count = Math.min(opened.numPages, MOST_PAGES)
  const seen: ReadPage[] = []
  const failed: Problem[] = []
  let recogniser: Recogniser | null = null
  try {
    for (let number = 1; number <= count; number++) {
      try {
        let read = await readPage(opened, number)
        if (read.recognise) {
          recogniser ??= openRecogniser()
          read = { ...read, page: await recognisePage(opened, read.page, recogniser) }
        }
        seen.push(read)
      } catch (error) {
        failed.push(problem('page-damaged', null, String(number), why(error)))
      }
      out.progress(number, count)
    }
  } finally {
    await recogniser?.close()
  }
  return { seen, failed, count }
}

const why = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200).replace(/[.\s]+$/, '')
