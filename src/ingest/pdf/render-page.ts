/** A page as a picture, to stand beside its text. */
import { openPdf } from './open.js'
import { drawPage } from './render.js'

export interface PagePicture {
  readonly png: Uint8Array
  /** The page's size in points, in which boxes of parts are given. */
  readonly width: number
  readonly height: number
  /** Pixels for a point: what was asked for, or less where the picture would be too large. */
  readonly scale: number
}

/**
 * Draws page `number` (from 1) of the PDF at `path`. Fetches nothing and runs no script; still, run it apart, as any parser.
 * @throws WhenceError as `openPdf` does; RangeError where there is no such page or it has no size.
 */
export async function renderPage(path: string, number: number, scale: number): Promise<PagePicture> {
  const { pdf, close } = await openPdf(path, 'The file')
  try {
    if (!Number.isInteger(number) || number < 1 || number > pdf.numPages)
      throw new RangeError(`there is no page ${number}; the document has ${pdf.numPages}`)
    const asked = Number.isFinite(scale) && scale > 0 ? scale : 1
    return await drawPage(pdf, number, asked, (canvas, drawn) => ({
      png: canvas.toBuffer('image/png'),
      ...drawn,
    }))
  } finally {
    await close()
  }
}
