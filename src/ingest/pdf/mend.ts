/** A PDF that has lost its trailer or its page tree, given new ones: its pages are still there, each an object that says so. */
import { readFile, stat } from 'node:fs/promises'

const MOST_BYTES = 200_000_000
const MOST_PAGES = 20_000
/** A page's dictionary is short; what stands farther off belongs to something else. */
const REACH = 4000
const OBJECT = /(?<!\d)(\d{1,9})[ \r\n]{1,3}\d{1,5}[ \r\n]{1,3}obj(?![a-z])/g
const PAGE = /\/Type\s{0,4}\/Page(?![a-zA-Z])/

/**
 * The file with a catalogue that lists its pages in the order in which they stand; null where none is found (they may all be in
 * compressed object streams) or the file is very large. Only what reads objects without the cross-reference table can open it.
 */
export async function withPageTree(from: string | Uint8Array): Promise<Uint8Array | null> {
  if (typeof from === 'string' && (await stat(from)).size > MOST_BYTES) return null
  const bytes = typeof from === 'string' ? await readFile(from) : Buffer.from(from)
  const text = bytes.toString('latin1')
  const pages = new Set<number>()
  let highest = 0
  for (const match of text.matchAll(OBJECT)) {
    const id = Number(match[1])
    highest = Math.max(highest, id)
    const near = text.slice(match.index, match.index + REACH)
    const end = near.indexOf('endobj')
    if (PAGE.test(end === -1 ? near : near.slice(0, end)) && pages.size < MOST_PAGES) pages.add(id)
  }
  if (pages.size === 0) return null
  // Old trailers and tables would be believed before the new one.
  const old = text.replaceAll('trailer', 'expired').replaceAll('xref', 'gone')
  const kids = [...pages].map((id) => `${id} 0 R`).join(' ')
  const tree = `${highest + 2} 0 obj\n<</Type/Pages/Count ${pages.size}/Kids[${kids}]>>\nendobj\n`
  const catalog = `${highest + 1} 0 obj\n<</Type/Catalog/Pages ${highest + 2} 0 R>>\nendobj\n`
  const trailer = `trailer\n<</Size ${highest + 3}/Root ${highest + 1} 0 R>>\n%%EOF\n`
  return Buffer.from(`${old}\nendobj\n${catalog}${tree}${trailer}`, 'latin1')
}
