/** Records of a web archive (ISO 28500) → the pages, texts and documents in them, each with its address and date. */
import { WARCParser, type WARCRecord } from 'warcio'
import type { Header } from '../../schema/document.js'
import { problem, WhenceError } from '../../schema/errors.js'
import { bounded, type Given } from '../archive/bounded.js'
import type { Report } from '../archive/container.js'
import { ARCHIVE_LIMITS } from '../archive/limits.js'
import { shownName } from '../archive/member-names.js'
import type { Out } from '../format.js'

/** What may hold text that somebody wrote to be read. */
const READABLE =
  /^(?:text\/(?:html|plain|markdown|rtf|csv|vtt)|application\/(?:pdf|xhtml\+xml|rtf|msword|epub\+zip|vnd\.(?:openxmlformats-officedocument|oasis\.opendocument|ms-excel|ms-powerpoint)\S*)|message\/rfc822)$/i
const KINDS = new Set(['response', 'resource', 'conversion'])
const KEPT = ['WARC-Target-URI', 'WARC-Date', 'WARC-Record-ID', 'WARC-Payload-Digest', 'WARC-IP-Address']
const KEPT_OF_PAGE = ['Content-Type', 'Last-Modified', 'Date', 'Content-Language']

export interface Counted {
  done: number
  skipped: number
}

/** Hands over what is readable of `from`, packed with gzip or not. Damage is listed, and what came before it kept. */
export async function readRecords(
  from: AsyncIterable<Uint8Array>,
  out: Out,
  found: Report,
  counted: Counted,
): Promise<void> {
  const given = { total: 0 }
  const parser = new WARCParser(from, { keepHeadersCase: false })
  try {
    for await (const record of parser) {
      out.progress(++counted.done, null)
      if (isReadable(record)) await hand(record, out, found, given)
      else if (record.warcType !== 'request' && record.warcType !== 'warcinfo') counted.skipped++
    }
  } catch (error) {
    if (error instanceof WhenceError) throw error
    found.add(problem('record-damaged', null, `${counted.done + 1}`))
  }
}

function isReadable(record: WARCRecord): boolean {
  if (!KINDS.has(record.warcType ?? '') || !record.warcTargetURI) return false
  const status = Number(record.httpHeaders?.statusCode ?? 200)
  if (status < 200 || status > 299) return false
  return READABLE.test(typeOf(record))
}

const typeOf = (record: WARCRecord): string =>
  (
    (record.httpHeaders ? record.httpHeaders.headers.get('Content-Type') : record.warcContentType) ??
    'text/html'
  )
    .split(';')[0]!
    .trim()

async function hand(record: WARCRecord, out: Out, found: Report, given: Given): Promise<void> {
  const name = record.warcTargetURI!.replace(/^<|>$/g, '')
  const headers: Header[] = [{ name: 'Content-Location', value: name }]
  for (const key of KEPT) {
    const value = record.warcHeaders.headers.get(key)
    if (value) headers.push({ name: key, value })
  }
  for (const key of KEPT_OF_PAGE) {
    const value = record.httpHeaders?.headers.get(key)
    if (value) headers.push({ name: key, value })
  }
  /** What there is of a record that breaks off is kept. */
  async function* payload(): AsyncGenerator<Uint8Array> {
    try {
      yield* bounded(record, given, ARCHIVE_LIMITS.totalBytes)
      if (((record._reader as { readonly limit?: number }).limit ?? 0) > 0) throw new RangeError('cut short')
    } catch (error) {
      if (error instanceof WhenceError) throw error
      found.add(problem('record-damaged', null, shownName(name)))
    }
  }
  await out.child({ name, bytes: payload(), headers })
}
