/** One mail (RFC 5322, MIME): headers, text, what it quotes; attachments and mails within it are documents of their own. */
import PostalMime, { decodeWords, type Attachment, type Email } from 'postal-mime'
import type { Header } from '../../schema/document.js'
import { problem, WhenceError } from '../../schema/errors.js'
import type { Problem } from '../../schema/reading.js'
import type { Out, Parser } from '../format.js'
import { html } from '../html.js'
import { readLetter } from './letter.js'

/** Deeper nesting, longer headers and more parts are attacks (after CVE-2025-14874 and mailparser's 'millions of parts'). */
const LIMITS = { maxNestingDepth: 50, maxHeadersSize: 2 * 1024 * 1024, forceRfc822Attachments: true }
const MOST_PARTS = 5000
const SHOWN = ['from', 'to', 'cc', 'date', 'subject']

export const eml: Parser = {
  name: 'eml',
  mediaType: 'message/rfc822',
  extensions: ['eml', 'emlx'],
  knows: (head) => looksLikeMail(Buffer.from(head.subarray(0, LOOKED_AT)).toString('latin1')),
  async parse(source, out) {
    const bytes = await source.bytes()
    if (partsIn(bytes) > MOST_PARTS) throw new WhenceError('mail-parts-many', String(MOST_PARTS))
    let mail: Email
    try {
      mail = await PostalMime.parse(withoutCount(bytes), LIMITS)
    } catch (error) {
      throw new WhenceError('mail-damaged', error instanceof Error ? error.message : String(error))
    }
    await handOver(mail.attachments, out)
    const headers = mail.headers.map(({ originalKey, value }): Header => ({ name: originalKey, value }))
    const shown = SHOWN.flatMap((key) =>
      mail.headers
        .filter((header) => header.key === key)
        .map(({ value }): Header => ({ name: titled(key), value: decodeWords(value) })),
    )
    const { text, problems } = bodyOf(mail)
    const damaged = [text, ...shown.map(({ value }) => value)].join('').split('\ufffd').length - 1
    return readLetter({
      headers,
      shown,
      body: text,
      problems: damaged > 0 ? [...problems, problem('encoding-damaged', null, String(damaged))] : problems,
    })
  },
}

const LOOKED_AT = 16_384
const FIELD = /^([\x21-\x39\x3b-\x7e]{1,76}):(?:[ \t]|$)/
/** Of each group a mail has one: who it is from, and what only mails say. */
const SENDER = new Set(['from', 'sender', 'return-path', 'received', 'delivered-to', 'x-sender'])
const ELSE = new Set([
  'date',
  'subject',
  'to',
  'message-id',
  'mime-version',
  'received',
  'content-type',
  'cc',
  'reply-to',
])

/** Nothing but header fields and their folded lines up to the first blank one, among them those of a mail. */
export function looksLikeMail(head: string): boolean {
  const lines = head.replace(/^\d{1,10}[ \t]*\r?\n(?=[A-Z])/, '').split(/\r?\n/)
  const names: string[] = []
  for (const [i, line] of lines.entries()) {
    if (line === '') break
    if (/^[ \t]/.test(line) && i > 0) continue
    const name = FIELD.exec(line)?.[1]
    if (name === undefined) {
      if (i === 0 || i < lines.length - 1) return false
      break
    }
    names.push(name.toLowerCase())
  }
  return names.some((name) => SENDER.has(name)) && new Set(names.filter((name) => ELSE.has(name))).size >= 2
}

/** Apple Mail's .emlx begins with the count of its bytes and ends with a property list. */
function withoutCount(bytes: Uint8Array): Uint8Array {
  const count = /^(\d{1,10})[ \t]*\r?\n/.exec(Buffer.from(bytes.subarray(0, 40)).toString('latin1'))
  return count ? bytes.subarray(count[0].length, count[0].length + Number(count[1])) : bytes
}

/** Lines that may begin a part. */
function partsIn(bytes: Uint8Array): number {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let found = 0
  for (
    let at = all.indexOf(MAY_BEGIN);
    at !== -1 && found <= MOST_PARTS;
    at = all.indexOf(MAY_BEGIN, at + 2)
  ) {
    // Signed and encrypted blocks and rulers of hyphens begin with more of them
    if (
      all[at + 3] !== 0x2d ||
      all.subarray(at + 3, at + 12).some((code) => code !== 0x2d && code !== 10 && code !== 13)
    )
      found++
  }
  return found
}
const MAY_BEGIN = '\n--'

/** The plain text; where there is none, or only a line that asks for another program, that of the HTML. */
function bodyOf(mail: Pick<Email, 'text' | 'html'>): { text: string; problems: Problem[] } {
  const plain = mail.text ?? ''
  if (!mail.html) return { text: plain, problems: [] }
  if (plain.trim().length > ASKS || !/^\s*$|html/i.test(plain)) return { text: plain, problems: [] }
  const { text } = html.read(mail.html.replace(/\r\n?/g, '\n'))
  return text.trim() === ''
    ? { text: plain, problems: [] }
    : { text, problems: [problem('mail-body-html', null)] }
}
const ASKS = 300

async function handOver(attachments: readonly Attachment[], out: Out): Promise<void> {
  for (const [i, attachment] of attachments.entries()) {
    const { filename, mimeType, content, contentId, description } = attachment
    const bytes = typeof content === 'string' ? Buffer.from(content) : new Uint8Array(content)
    const headers: Header[] = [{ name: 'Content-Type', value: mimeType }]
    if (contentId) headers.push({ name: 'Content-ID', value: contentId })
    if (description) headers.push({ name: 'Content-Description', value: description })
    await out.child({ name: filename ?? `attachment ${i + 1}${EXTENSIONS[mimeType] ?? ''}`, bytes, headers })
    out.progress(i + 1, attachments.length)
  }
}
const EXTENSIONS: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/plain': '.txt',
  'text/html': '.html',
  'text/calendar': '.ics',
  'application/pdf': '.pdf',
}

const titled = (key: string): string => key[0]!.toUpperCase() + key.slice(1)
