/**
 * Bytes → characters. A byte order mark decides, then valid UTF-8, then what the text declares of itself if that gives sane
 * text, then statistics. A file's name and its declaration are never believed against its bytes.
 */
import { detect } from 'jschardet'
import iconv from 'iconv-lite'
import type { Problem } from '../schema/reading.js'
import { problem } from '../schema/errors.js'

export interface Decoded {
  readonly text: string
  readonly encoding: string
  readonly problems: readonly Problem[]
}

/** How far into a page its declaration is looked for (the standard says 1,024; pages say otherwise). */
const DECLARATION = 4096
const SAMPLE = 65536
/** Control characters and holes of more than this share show a wrong encoding. */
const INSANE = 0.003
const DECLARED =
  /<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{2,40})|<\?xml\b[^>]{0,100}?\bencoding\s*=\s*["']([\w.:-]{2,40})/i
const FALLBACK = 'windows-1252'

export function decode(bytes: Uint8Array): Decoded {
  const marked = byMark(bytes)
  if (marked) return marked
  const wide = wideWithoutMark(bytes)
  if (wide) return utf16(bytes, wide)
  const strict = strictUtf8(bytes)
  if (strict !== null)
    return strict.includes('\u001b$') ? (trusted(bytes, 'iso-2022-jp') ?? utf8(strict)) : utf8(strict)
  const damaged = nearlyUtf8(bytes)
  if (damaged) return damaged
  const declared = declaredIn(bytes)
  const told = declared === null ? null : trusted(bytes, declared)
  if (told) return told
  const guess = detect(sampleOf(bytes)).encoding
  const guessed = (guess === null ? null : trusted(bytes, guess)) ?? decodeAs(bytes, FALLBACK)!
  return { ...guessed, problems: [problem('encoding-guessed', null, guessed.encoding)] }
}

const utf8 = (text: string): Decoded => ({ text, encoding: 'utf-8', problems: [] })

function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return withDamage(new TextDecoder().decode(bytes), 'utf-8')
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return decodeAs(bytes.subarray(4), 'utf-32le')
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return decodeAs(bytes.subarray(4), 'utf-32be')
  if (a === 0xff && b === 0xfe) return utf16(bytes.subarray(2), 'utf-16le')
  if (a === 0xfe && b === 0xff) return utf16(bytes.subarray(2), 'utf-16be')
  return null
}

/** UTF-16 shows itself by zero bytes (of Latin letters, spaces or line ends) that all stand at even or all at odd places. */
function wideWithoutMark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const size = Math.min(bytes.length, SAMPLE) & ~1
  let even = 0
  let odd = 0
  for (let i = 0; i < size; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  if (size < 4 || (bytes.length % 2 === 1 && size < 64) || even + odd < size * 0.04) return null
  if (odd > even * 20) return 'utf-16le'
  return even > odd * 20 ? 'utf-16be' : null
}

/** Keeps unpaired surrogates as they are: they are reported with their place later. */
function utf16(bytes: Uint8Array, encoding: 'utf-16le' | 'utf-16be'): Decoded {
  const whole = Buffer.from(bytes.subarray(0, bytes.length & ~1))
  const text = (encoding === 'utf-16be' ? whole.swap16() : whole).toString('utf16le')
  return {
    text: text.replace(/^\ufeff/, ''),
    encoding,
    problems: bytes.length % 2 === 1 ? [problem('encoding-damaged', null, '1')] : [],
  }
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** UTF-8 with a few bytes broken, or cut off in its last character: ten good characters beyond ASCII for each bad one. */
function nearlyUtf8(bytes: Uint8Array): Decoded | null {
  const text = new TextDecoder().decode(bytes)
  const bad = count(text, /\ufffd/g)
  const good = count(text, /[^\u0000-\u007f\ufffd]/gu)
  const cut =
    bad === 1 && text.endsWith('\ufffd') && strictUtf8(bytes.subarray(0, lastCharacter(bytes))) !== null
  return good >= bad * 10 || (cut && bytes.at(-1)! >= 0xc2) ? withDamage(text, 'utf-8') : null
}

function lastCharacter(bytes: Uint8Array): number {
  let at = bytes.length - 1
  while (at > 0 && bytes.length - at < 4 && (bytes[at]! & 0xc0) === 0x80) at--
  return at
}

function withDamage(text: string, encoding: string): Decoded {
  const bad = count(text, /\ufffd/g)
  return { text, encoding, problems: bad > 0 ? [problem('encoding-damaged', null, String(bad))] : [] }
}

function declaredIn(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, DECLARATION)).toString('latin1')
  const match = DECLARED.exec(head)
  const label = (match?.[1] ?? match?.[2])?.toLowerCase() ?? null
  return label === null || /^utf-?(?:7|8|16)/.test(label) ? null : label
}

/** The text in that encoding, unless the encoding is unknown or makes no sense of the bytes. */
function trusted(bytes: Uint8Array, label: string): Decoded | null {
  const decoded = decodeAs(bytes, label)
  return decoded &&
    count(decoded.text, /[\u0000-\u0008\u000e-\u001a\u007f-\u009f\ufffd\ue000-\uf8ff]/g) <=
      decoded.text.length * INSANE
    ? decoded
    : null
}

function decodeAs(bytes: Uint8Array, label: string): Decoded | null {
  try {
    const decoder = new TextDecoder(label)
    return { text: decoder.decode(bytes), encoding: decoder.encoding, problems: [] }
  } catch {
    if (!iconv.encodingExists(label)) return null
    return { text: iconv.decode(Buffer.from(bytes), label), encoding: label.toLowerCase(), problems: [] }
  }
}

/** The parts of the text with bytes beyond ASCII, which are all that statistics can go by. */
function sampleOf(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SAMPLE) return bytes
  const pieces: Uint8Array[] = []
  let size = 0
  for (let at = 0; at < bytes.length && size < SAMPLE;) {
    while (at < bytes.length && bytes[at]! < 0x80) at++
    const piece = bytes.subarray(Math.max(0, at - 64), at + 192)
    pieces.push(piece)
    size += piece.length
    at += 192
  }
  return Buffer.concat(pieces)
}

function count(text: string, pattern: RegExp): number {
  let found = 0
  for (pattern.lastIndex = 0; pattern.exec(text) !== null;) found++
  return found
}
