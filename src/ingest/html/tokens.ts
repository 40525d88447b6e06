/**
 * HTML source → tags and text, in one linear pass over the characters (the WHATWG tokeniser, less what only scripts need).
 * Comments, declarations and the insides of scripts and styles give nothing; broken markup never stops it.
 */

export interface Handler {
  /** `attributes` is the raw source between the tag's name and its end. */
  open(tag: string, attributes: string, selfClosing: boolean): void
  close(tag: string): void
  /** Characters as they stand in the source: references not yet decoded. */
  text(raw: string): void
  /** The inside of a script or style: never text to be read, but JSON-LD stands in one. */
  raw?(tag: string, attributes: string, inside: string): void
}

const RAW = new Set(['script', 'style', 'textarea', 'title', 'iframe', 'noembed', 'noframes', 'xmp'])
/** Raw elements whose inside is text all the same. */
const READABLE = new Set(['title', 'textarea', 'xmp'])
const LETTER = /[a-zA-Z]/
const NAME_END = /[\s/>]/g

export function tokenize(html: string, handler: Handler): void {
  const last = { '"': html.lastIndexOf('"'), "'": html.lastIndexOf("'") }
  let at = 0
  let from = 0
  const flush = (to: number): void => {
    if (to > from) handler.text(html.slice(from, to))
  }
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) break
    const next = html.charAt(open + 1)
    const letter = LETTER.test(next)
    if (!letter && next !== '/' && next !== '!' && next !== '?') {
      at = open + 1
      continue
    }
    if (next === '/' && !LETTER.test(html.charAt(open + 2))) {
      if (html.charAt(open + 2) === '') break
      flush(open)
      at = from = after(html, '>', open + 2)
      continue
    }
    flush(open)
    if (html.startsWith('<!--', open)) {
      at = from = endOfComment(html, open + 4)
      continue
    }
    if (next === '!' || next === '?') {
      at = from = after(html, '>', open + 2)
      continue
    }
    const nameAt = letter ? open + 1 : open + 2
    NAME_END.lastIndex = nameAt
    const nameEnd = NAME_END.exec(html)?.index ?? html.length
    const tag = html.slice(nameAt, nameEnd).toLowerCase()
    const end = endOfTag(html, nameEnd, last)
    at = from = Math.min(end + 1, html.length)
    if (!letter) {
      handler.close(tag)
      continue
    }
    const attributes = html.slice(nameEnd, end)
    if (!RAW.has(tag)) {
      handler.open(tag, attributes, attributes.endsWith('/'))
      continue
    }
    const closing = closingTag(html, tag, at)
    const inside = html.slice(at, closing)
    handler.raw?.(tag, attributes, inside)
    if (READABLE.has(tag)) {
      handler.open(tag, attributes, false)
      handler.text(inside)
      handler.close(tag)
    }
    at = from = closing === html.length ? closing : after(html, '>', closing)
  }
  flush(html.length)
}

function after(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from)
  return found === -1 ? html.length : found + mark.length
}

function endOfComment(html: string, from: number): number {
  if (html.startsWith('>', from)) return from + 1
  if (html.startsWith('->', from)) return from + 2
  return after(html, '-->', from)
}

/** Index of the tag's '>'. A quote that is never closed again is taken as a plain character, so that the rest of the page is not lost. */
function endOfTag(html: string, from: number, last: Record<'"' | "'", number>): number {
  for (let at = from; at < html.length; at++) {
    const c = html.charAt(at)
    if (c === '>') return at
    if (c !== '=') continue
    let value = at + 1
    while (/\s/.test(html.charAt(value))) value++
    const quote = html.charAt(value)
    if ((quote === '"' || quote === "'") && last[quote] > value) at = html.indexOf(quote, value + 1)
    else at = value - 1
  }
  return html.length
}

/** Index of the closing tag of a raw element; the end of the page when it is never closed. */
function closingTag(html: string, tag: string, from: number): number {
  const closing = new RegExp(`</${tag}(?![^\\s/>])`, 'gi')
  closing.lastIndex = from
  return closing.exec(html)?.index ?? html.length
}

const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/** The attributes of a tag that are in `wanted`, names in lower case, values still encoded, the first of each name. */
export function attributesOf(source: string, wanted: ReadonlySet<string>): Map<string, string> {
  const found = new Map<string, string>()
  for (const [, name = '', double, single, bare] of source.matchAll(ATTRIBUTE)) {
    const key = name.toLowerCase()
    if (wanted.has(key) && !found.has(key)) found.set(key, double ?? single ?? bare ?? '')
  }
  return found
}
