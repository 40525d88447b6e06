/** Pictures of text, as a scanner makes them: drawn by pdf.js's own canvas, greyed, with specks. */
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { greyOf } from '../../src/ingest/ocr/grey.js'
import { openPdf } from '../../src/ingest/pdf/open.js'
import { drawPage } from '../../src/ingest/pdf/render.js'
import { madePdf, type MadePage } from './made-pdf.js'

export interface Scan {
  readonly width: number
  readonly height: number
  readonly grey: Uint8Array
  readonly png: Buffer
}

/** A page drawn at `dots` an inch, with one speck in every `clean` pixels. */
export async function madeScan(page: MadePage, dots = 150, clean = 400): Promise<Scan> {
  const folder = mkdtempSync(join(tmpdir(), 'whence-scan-'))
  try {
    writeFileSync(join(folder, 'page.pdf'), madePdf({ pages: [page] }))
    const { pdf, close } = await openPdf(join(folder, 'page.pdf'), 'page.pdf')
    try {
      return await drawPage(pdf, 1, dots / 72, (canvas) => {
        const { width, height } = canvas
        const file = greyOf(canvas)
        const grey = new Uint8Array(file.subarray(file.length - width * height))
        // A fixed sequence (Lehmer), so that the same specks lie in every run.
        let seed = 7
        for (let at = 0; at < grey.length; at += 1 + (seed % (2 * clean))) {
          seed = (seed * 48271) % 2147483647
          grey[at] = 90 + (seed % 120)
        }
        return { width, height, grey, png: canvas.toBuffer('image/png') }
      })
    } finally {
      await close()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A page that is nothing but a picture, with whatever `over` draws on it. */
export const scannedPage = ({ width, height, grey }: Scan, over = ''): MadePage => ({
  ops: `q 595 0 0 842 0 0 cm /Im0 Do Q\n${over}`,
  pictures: [{ width, height, grey }],
})
