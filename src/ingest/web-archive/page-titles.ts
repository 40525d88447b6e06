/** The lists of pages in a WACZ (pages/*.jsonl, WACZ 1.1 section 5.2): what each address was called when it was archived. */
import { StringDecoder } from 'node:string_decoder'
import { isRecord, parsed, textIn } from '../json-article/json.js'
import type { Zip } from '../zip/open-zip.js'

const LIST = /^pages\/[^/]+\.jsonl$/i
const MOST = 100_000
/** A line has the whole text of its page, too. */
const LONGEST_LINE = 4 * 1024 * 1024
const MOST_CHARACTERS = 256 * 1024 * 1024
const LONGEST_TITLE = 500

/** By address; the first that names one. Damage ends a list, and what came before it counts. */
export async function pageTitles(archive: Zip): Promise<ReadonlyMap<string, string>> {
  const titles = new Map<string, string>()
  for (const entry of archive.entries) {
    if (!LIST.test(entry.name)) continue
    try {
      for await (const line of linesOf(archive.open(entry, MOST_CHARACTERS))) {
        const page = parsed(line)
        const [url, title] = isRecord(page) ? [textIn(page['url']), textIn(page['title'])] : [null, null]
        if (url === null || title === null || titles.has(url) || url === title) continue
        titles.set(url, title.replace(/\s+/g, ' ').trim().slice(0, LONGEST_TITLE))
        if (titles.size === MOST) return titles
      }
    } catch {
      // Its member is listed as damaged where somebody wants to read it; a title can be missing.
    }
  }
  return titles
}

async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let open = ''
  for await (const chunk of chunks) {
    const lines = (open + decoder.write(Buffer.from(chunk))).split('\n')
    open = lines.pop()!
    yield* lines
    if (open.length > LONGEST_LINE) return
  }
  yield open + decoder.end()
}
