/** A PDF file opened by pdf.js with everything off that runs, fetches or draws more than text and pictures need. */
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { realpath } from 'node:fs/promises'
import { pathToFileURL } from 'node:url'
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { WhenceError } from '../../schema/errors.js'
import { withPageTree } from './mend.js'

const require = createRequire(import.meta.url)
const PACKAGE = dirname(require.resolve('pdfjs-dist/package.json'))

/** Pictures of more pixels are left blank: 50 million are 200 MB decoded, A4 at 600 dots an inch has 35. */
const MOST_PICTURE_PIXELS = 50_000_000
/** Read in pieces of this size, so that a large file is never wholly in memory twice. */
const PIECE = 1 << 20

export interface OpenPdf {
  readonly pdf: PDFDocumentProxy
  close(): Promise<void>
}

/**
 * Opens the PDF at a path, or the one in some bytes (which pdf.js then owns). Nothing is fetched, no script runs; damage in the cross-reference table is mended by search.
 * @throws WhenceError 'pdf-locked' where a password is needed, 'pdf-damaged' where it holds no readable page tree.
 */
export async function openPdf(from: string | Uint8Array, file: string): Promise<OpenPdf> {
  try {
    return await open(from)
  } catch (error) {
    const { name, message } = error as Error
    if (name === 'PasswordException') throw new WhenceError('pdf-locked', file)
    const mended = await withPageTree(from)
    const again = mended && (await open(mended).catch(() => null))
    if (again) return again
    throw new WhenceError('pdf-damaged', file, message.replace(/[.\s]+$/, ''))
  }
}

async function open(from: string | Uint8Array): Promise<OpenPdf> {
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    ...(typeof from === 'string'
      ? { url: pathToFileURL(await realpath(from)) }
      : { data: new Uint8Array(from) }),
    isEvalSupported: false,
    enableXfa: false,
    useSystemFonts: false,
    useWorkerFetch: false,
    disableStream: true,
    disableAutoFetch: true,
    rangeChunkSize: PIECE,
    maxImageSize: MOST_PICTURE_PIXELS,
    cMapUrl: `${PACKAGE}/cmaps/`,
    standardFontDataUrl: `${PACKAGE}/standard_fonts/`,
    wasmUrl: `${PACKAGE}/wasm/`,
    iccUrl: `${PACKAGE}/iccs/`,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    const pdf = await task.promise
    return { pdf, close: () => task.destroy() }
  } catch (error) {
    await task.destroy()
    throw error
  }
}
