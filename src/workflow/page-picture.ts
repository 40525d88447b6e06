/** Pages of a PDF as pictures, drawn apart; the process that draws stays for the next page. */
import { type Apart, openApart, type PagePicture } from '../ingest/apart/apart.js'
import type { Home } from './home.js'

/** Pixels for a point: sharp enough to read beside the text. */
const SCALE = 1.5
/** Milliseconds after which the process that draws is let go. */
const KEPT = 60_000

let drawing: { apart: Promise<Apart>; timer: NodeJS.Timeout } | null = null

/** Null where the document has no such page. @throws WhenceError as opening apart does. */
export async function pictureOfPage(home: Home, path: string, page: number): Promise<PagePicture | null> {
  if (drawing) clearTimeout(drawing.timer)
  const apart = drawing?.apart ?? openApart({ scratch: home.scratch, size: 1 })
  const timer = setTimeout(() => {
    drawing = null
    void apart.then((idle) => idle.close())
  }, KEPT)
  timer.unref()
  drawing = { apart, timer }
  return (await apart).picture(path, page, SCALE)
}
