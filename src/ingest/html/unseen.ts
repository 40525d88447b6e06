/** What of a page no reader sees, or that is no text to be read. */
import type { Page } from './page.js'

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const UNSEEN_TAGS = words(
  'head script style title template noscript iframe object embed applet canvas svg math audio video map select datalist textarea input button dialog progress meter frameset rp',
)
const UNSEEN_ROLES = words('dialog alertdialog alert')
const HIDDEN_STYLE =
  /display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{3}/i

/** Marks what no reader sees: scripts, controls, hidden elements. With `trusting` false, hiding is not believed: scripts may undo it. */
export function unseen(page: Page, trusting = true): Uint8Array {
  const dropped = new Uint8Array(page.nodes.length)
  page.nodes.forEach(({ tag, attributes }, i) => {
    if (tag === '' || tag === 'body' || tag === 'html') return
    const hidden =
      attributes.has('hidden') ||
      attributes.get('aria-hidden') === 'true' ||
      HIDDEN_STYLE.test(attributes.get('style') ?? '') ||
      UNSEEN_ROLES.has(attributes.get('role') ?? '')
    if (UNSEEN_TAGS.has(tag) || (trusting && hidden)) dropped[i] = 1
  })
  return dropped
}
