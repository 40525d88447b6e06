/** A web archive packed with its indexes (WACZ 1.1): the WARC files in it are read, its lists of pages for their titles; indexes and logs are not. */
import { problem } from '../../schema/errors.js'
import { report } from '../archive/container.js'
import { ARCHIVE_LIMITS } from '../archive/limits.js'
import type { Parser } from '../format.js'
import { openZip } from '../zip/open-zip.js'
import { pageTitles } from './page-titles.js'
import { readRecords } from './records.js'

export const wacz: Parser = {
  name: 'wacz',
  mediaType: 'application/wacz',
  extensions: ['wacz'],
  knows(head, file) {
    const start = Buffer.from(head.subarray(0, 4096)).toString('latin1')
    return (
      start.startsWith('PK\u0003\u0004') &&
      (/\.wacz$/i.test(file) || /archive\/[^\0]{1,200}\.warc(?:\.gz)?/.test(start))
    )
  },
  async parse(source, out) {
    const archive = await openZip(source.path, ARCHIVE_LIMITS)
    const found = report()
    const counted = { done: 0, skipped: 0 }
    if (archive.salvaged !== null)
      found.add(problem('zip-salvaged', null, String(archive.entries.length), archive.salvaged))
    try {
      const titles = await pageTitles(archive)
      for (const entry of archive.entries) {
        if (!/^archive\/.*\.warc(?:\.gz)?$/i.test(entry.name)) continue
        try {
          await readRecords(archive.open(entry), out, found, counted, titles)
        } catch (error) {
          found.member(entry.name, error)
        }
      }
      if (counted.skipped > 0) found.add(problem('records-skipped', null, String(counted.skipped)))
      return found.content()
    } finally {
      archive.close()
    }
  },
}
