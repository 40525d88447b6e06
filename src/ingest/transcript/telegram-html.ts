/** Telegram Desktop's export as pages: who, when and what, each in an element of its class. */
import type { Format } from '../format.js'
import { readPage, type Page } from '../html/page.js'
import { layOut, type Utterance } from './lay-out.js'

export const telegramHtml: Format = {
  name: 'chat-html',
  mediaType: 'text/html',
  extensions: [],
  read(source) {
    const page = readPage(source)
    return layOut(messagesOf(page))
  },
}

export const isTelegramHtml = (head: string): boolean =>
  /<div class="message (?:default|service)\b[^"<>]{0,80}" id="message-?\d+"/.test(head) &&
  head.includes('class="from_name"')

function messagesOf(page: Page): Utterance[] {
  const out: Utterance[] = []
  let open: Omit<Utterance, 'pieces'> = { speaker: null, at: null, from: null }
  let number = 0
  let forwardedUntil = 0
  page.nodes.forEach((node, i) => {
    const classes = ` ${node.attributes.get('class') ?? ''} `
    const has = (name: string): boolean => classes.includes(` ${name} `)
    if (has('message')) {
      number++
      // A joined message goes on where the one above left off
      open = { speaker: has('joined') ? open.speaker : null, at: null, from: null }
    } else if (has('forwarded')) forwardedUntil = node.end
    else if (has('from_name')) {
      const name = ownText(page, i) || null
      open = i < forwardedUntil ? { ...open, from: name } : { ...open, speaker: name }
    } else if (has('date') && i >= forwardedUntil)
      open = { ...open, at: stampOf(node.attributes.get('title') ?? '') ?? open.at }
    else if (has('text'))
      out.push({
        ...open,
        pieces: [{ text: linesIn(page, i), place: { kind: 'paragraph', paragraph: number } }],
      })
  })
  return out
}

/** The text that stands in the element itself, not in one of its own. */
const ownText = (page: Page, index: number): string =>
  page.nodes
    .slice(index, page.nodes[index]!.end)
    .flatMap((node) => (node.parent === index ? [node.text] : []))
    .join('')
    .trim()

const linesIn = (page: Page, index: number): string =>
  page.nodes
    .slice(index, page.nodes[index]!.end)
    .map(({ tag, text }) => (tag === 'br' ? '\n' : text.replace(/\s+/g, ' ')))
    .join('')

/** "12.03.2021 10:15:32 UTC+01:00" as EDTF. */
function stampOf(title: string): string | null {
  const match = /^(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-]\d\d:\d\d))?/.exec(title.trim())
  return match ? `${match[3]}-${match[2]}-${match[1]}T${match[4]}${match[5] ?? ''}` : null
}
