/** A document's characters made safe for a terminal: they can move no cursor, ring no bell and turn no text around. */

const SPACE = /[\s\u0085]+/g
const CONTROL = /[\x00-\x1f\x7f-\x9f]/g
const DIRECTION = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** On one line; controls are shown as pictures (␛) or by number (⟨U+202E⟩), never sent. */
export const plain = (text: string): string =>
  text
    .replace(SPACE, ' ')
    .replace(CONTROL, (c) => (c <= '\x1f' ? String.fromCharCode(0x2400 + c.charCodeAt(0)) : '␡'))
    .replace(DIRECTION, (c) => `⟨U+${c.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
