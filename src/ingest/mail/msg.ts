/** One mail as Outlook keeps it (MS-OXMSG): read as a mail is, from its properties; attachments are documents of their own. */
import { createRequire } from 'node:module'
import { decompressRTF } from '@kenjiuno/decompressrtf'
import type { FieldsData } from '@kenjiuno/msgreader'
import type * as Library from '@kenjiuno/msgreader'
import { deEncapsulateSync } from 'rtf-stream-parser'
import iconv from 'iconv-lite'
import type { Header } from '../../schema/document.js'
import { problem, WhenceError } from '../../schema/errors.js'
import type { Problem } from '../../schema/reading.js'
import { decode } from '../charset.js'
import type { Out, Parser } from '../format.js'
import { html } from '../html.js'
import { shownName } from '../archive/member-names.js'
import { endsEverywhere } from './compound.js'
import { readLetter } from './letter.js'

// Its one export is a `default` of CommonJS, which loaders of modules give in different ways
const { default: MsgReader } = createRequire(import.meta.url)('@kenjiuno/msgreader') as typeof Library.default

const MAGIC = Buffer.from('d0cf11e0a1b11ae1', 'hex')
/** Streams that only a message has, as their names stand in the container (UTF-16). */
const OWN = ['__properties_version1.0', '__substg1.0_'].map((name) => Buffer.from(name, 'utf16le'))

export const msg: Parser = {
  name: 'msg',
  mediaType: 'application/vnd.ms-outlook',
  extensions: ['msg'],
  knows(head, file) {
    const bytes = Buffer.from(head.buffer, head.byteOffset, head.byteLength)
    return (
      bytes.subarray(0, 8).equals(MAGIC) && (OWN.some((name) => bytes.includes(name)) || /\.msg$/i.test(file))
    )
  },
  async parse(source, out) {
    const bytes = await source.bytes()
    const { reader, fields } = open(bytes)
    const problems: Problem[] = []
    await attachmentsOf(reader, fields, out, problems)
    return readLetter({
      headers: headersOf(fields),
      shown: shownOf(fields),
      body: bodyOf(fields, problems),
      problems,
    })
  },
}

type Reader = InstanceType<typeof MsgReader>

function open(bytes: Uint8Array): { reader: Reader; fields: FieldsData } {
  if (!endsEverywhere(bytes))
    throw new WhenceError('mail-damaged', 'its parts run in a circle or are missing')
  try {
    const reader = new MsgReader(new Uint8Array(bytes).buffer)
    const fields = reader.getFileData()
    if (fields.error) throw new Error(fields.error)
    return { reader, fields: checked(fields) }
  } catch (error) {
    throw new WhenceError('mail-damaged', error instanceof Error ? error.message : String(error))
  }
}

const BYTES: ReadonlySet<string> = new Set(['html', 'compressedRtf'])
const LISTS: ReadonlySet<string> = new Set(['attachments', 'recipients'])

/** Of a damaged file a property can be of any type: only texts where there should be texts, bytes where bytes. */
function checked(fields: FieldsData): FieldsData {
  const right = ([name, value]: [string, unknown]): boolean =>
    LISTS.has(name)
      ? Array.isArray(value)
      : BYTES.has(name)
        ? value instanceof Uint8Array
        : typeof value === 'string' ||
          typeof value === 'boolean' ||
          (typeof value === 'number' && name === 'dataId')
  const own = Object.fromEntries(Object.entries(fields).filter(right)) as unknown as FieldsData
  return { ...own, recipients: (own.recipients ?? []).map((one) => checked(one)) }
}

/** The headers it came with over the net, where it did. */
function headersOf(fields: FieldsData): Header[] {
  const unfolded = (fields.headers ?? '').replace(/\r?\n[ \t]+/g, ' ')
  return unfolded.split(/\r?\n/).flatMap((line) => {
    const match = /^([\x21-\x39\x3b-\x7e]{1,76}):[ \t]*(.*)$/.exec(line)
    return match ? [{ name: match[1]!, value: match[2]! }] : []
  })
}

function shownOf(fields: FieldsData): Header[] {
  const person = (name: string | undefined, address: string | undefined): string =>
    [name, address && address !== name ? `<${address}>` : ''].filter(Boolean).join(' ')
  const from = person(fields.senderName, fields.senderSmtpAddress ?? fields.senderEmail)
  const sentTo = (type: 'to' | 'cc'): string =>
    (fields.recipients ?? [])
      .filter((r) => (r.recipType ?? 'to') === type)
      .map((r) => person(r.name, r.smtpAddress ?? r.email))
      .join(', ')
  return [
    { name: 'From', value: from },
    { name: 'To', value: sentTo('to') },
    { name: 'Cc', value: sentTo('cc') },
    { name: 'Date', value: fields.clientSubmitTime ?? fields.messageDeliveryTime ?? '' },
    { name: 'Subject', value: fields.subject ?? '' },
  ]
}

/** The plain text, or else that of the HTML, or else what HTML or text the RTF wraps (MS-OXRTFEX). */
function bodyOf(fields: FieldsData, problems: Problem[]): string {
  if (fields.body?.trim()) return fields.body
  const page =
    fields.bodyHtml ?? (fields.html && decode(fields.html).text) ?? fromRtf(fields.compressedRtf, problems)
  if (!page) return ''
  if (!/<[a-z!][^<>]*>/i.test(page)) return page
  problems.push(problem('mail-body-html', null))
  return html.read(page.replace(/\r\n?/g, '\n')).text
}

function fromRtf(packed: Uint8Array | undefined, problems: Problem[]): string | undefined {
  if (!packed) return undefined
  try {
    const rtf = Buffer.from(decompressRTF([...packed]))
    const { text } = deEncapsulateSync(rtf, {
      decode: (bytes, encoding) => iconv.decode(bytes, encoding),
      mode: 'either',
    })
    return typeof text === 'string' ? text : text.toString('utf8')
  } catch (error) {
    problems.push(problem('mail-attachment-damaged', null, `body.rtf (${String(error).slice(0, 100)})`))
    return undefined
  }
}

async function attachmentsOf(
  reader: Reader,
  fields: FieldsData,
  out: Out,
  problems: Problem[],
): Promise<void> {
  const attachments = fields.attachments ?? []
  for (const [i, attachment] of attachments.entries()) {
    out.progress(i, attachments.length)
    const found = take(reader, attachment)
    const named =
      [attachment.fileName, attachment.name, found?.fileName].find(
        (one) => typeof one === 'string' && one !== '',
      ) ?? `attachment ${i + 1}`
    const name = attachment.innerMsgContent && !/\.msg$/i.test(named) ? `${named}.msg` : named
    if (found?.content instanceof Uint8Array) await out.child({ name, bytes: found.content })
    else problems.push(problem('mail-attachment-damaged', null, shownName(name)))
  }
}

function take(reader: Reader, attachment: FieldsData): { fileName: string; content: Uint8Array } | null {
  try {
    return reader.getAttachment(attachment)
  } catch {
    return null
  }
}
