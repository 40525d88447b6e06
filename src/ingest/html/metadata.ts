/** Title, authors, publisher and date of a page: JSON-LD first, then meta elements, then what a reader sees above the text. */
import type { Metadata } from '../metadata.js'
import { readJsonLd } from './json-ld.js'
import { AUTHOR, PUBLISHED, PUBLISHER, TITLE } from './meta-names.js'
import { textOf, type Page } from './page.js'
import { authorsOf, dateIn, seenAbove } from './seen-above.js'
import { fold, outletIn, siteName, withoutSite } from './title.js'

/** Where blogs are kept, not who publishes them. */
const HOSTS = /^(?:blogger|blogspot|wordpress(?:\.com)?|medium|substack|tumblr)$/i
const MOST_HEADINGS = 50
const MOST_VALUES = 20

/** `main` is the index where the article begins: only what stands before it is taken for its byline or date. */
export function metadataOf(page: Page, main: number): Metadata {
  const linked = readJsonLd(page.jsonLd)
  const meta = metaElements(page)
  const first = (names: readonly string[]): string | null =>
    names.map((name) => meta.get(name)?.[0]).find((value) => value) ?? null
  const seen = seenAbove(page, main)

  const whole = elementText(page, 'title')
  const named = HOSTS.test(linked.publisher ?? '') ? null : linked.publisher
  const publisher = siteName(named ?? first(PUBLISHER)) ?? outletIn(whole)
  const headings = headingsOf(page)
  const heading = headings.length === 1 ? headings[0]! : null
  const titled = linked.headline ?? first(TITLE) ?? heading ?? whole
  return {
    title: titled === null ? null : withoutSite(titled, publisher, headings),
    byline: withoutPublisher(
      authorsOf(linked.authors) ??
        authorsOf(AUTHOR.flatMap((name) => meta.get(name) ?? []).slice(0, MOST_VALUES)) ??
        seen.byline,
      publisher,
    ),
    publisher,
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
        found.set(key.toLowerCase(), [...(found.get(key.toLowerCase()) ?? []).slice(0, MOST_VALUES), value])
  }
  return found
}

function elementText(page: Page, tag: string): string | null {
  const index = page.nodes.findIndex((node) => node.tag === tag)
  return index === -1 ? null : textOf(page, index) || null
}

/** "Ada Brock, Meridian Press": the paper is no second author, nor the only one. */
const withoutPublisher = (byline: readonly string[], publisher: string | null): readonly string[] =>
  byline.filter((name) => !fold(publisher ?? '').includes(fold(name)))
