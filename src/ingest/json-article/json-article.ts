/** One article as JSON: schema.org's NewsArticle or what feeds and crawlers make of it. */
import type { Block, FieldEvidence, Part } from '../../schema/document.js'
import { findDate } from '../dates.js'
import type { Content, Format } from '../format.js'
import { readByline } from '../byline.js'
import { html } from '../html.js'
import { NO_METADATA } from '../metadata.js'
import { linesOf, paragraphsOf } from '../paragraphs.js'
import { articleIn, field, publisherOf } from './article.js'
import { AUTHOR, BODY, LANGUAGE, PUBLISHED, TITLE } from './field-names.js'
import { parsed } from './json.js'

const TAGGED = /<(?:p|br|div|h[1-6]|ul|ol|blockquote|a|em|strong|b|i|figure|span)\b[^<>]{0,500}>/i
const EMPTY: Content = { text: '', blocks: [], metadata: NO_METADATA, language: null, problems: [] }

export const jsonArticle: Format = {
  name: 'json-article',
  mediaType: 'application/json',
  extensions: ['json'],
  read(source) {
    const found = articleIn(parsed(source))
    if (!found) return EMPTY
    const { article, path } = found
    const title = field(article, TITLE)
    const body = field(article, BODY)!
    const author = field(article, AUTHOR)
    const publisher = publisherOf(article)
    const date = field(article, PUBLISHED)
    const headline = title?.values[0]!.replace(/\s+/g, ' ').trim() ?? null
    const inner = bodyOf(body.values.join('\n\n').replace(/\r\n?/g, '\n'))
    const start = headline === null ? 0 : headline.length + 2
    const blocks: Block[] = inner.blocks.map((b) => ({ ...b, start: b.start + start, end: b.end + start }))
    const text = (headline === null ? '' : `${headline}\n\n`) + inner.text
    const parts: Part[] = [{ start, end: text.length, place: { kind: 'field', path: path + body.key } }]
    if (headline !== null) {
      blocks.unshift({ start: 0, end: headline.length, kind: 'title' })
      parts.unshift({ start: 0, end: headline.length, place: { kind: 'field', path: path + title!.key } })
    }
    const byline = author?.values.flatMap((name) => namesIn(name)) ?? []
    const published = date ? (findDate(date.values[0]!)?.edtf ?? null) : null
    const outlet = publisher?.values[0] ?? null
    const evidence = (
      name: FieldEvidence['field'],
      value: string | null,
      from: string | undefined,
    ): FieldEvidence[] =>
      value === null || from === undefined
        ? []
        : [
            {
              field: name,
              value,
              from: path + from,
              at: name === 'title' ? { start: 0, end: value.length } : null,
            },
          ]
    return {
      text,
      blocks,
      parts,
      metadata: { title: headline, byline, publisher: outlet, published },
      language: field(article, LANGUAGE)?.values[0] ?? inner.language,
      problems: inner.problems,
      fields: [
        ...evidence('title', headline, title?.key),
        ...byline.flatMap((name) => evidence('byline', name, author?.key)),
        ...evidence('publisher', outlet, publisher?.key),
        ...evidence('published', published, date?.key),
      ],
    }
  },
}

/** Markup in a field is read as a page is. */
function bodyOf(body: string): Pick<Content, 'text' | 'blocks' | 'language' | 'problems'> {
  if (TAGGED.test(body)) {
    const page = html.read(`<!doctype html><body><article>${body}</article>`)
    if (page.blocks.length > 0) return { ...page, problems: [] }
  }
  return { text: body, blocks: paragraphsOf(body, linesOf(body)), language: null, problems: [] }
}

/** "By Ada Brock and Tom Vale" is two, a name alone is one. */
const namesIn = (author: string): readonly string[] => {
  const { people } = readByline(author)
  return people.length > 0 ? people : [author.replace(/\s+/g, ' ').trim()]
}
