/** Lines of a log that only grows: from its end backwards, and those that hold a word, without taking all of it apart. */
import { createReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'

const STEP = 1 << 18
const NEWLINE = 10

/** Whole lines, the last first; what stands after the last line end is left out. */
export async function* linesBackwards(path: string): AsyncGenerator<string> {
  const size = (await stat(path).catch(() => null))?.size ?? 0
  if (size === 0) return
  const handle = await open(path, 'r')
  try {
    let rest = Buffer.alloc(0)
    let whole = false
    for (let end = size; end > 0;) {
      const start = Math.max(0, end - STEP)
      const chunk = Buffer.alloc(end - start)
      const { bytesRead } = await handle.read(chunk, 0, chunk.length, start)
      rest = Buffer.concat([chunk.subarray(0, bytesRead), rest])
      end = start
      if (!whole) {
        const last = rest.lastIndexOf(NEWLINE)
        if (last < 0) continue
        rest = rest.subarray(0, last)
        whole = true
      }
      for (let at = rest.lastIndexOf(NEWLINE); at >= 0; at = rest.lastIndexOf(NEWLINE)) {
        yield rest.toString('utf8', at + 1)
        rest = rest.subarray(0, at)
      }
    }
    if (whole && rest.length > 0) yield rest.toString('utf8')
  } finally {
    await handle.close()
  }
}

/** Whole lines that hold `word`, in order. */
export async function* linesWith(path: string, word: string): AsyncGenerator<string> {
  if ((await stat(path).catch(() => null)) === null) return
  const wanted = Buffer.from(word)
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(path, { highWaterMark: STEP })) {
    rest = Buffer.concat([rest, chunk as Buffer])
    const end = rest.lastIndexOf(NEWLINE) + 1
    for (let at = rest.indexOf(wanted); at >= 0 && at < end;) {
      const start = rest.lastIndexOf(NEWLINE, at) + 1
      const close = rest.indexOf(NEWLINE, at)
      yield rest.toString('utf8', start, close)
      at = rest.indexOf(wanted, close + 1)
    }
    rest = rest.subarray(end)
  }
}
