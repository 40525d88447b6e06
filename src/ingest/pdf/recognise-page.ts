/** A page whose words cannot be read from the file: drawn, and recognised. */
import type { PDFDocumentProxy } from 'pdfjs-dist'
import { greyOf } from '../ocr/grey.js'
import type { Recogniser } from '../ocr/recogniser.js'
import { regionsOfScan } from '../ocr/regions.js'
import type { Page } from './page.js'
import { drawPage } from './render.js'

/** 200 dots an inch: enough for print of 8 points, and quick. */
const SCALE = 200 / 72

/** `page` with the words in its picture in place of those it had. Comments stay. */
export async function recognisePage(
  pdf: PDFDocumentProxy,
  page: Page,
  recogniser: Recogniser,
): Promise<Page> {
  const { grey, scale } = await drawPage(pdf, page.number, SCALE, (canvas, drawn) => ({
    grey: greyOf(canvas),
    scale: drawn.scale,
  }))
  const found = await recogniser.recognise(grey)
  return { ...page, regions: regionsOfScan(found, scale), scanned: 'recognised' }
}
