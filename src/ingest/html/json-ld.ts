/** What a page's JSON-LD (schema.org) says of its article. Broken JSON gives nothing. */
import { decodeEntities } from './entities.js'

export interface Linked {
  readonly headline: string | null
  readonly authors: readonly string[]
  readonly publisher: string | null
  readonly published: string | null
}

type Thing = Readonly<Record<string, unknown>>

const ARTICLE = /Article|BlogPosting|^Report$|^Review$|SocialMediaPosting/
const MOST_THINGS = 5000

export function readJsonLd(scripts: readonly string[]): Linked {
  const things = scripts.flatMap(thingsOf)
  const byId = new Map(
    things.flatMap((thing) => {
      const id = thing['@id']
      return typeof id === 'string' && thing['name'] !== undefined ? [[id, thing] as const] : []
    }),
  )
  const resolve = (value: unknown): unknown => {
    const id = isThing(value) && value['name'] === undefined ? value['@id'] : undefined
    return typeof id === 'string' ? (byId.get(id) ?? value) : value
  }
  const names = (value: unknown): string[] =>
    listOf(value)
      .map(resolve)
      .map((item) => text(isThing(item) ? item['name'] : item))
      .filter((name): name is string => name !== null && !/^https?:/.test(name))
  const articles = things.filter((thing) => typeOf(thing, ARTICLE))
  const pages = things.filter((thing) => typeOf(thing, /WebPage$/))
  const first = <T>(from: readonly Thing[], read: (thing: Thing) => T | null): T | null => {
    for (const thing of from) {
      const found = read(thing)
      if (found !== null) return found
    }
    return null
  }
  return {
    headline: first(articles, (thing) => text(thing['headline']) ?? text(thing['name'])),
    authors:
      first(articles, (thing) => nonEmpty([...names(thing['author']), ...names(thing['creator'])])) ?? [],
    publisher:
      first([...articles, ...pages], (thing) => names(thing['publisher'])[0] ?? null) ??
      first(
        things.filter((thing) => typeOf(thing, /^(?:WebSite|NewsMediaOrganization)$/)),
        (thing) => text(thing['name']),
      ),
    published: first(
      [...articles, ...pages],
      (thing) => text(thing['datePublished']) ?? text(thing['dateCreated']),
    ),
  }
}

function thingsOf(script: string): Thing[] {
  const source = script.replace(/^\s*(?:<!--|\/\/<!\[CDATA\[|<!\[CDATA\[)|(?:-->|\/\/\]\]>|\]\]>)\s*$/g, '')
  // Line breaks inside strings are the commonest fault, and no others change meaning when they go.
  const root = parse(source) ?? parse(source.replace(/[\u0000-\u001f]+/g, ' '))
  const things: Thing[] = []
  const waiting: unknown[] = [root]
  for (let i = 0; i < waiting.length && i < MOST_THINGS; i++) {
    const value = waiting[i]
    if (isThing(value)) things.push(value)
    if (typeof value === 'object' && value !== null)
      for (const inner of Object.values(value)) if (typeof inner === 'object') waiting.push(inner)
  }
  return things
}

function parse(source: string): unknown {
  try {
    return JSON.parse(source) as unknown
  } catch {
    return null
  }
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value])
const nonEmpty = <T>(list: readonly T[]): readonly T[] | null => (list.length > 0 ? list : null)
const typeOf = (thing: Thing, type: RegExp): boolean =>
  listOf(thing['@type']).some((name) => typeof name === 'string' && type.test(name))

function text(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const plain = decodeEntities(value.slice(0, 1000))
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return plain === '' ? null : plain
}
