/** The kinds of files that are read, and how one is told from its characters. */
import type { Format } from './format.js'
import { html } from './html.js'
import { articleIn } from './json-article/article.js'
import { jsonArticle } from './json-article/json-article.js'
import { parsed } from './json-article/json.js'
import { markdown } from './markdown.js'
import { csv } from './office/csv.js'
import { text } from './text.js'
import { chatIn, chatJson } from './transcript/chat-json.js'
import { isMessageLines, messageLines } from './transcript/message-lines.js'
import { isTranscript, transcript } from './transcript/plain.js'
import { isSrt, srt } from './transcript/srt.js'
import { isTelegramHtml, telegramHtml } from './transcript/telegram-html.js'
import { isVtt, vtt } from './transcript/vtt.js'

export const FORMATS: readonly Format[] = [
  html,
  markdown,
  srt,
  vtt,
  transcript,
  messageLines,
  chatJson,
  telegramHtml,
  jsonArticle,
  csv,
  text,
]

/** A page shows itself at its beginning (after the WHATWG MIME sniffing standard, less the tags that Markdown also has). */
const PAGE =
  /^\s*(?:<\?xml\b[^>]{0,300}>\s*|<!--(?:(?!-->)[^]){0,5000}-->\s*)*<(?:!doctype\s+html|html|head|body|title|meta|script|style|iframe)\b/i
/** Tags that a page without such a beginning has all the same. */
const TAG =
  /<(?:p|div|br|h[1-6]|ul|ol|li|table|tr|td|span|a|b|i|em|strong|font|center|article|section|blockquote|img|hr|title|meta|pre)\b[^<>]*>/gi
const LOOKED_AT = 20_000
/** A fragment of a page has a tag at least every so many characters. */
const SPACING = 500

/** The format of some characters. The file's name only decides between kinds that the characters fit alike. */
export function formatOf(source: string, file: string): Format {
  const head = source.slice(0, LOOKED_AT)
  const extension = /\.([a-z0-9]{1,8})$/i.exec(file)?.[1]?.toLowerCase() ?? ''
  const named = BY_NAME.find((format) => format.extensions.includes(extension)) ?? text
  if (PAGE.test(head)) return isTelegramHtml(head) ? telegramHtml : html
  const kind = kindByContent(source, head)
  if (kind) return kind
  if (named === html) return tagged(head) ? html : text
  if (named === text && /^\s*<(?:p|div|h[1-6]|article|section|table|center)\b/i.test(head) && tagged(head))
    return html
  return named
}

/** What any text may be called; everything else must show itself. */
const BY_NAME: readonly Format[] = [html, markdown, csv, text]

/** What shows in every character: subtitles, chats, JSON, people who take turns. */
function kindByContent(source: string, head: string): Format | null {
  if (isVtt(head)) return vtt
  if (isSrt(head)) return srt
  if (isMessageLines(head)) return messageLines
  if (/^\s*(?:\{\s*"|\[\s*\{)/.test(head)) {
    const root = parsed(source)
    if (articleIn(root)) return jsonArticle
    if (chatIn(root)) return chatJson
  }
  return isTranscript(head) ? transcript : null
}

function tagged(head: string): boolean {
  const tags = head.match(TAG)?.length ?? 0
  return tags > 0 && tags * SPACING >= head.length
}
