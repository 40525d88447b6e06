/** Title, authors, publisher and date of a page: JSON-LD first, then meta elements, then what a reader sees above the text. */
import { isByline, isOutlet, readByline } from '../byline.js'
import { NOBODY } from '../byline-words.js'
import { dateAlone, findDate } from '../dates.js'
import type { Metadata } from '../metadata.js'
import { readJsonLd } from './json-ld.js'
import { nameOf } from './names.js'
import { textOf, type Page } from './page.js'

/** Names of meta elements (name, property or itemprop, lower case), the surest first. */
const TITLE = [
  'og:title',
  'twitter:title',
  'headline',
  'dc.title',
  'dcterms.title',
  'parsely-title',
  'sailthru.title',
]
const AUTHOR = [
  'author',
  'article:author',
  'byl',
  'article_author',
  'parsely-author',
  'sailthru.author',
  'author.name',
  'dc.creator',
  'dcterms.creator',
  'citation_author',
]
const PUBLISHER = [
  'og:site_name',
  'publisher',
  'dc.publisher',
  'dcterms.publisher',
  'application-name',
  'citation_publisher',
]
const PUBLISHED = [
  'article:published_time',
  'article:published',
  'og:article:published_time',
  'datepublished',
  'og:datepublished',
  'pubdate',
  'og:pubdate',
  'pub_date',
  'publish-date',
  'publish_date',
  'publication_date',
  'published',
  'parsely-pub-date',
  'sailthru.date',
  'dc.date.issued',
  'dcterms.issued',
  'dcterms.created',
  'dcterms.date',
  'dc.date',
  'article_date_original',
  'citation_publication_date',
  'datecreated',
  'date',
]
const BYLINE_NAME = / (?:byline|bylines|author|authors|writer) /
const DATE_NAME = / (?:date|dateline|time|timestamp|published|pubdate|posted) /
const SEPARATOR = /\s+(?:[|–—»·•]|::?|-)\s+/
/** Where blogs are kept, not who publishes them. */
const HOSTS = /^(?:blogger|blogspot|wordpress(?:\.com)?|medium|substack|tumblr)$/i
const MOST_SEEN = 400

/** `main` is the index where the article begins: only what stands before it is taken for its byline or date. */
export function metadataOf(page: Page, main: number): Metadata {
  const linked = readJsonLd(page.jsonLd)
  const meta = metaElements(page)
  const first = (names: readonly string[]): string | null =>
    names.map((name) => meta.get(name)?.[0]).find((value) => value) ?? null
  const seen = seenAbove(page, main)

  const publisher = siteName(
    HOSTS.test(linked.publisher ?? '') ? first(PUBLISHER) : (linked.publisher ?? first(PUBLISHER)),
  )
  const headings = headingsOf(page)
  const heading = headings.length === 1 ? headings[0]! : null
  const whole = elementText(page, 'title')
  const titled = linked.headline ?? first(TITLE) ?? heading ?? whole
  return {
    title: titled === null ? null : withoutSite(titled, publisher, headings),
    byline: withoutPublisher(
      authors(linked.authors) ??
        authors(AUTHOR.flatMap((name) => meta.get(name) ?? []).slice(0, 20)) ??
        seen.byline,
      publisher,
    ),
    publisher: publisher ?? outletIn(whole),
    published:
      dateIn(linked.published) ??
      PUBLISHED.map((name) => dateIn(meta.get(name)?.[0] ?? null)).find((date) => date !== null) ??
      seen.published,
  }
}

function headingsOf(page: Page): string[] {
  const found = page.nodes.flatMap(({ tag }, i) => (tag === 'h1' ? [i] : [])).slice(0, MOST_HEADINGS)
  return found.map((i) => textOf(page, i)).filter((text) => text !== '')
}
const MOST_HEADINGS = 50

