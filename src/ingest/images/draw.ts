/** A picture file decoded and drawn upright on white, no larger than recognising needs. */
import { createRequire } from 'node:module'
import type { Canvas } from '../pdf/render.js'

/** What is used of the canvas that pdf.js brings along: two copies of it in one program break drawing. */
interface CanvasPackage {
  createCanvas(
    width: number,
    height: number,
  ): Omit<Canvas, 'getContext'> & { getContext(kind: '2d'): Context }
  loadImage(bytes: Buffer): Promise<{ readonly width: number; readonly height: number }>
}
interface Context {
  fillStyle: string
  fillRect(x: number, y: number, width: number, height: number): void
  translate(x: number, y: number): void
  rotate(radians: number): void
  scale(x: number, y: number): void
  drawImage(image: unknown, x: number, y: number): void
}

const require = createRequire(import.meta.url)
const MOST_PIXELS = 12_000_000

/** `turn` in degrees, clockwise. `scale`: pixels drawn for a pixel of the file. @throws Error where it cannot be decoded. */
export async function drawPicture(bytes: Buffer, turn: number): Promise<{ canvas: Canvas; scale: number }> {
  const { createCanvas, loadImage } = createRequire(require.resolve('pdfjs-dist'))(
    '@napi-rs/canvas',
  ) as CanvasPackage
  const image = await loadImage(bytes)
  const { width, height } = image
  if (!(width > 0 && height > 0)) throw new Error('it has no size')
  const scale = Math.min(1, Math.sqrt(MOST_PIXELS / (width * height)))
  const [across, down] = turn % 180 === 0 ? [width, height] : [height, width]
  const canvas = createCanvas(Math.max(1, Math.ceil(across * scale)), Math.max(1, Math.ceil(down * scale)))
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.translate(canvas.width / 2, canvas.height / 2)
  context.rotate((turn * Math.PI) / 180)
  context.scale(scale, scale)
  context.drawImage(image, -width / 2, -height / 2)
  return { canvas: canvas as unknown as Canvas, scale }
}
