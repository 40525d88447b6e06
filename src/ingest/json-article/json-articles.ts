/** Many articles in one file of JSON, a list, a feed or a line each: every one becomes a document of its own. */
import { problem } from '../../schema/errors.js'
import type { Problem } from '../../schema/reading.js'
import { byteLines } from '../byte-lines.js'
import { decode } from '../charset.js'
import type { Content, Out, Parser, Source } from '../format.js'
import { NO_METADATA } from '../metadata.js'
import { field, isArticle } from './article.js'
import { LISTS, TITLE } from './field-names.js'
import { parsed } from './json.js'
import { objectEnd } from './values.js'

const LIST = new RegExp(String.raw`^\s*(?:\[|\{[^]{0,4000}?"(?:${LISTS.join('|')})"\s*:\s*\[)\s*(?=\{)`)
const MOST_PROBLEMS = 100

export const jsonArticles: Parser = {
  name: 'json-articles',
  mediaType: 'application/json',
  extensions: ['jsonl', 'ndjson', 'json'],
  knows: (head) =>
    kindOf(
      Buffer.from(head)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    ) !== null,
  async parse(source, out) {
    const kind = kindOf(
      Buffer.from(source.head)
        .toString('utf8')
        .replace(/^\ufeff/, ''),
    )
    const problems: Problem[] = []
    const skip = (where: string): void => {
      if (problems.length < MOST_PROBLEMS) problems.push(problem('article-damaged', null, where))
    }
    if (kind === 'lines') await eachLine(source, out, skip)
    else await eachInList(source, out, skip)
    return problems.length === 0 ? null : { ...EMPTY, problems }
  },
}

const EMPTY: Content = { text: '', blocks: [], metadata: NO_METADATA, language: null, problems: [] }

/** By the first record, where it is whole in the head; a list of one article is no container but that article. */
function kindOf(head: string): 'lines' | 'list' | null {
  if (/^\s*\{/.test(head)) {
    const start = head.indexOf('{')
    const end = objectEnd(head, start)
    const next = end === -1 ? '' : head.slice(end, end + 200)
    if (end !== -1 && /^[ \t\r]*\n\s*\S/.test(next) && isArticle(parsed(head.slice(start, end))))
      return 'lines'
  }
  const list = LIST.exec(head)?.[0].length
  if (list === undefined) return null
  const end = objectEnd(head, list)
  if (end === -1 || !isArticle(parsed(head.slice(list, end)))) return null
  return /^\s*,/.test(head.slice(end, end + 200)) || !head.startsWith('[') ? 'list' : null
}

/** A line longer than this is no article; it is listed and not kept in memory. */
const LONGEST_LINE = 16 * 1024 * 1024

async function eachLine(source: Source, out: Out, skip: (where: string) => void): Promise<void> {
  let [number, done] = [0, 0]
  for await (const { bytes, begins } of byteLines(source.path, LONGEST_LINE)) {
    if (!begins) continue
    number++
    const line = bytes.toString('utf8').trim()
    if (line === '') continue
    await hand(line, `${number}`, out, skip, `line ${number}`)
    out.progress(++done, null)
  }
}

async function eachInList(source: Source, out: Out, skip: (where: string) => void): Promise<void> {
  const { text } = decode(await source.bytes())
  let at = LIST.exec(text)?.[0].length ?? text.length
  for (let number = 1; at < text.length; number++) {
    const start = at + /^[\s,]*/.exec(text.slice(at, at + 10_000))![0].length
    if (text[start] !== '{') break
    const end = objectEnd(text, start)
    if (end === -1) return skip(`item ${number}`)
    await hand(text.slice(start, end), `${number}`, out, skip, `item ${number}`)
    out.progress(number, null)
    at = end
  }
}

async function hand(
  json: string,
  name: string,
  out: Out,
  skip: (where: string) => void,
  where: string,
): Promise<void> {
  const value = parsed(json)
  if (!isArticle(value)) return skip(where)
  const title = field(value, TITLE)?.values[0]!.replace(/\s+/g, ' ').slice(0, 80)
  await out.child({ name: `${name}${title === undefined ? '' : ` ${title}`}.json`, bytes: Buffer.from(json) })
}
