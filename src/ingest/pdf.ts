/** PDF (ISO 32000): text with page and box for each line, pages without text recognised from their picture. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { problem, WhenceError } from '../schema/errors.js'
import type { Problem } from '../schema/reading.js'
import type { Content, Out, Parser, Source } from './format.js'
import { openRecogniser, type Recogniser } from './ocr/recogniser.js'
import { compose } from './pdf/compose.js'
import { filesOf, runsPrograms } from './pdf/extras.js'
import { headed } from './pdf/metadata.js'
import { openPdf } from './pdf/open.js'
import type { Page } from './pdf/page.js'
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
  async parse(source, out) {
    const { pdf: opened, close } = await openPdf(source.path, source.file)
    try {
      return await contentOf(opened, source, out)
    } finally {
      await close()
    }
  },
}

async function contentOf(opened: PDFDocumentProxy, source: Source, out: Out): Promise<Content> {
  const count = Math.min(opened.numPages, MOST_PAGES)
  const { pages, seen, failed } = await readPages(opened, count, out)
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

async function readPages(
  opened: PDFDocumentProxy,
  count: number,
  out: Out,
): Promise<{ pages: Page[]; seen: ReadPage[]; failed: Problem[] }> {
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
  return { pages: seen.map(({ page }) => page), seen, failed }
}

const why = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200).replace(/[.\s]+$/, '')
