/** The byline and date that a reader sees between a page's headline and its text. */
import { isByline, readByline } from '../byline.js'
import { NOBODY } from '../byline-words.js'
import { dateAlone, findDate } from '../dates.js'
import { nameOf } from './names.js'
import { textOf, type Page } from './page.js'

const BYLINE_NAME = / (?:byline|bylines|author|authors|writer) /
const DATE_NAME = / (?:date|dateline|time|timestamp|published|pubdate|posted) /
const MOST_SEEN = 400
/** An element of more nodes than this is no line. */
const LINE = 40

export interface Seen {
  readonly byline: readonly string[]
  readonly published: string | null
}

/** `main` is the index where the text begins. What stands after the last headline before it counts first. */
export function seenAbove(page: Page, main: number): Seen {
  let seen: Seen = { byline: [], published: null }
  let before = seen
  let looked = 0
  for (let i = 0; i < page.nodes.length && looked < MOST_SEEN; i++) {
    const { tag, attributes, text } = page.nodes[i]!
    const above = i <= main
    if (tag === 'h1' && above) {
      before = either(seen, before)
      seen = { byline: [], published: null }
    }
    const name = tag === '' ? ' ' : nameOf(attributes)
    const dated = tag === 'time' || DATE_NAME.test(name)
    const signed = attributes.get('rel') === 'author' || (above ? BYLINE_NAME : / bylines? /).test(name)
    if (!dated && !signed && !(above && text.trim() !== '')) continue
    looked++
    const words = tag === '' ? text.replace(/\s+/g, ' ').trim() : lineOf(page, i)
    seen = either(seen, {
      published:
        (dated ? (dateIn(attributes.get('datetime') ?? null) ?? dateIn(words)) : null) ??
        (above ? dateAlone(words) : null),
      byline: signed || isByline(words) ? (authorsOf([words]) ?? []) : [],
    })
  }
  return either(seen, before)
}

const either = (first: Seen, second: Seen): Seen => ({
  byline: first.byline.length > 0 ? first.byline : second.byline,
  published: first.published ?? second.published,
})

const lineOf = (page: Page, index: number): string =>
  page.nodes[index]!.end - index > LINE ? '' : textOf(page, index).slice(0, 200)

export const dateIn = (text: string | null): string | null =>
  text === null ? null : (findDate(text)?.edtf ?? null)

/** Names out of what a page gives as authors; null when it names nobody. */
export function authorsOf(given: readonly string[]): readonly string[] | null {
  const names = new Set<string>()
  for (const author of given) {
    if (/^https?:|^\S+\.\w{2,4}$|^@/.test(author) || NOBODY.has(author.toLowerCase())) continue
    const { people, outlet } = readByline(author)
    for (const name of people) names.add(name)
    if (people.length === 0 && outlet !== null) names.add(outlet)
  }
  return names.size > 0 ? [...names] : null
}
