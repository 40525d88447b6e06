/** Drawing a page, within limits that no page size or scale passes. */
import type { PDFDocumentProxy } from 'pdfjs-dist'

/** 12 million pixels are 48 MB drawn; an A4 page at 200 dots an inch has under 4. */
const MOST_PIXELS = 12_000_000
const LONGEST_SIDE = 12_000

/** What of @napi-rs/canvas is used here: pdf.js brings its own copy, and no other may draw for it. */
export interface Canvas {
  readonly width: number
  readonly height: number
  toBuffer(type: 'image/png'): Buffer
  getContext(kind: '2d'): {
    getImageData(x: number, y: number, w: number, h: number): { readonly data: Uint8ClampedArray }
  }
}
interface Factory {
  create(width: number, height: number): { readonly canvas: Canvas }
  destroy(made: { readonly canvas: Canvas }): void
}

export interface Drawn {
  /** Pixels for a point; less than asked for where the page would be too large. */
  readonly scale: number
  /** In points. */
  readonly width: number
  readonly height: number
}

/**
 * Draws page `number` at `scale` pixels a point and hands the canvas to `use`; it is freed afterwards.
 * @throws RangeError where the page has no drawable size, and whatever pdf.js throws over a damaged page.
 */
export async function drawPage<T>(
  pdf: PDFDocumentProxy,
  number: number,
  scale: number,
  use: (canvas: Canvas, drawn: Drawn) => T,
): Promise<T> {
  const page = await pdf.getPage(number)
  const { width, height } = page.getViewport({ scale: 1 })
  if (!(width > 0 && height > 0 && Number.isFinite(width * height)))
    throw new RangeError('the page has no size')
  const fitting = Math.min(
    scale,
    Math.sqrt(MOST_PIXELS / (width * height)),
    LONGEST_SIDE / Math.max(width, height),
  )
  const viewport = page.getViewport({ scale: fitting })
  const factory = pdf.canvasFactory as Factory
  const made = factory.create(Math.max(1, Math.ceil(viewport.width)), Math.max(1, Math.ceil(viewport.height)))
  try {
    await page.render({ canvas: made.canvas as never, viewport, background: '#ffffff' }).promise
    return use(made.canvas, { scale: fitting, width, height })
  } finally {
    factory.destroy(made)
    page.cleanup()
  }
}