function metaElements(page: Page): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const { tag, attributes } of page.nodes) {
    const content = attributes.get('content')
    if (tag !== 'meta' || !content) continue
    const value = content.replace(/\s+/g, ' ').trim()
    for (const key of new Set([
      attributes.get('name'),
      attributes.get('property'),
      attributes.get('itemprop'),
    ]))
      if (key && value !== '')
        found.set(key.toLowerCase(), [...(found.get(key.toLowerCase()) ?? []).slice(0, 20), value])
  }
  return found
}

function elementText(page: Page, tag: string): string | null {
  const index = page.nodes.findIndex((node) => node.tag === tag)
  return index === -1 ? null : textOf(page, index) || null
}

/** Names out of what a page gives as authors; null when it names nobody. */
function authors(given: readonly string[]): readonly string[] | null {
  const names = new Set<string>()
  for (const author of given) {
    if (/^https?:|^\S+\.\w{2,4}$|^@/.test(author) || NOBODY.has(author.toLowerCase())) continue
    const { people, outlet } = readByline(author)
    for (const name of people) names.add(name)
    if (people.length === 0 && outlet !== null) names.add(outlet)
  }
  return names.size > 0 ? [...names] : null
}

/** "Ada Brock, Meridian Press": the paper is no second author, nor the only one. */
const withoutPublisher = (byline: readonly string[], publisher: string | null): readonly string[] =>
  byline.filter((name) => !fold(publisher ?? '').includes(fold(name)))

const dateIn = (text: string | null): string | null => (text === null ? null : (findDate(text)?.edtf ?? null))

/** The byline and date a reader sees before the text begins. */
function seenAbove(page: Page, main: number): { byline: readonly string[]; published: string | null } {
  let byline: readonly string[] = []
  let published: string | null = null
  let looked = 0
  for (let i = 0; i < page.nodes.length && looked < MOST_SEEN; i++) {
    const { tag, attributes, text } = page.nodes[i]!
    const name = tag === '' ? ' ' : nameOf(attributes)
    const dated = tag === 'time' || DATE_NAME.test(name)
    const above = i <= main
    const signed = attributes.get('rel') === 'author' || (above ? BYLINE_NAME : / bylines? /).test(name)
    if (!dated && !signed && !(above && text.trim() !== '')) continue
    looked++
    const words = tag === '' ? text.replace(/\s+/g, ' ').trim() : shortText(page, i)
    if (published === null && dated) published = dateIn(attributes.get('datetime') ?? null) ?? dateIn(words)
    if (published === null && above) published = dateAlone(words)
    if (byline.length === 0 && (signed || isByline(words))) byline = authors([words]) ?? []
  }
  return { byline, published }
}

function shortText(page: Page, index: number): string {
  return page.nodes[index]!.end - index > 40 ? '' : textOf(page, index).slice(0, 200)
}

function siteName(name: string | null): string | null {
  const plain = name
    ?.replace(/^https?:\/\/(?:www\.)?|\/$/g, '')
    .replace(/^@/, '')
    .split(SEPARATOR)[0]
    ?.trim()
  return plain ? plain : null
}

const fold = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')

/** "Bridge closed | Meridian Press" → "Bridge closed". */
function withoutSite(title: string, publisher: string | null, headings: readonly string[]): string {
  const same = headings.find((heading) => fold(heading) !== '' && fold(title).startsWith(fold(heading)))
  const parts = title.split(SEPARATOR)
  if (parts.length === 1) return title
  if (same !== undefined && SEPARATOR.test(title.slice(same.length))) return same
  const site = fold(publisher ?? '')
  const last = parts.at(-1)!
  const ofSite = (part: string): boolean =>
    site !== '' && (fold(part).includes(site) || (fold(part) !== '' && site.includes(fold(part))))
  if (ofSite(last) || (site === '' && isOutlet(last)))
    return title.slice(0, title.lastIndexOf(last)).replace(/[\s|–—»·•:-]+$/, '')
  if (ofSite(parts[0]!)) return title.slice(title.indexOf(parts[1]!))
  return title
}

function outletIn(title: string | null): string | null {
  const last = title?.split(SEPARATOR).at(-1)
  return last !== undefined && last !== title && isOutlet(last) ? last : null
}
