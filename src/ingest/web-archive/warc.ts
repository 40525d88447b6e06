/** A web archive (WARC, ISO 28500), packed record by record with gzip or not. */
import { createReadStream } from 'node:fs'
import { gunzipSync, constants } from 'node:zlib'
import { problem } from '../../schema/errors.js'
import { report } from '../archive/container.js'
import type { Parser } from '../format.js'
import { readRecords } from './records.js'

export const warc: Parser = {
  name: 'warc',
  mediaType: 'application/warc',
  extensions: ['warc'],
  knows: (head) =>
    beginsAsWarc(head) ||
    (head[0] === 0x1f && head[1] === 0x8b && beginsAsWarc(unpacked(head.subarray(0, LOOKED_AT)))),
  async parse(source, out) {
    const found = report()
    const counted = { done: 0, skipped: 0 }
    const stream = createReadStream(source.path)
    try {
      await readRecords(stream, out, found, counted)
    } finally {
      stream.destroy()
    }
    if (counted.skipped > 0) found.add(problem('records-skipped', null, String(counted.skipped)))
    return found.content()
  },
}

const LOOKED_AT = 2048
const beginsAsWarc = (bytes: Uint8Array): boolean =>
  /^WARC\/\d\.\d\r?\n/.test(Buffer.from(bytes.subarray(0, 16)).toString('latin1'))

function unpacked(bytes: Uint8Array): Uint8Array {
  try {
    return gunzipSync(bytes, { finishFlush: constants.Z_SYNC_FLUSH })
  } catch {
    return new Uint8Array()
  }
}
