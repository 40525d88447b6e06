/** A ZIP archive as a folder. Office documents and books are ZIP files too; their own parsers are asked before this one. */
import { problem } from '../../schema/errors.js'
import type { Parser } from '../format.js'
import { openZip } from '../zip/open-zip.js'
import { report } from './container.js'
import { ARCHIVE_LIMITS } from './limits.js'
import { shownName } from './member-names.js'

export const zip: Parser = {
  name: 'zip',
  mediaType: 'application/zip',
  extensions: ['zip'],
  knows: (head) =>
    head[0] === 0x50 &&
    head[1] === 0x4b &&
    ((head[2] === 3 && head[3] === 4) || (head[2] === 5 && head[3] === 6)),
  async parse(source, out) {
    const archive = await openZip(source.path, ARCHIVE_LIMITS)
    const found = report()
    if (archive.salvaged !== null)
      found.add(problem('zip-salvaged', null, String(archive.entries.length), archive.salvaged))
    try {
      for (const [i, entry] of archive.entries.entries()) {
        out.progress(i, archive.entries.length)
        if (entry.directory) continue
        if (entry.link) {
          found.add(problem('member-link', null, shownName(entry.name)))
          continue
        }
        try {
          await out.child({
            name: entry.name,
            bytes: archive.open(entry),
            ...(entry.modified === null
              ? {}
              : { headers: [{ name: 'Last-Modified', value: entry.modified }] }),
          })
        } catch (error) {
          found.member(entry.name, error)
        }
      }
      if (archive.leftOut > 0) found.add(problem('members-left-out', null, String(archive.leftOut)))
      return found.content()
    } finally {
      archive.close()
    }
  },
}
