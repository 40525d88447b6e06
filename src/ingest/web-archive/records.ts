/** Records of a web archive (ISO 28500) → the pages, texts and documents in them, each with its address and date. */
import { WARCParser, type WARCRecord } from 'warcio'
import type { Header } from '../../schema/document.js'
import { problem, WhenceError } from '../../schema/errors.js'
import { bounded, type Given } from '../archive/bounded.js'
import type { Report } from '../archive/container.js'
import { ARCHIVE_LIMITS } from '../archive/limits.js'
import { shownName } from '../archive/member-names.js'
import type { Out } from '../format.js'
import { unpackedRecords, type Unpacking } from './unpacked-records.js'

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

/**
 * Hands over what is readable of `from`, packed with gzip or not. Damage is listed, and what came before it kept.
 * `titles` are those that a list of pages gives, by address.
 */
export async function readRecords(
  from: AsyncIterable<Uint8Array>,
  out: Out,
  found: Report,
  counted: Counted,
  titles: ReadonlyMap<string, string> = new Map(),
): Promise<void> {
  const given = { total: 0 }
  const packed: Unpacking = { broken: null, listed: false }
  const parser = new WARCParser(unpackedRecords(from, packed), { keepHeadersCase: false })
  try {
    for await (const record of parser) {
      out.progress(++counted.done, null)
      if (isReadable(record)) {
        await hand(record, { out, found, given, titles, packed })
        continue
      }
      if (record.warcType && !/^(?:request|warcinfo)$/.test(record.warcType)) counted.skipped++
      if (await breaksOff(record)) {
        packed.broken ??= 'record-cut'
        break
      }
    }
  } catch (error) {
    if (error instanceof WhenceError) throw error
    packed.broken ??= 'record-damaged'
  }
  if (packed.broken && !packed.listed) found.add(problem(packed.broken, null, `${Math.max(1, counted.done)}`))
}

/** Reads over a record that nobody wants: the library itself would look for the rest of one cut short for ever. */
async function breaksOff({ _reader: reader }: WARCRecord): Promise<boolean> {
  const chunks = (reader as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]()
  while (!(await chunks.next()).done);
  return leftIn(reader) > 0
}

const leftIn = (reader: unknown): number => (reader as { readonly limit?: number }).limit ?? 0

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

interface Hands {
  readonly out: Out
  readonly found: Report
  readonly given: Given
  readonly titles: ReadonlyMap<string, string>
  readonly packed: Unpacking
}

async function hand(record: WARCRecord, { out, found, given, titles, packed }: Hands): Promise<void> {
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
  const title = titles.get(name)
  if (title !== undefined) headers.push({ name: 'Title', value: title })
  const truncated = record.warcHeaders.headers.get('WARC-Truncated')
  if (truncated) found.add(problem('record-truncated', null, shownName(name), shownName(truncated)))
  /** What there is of a record that breaks off is kept. */
  async function* payload(): AsyncGenerator<Uint8Array> {
    try {
      yield* bounded(record, given, ARCHIVE_LIMITS.totalBytes)
      if (leftIn(record._reader) === 0) return
      packed.broken ??= 'record-cut'
    } catch (error) {
      if (error instanceof WhenceError) throw error
      packed.broken ??= 'record-damaged'
    }
    packed.listed = true
    found.add(problem(packed.broken, null, shownName(name)))
  }
  await out.child({ name, bytes: payload(), headers })
}
