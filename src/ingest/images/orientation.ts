/** How a camera was held: EXIF's orientation (CIPA DC-008, tag 0x0112) as a clockwise turn in degrees. Nothing else of EXIF is read. */
import { segmentsOf } from './size.js'

const APP1 = 0xe1
const ORIENTATION = 0x0112
const TURNS: Readonly<Record<number, number>> = { 3: 180, 6: 90, 8: 270 }

/** 0 where the JPEG does not say, or says it in a way that makes no sense. */
export function turnOf(jpeg: Buffer): number {
  for (const { marker, at, length } of segmentsOf(jpeg)) {
    if (marker !== APP1 || jpeg.toString('latin1', at + 2, at + 8) !== 'Exif\0\0') continue
    const exif = jpeg.subarray(at + 8, Math.min(at + length, jpeg.length))
    if (exif.length < 8) return 0
    const little = exif.toString('latin1', 0, 2) === 'II'
    const short = (o: number): number =>
      o + 2 > exif.length ? 0 : little ? exif.readUInt16LE(o) : exif.readUInt16BE(o)
    const long = (o: number): number =>
      o + 4 > exif.length ? 0 : little ? exif.readUInt32LE(o) : exif.readUInt32BE(o)
    const directory = long(4)
    for (let i = 0; i < Math.min(short(directory), 200); i++) {
      const entry = directory + 2 + i * 12
      if (short(entry) === ORIENTATION) return TURNS[short(entry + 8)] ?? 0
    }
    return 0
  }
  return 0
}
