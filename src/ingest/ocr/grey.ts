/** A drawn picture as the simplest file that holds one (PGM), which costs nothing to write or read. */
import type { Canvas } from '../pdf/render.js'

/** Grey levels after ITU-R BT.601, on white where the picture is transparent. */
export function greyOf(canvas: Canvas): Buffer {
  const { width, height } = canvas
  const { data } = canvas.getContext('2d').getImageData(0, 0, width, height)
  const head = Buffer.from(`P5\n${width} ${height}\n255\n`)
  const file = Buffer.allocUnsafe(head.length + width * height)
  head.copy(file)
  for (let i = 0, to = head.length; i < data.length; i += 4, to++) {
    const alpha = data[i + 3]!
    const grey = (data[i]! * 77 + data[i + 1]! * 150 + data[i + 2]! * 29) >> 8
    file[to] = alpha === 255 ? grey : 255 - ((255 - grey) * alpha) / 255
  }
  return file
}
