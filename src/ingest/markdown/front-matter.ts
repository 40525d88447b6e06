/** The "---" block before a Markdown text: `title: Bridge closed`, one key a line, or lists of names below a key. */
import { readByline } from '../byline.js'
import { findDate } from '../dates.js'
import type { Metadata } from '../metadata.js'

export interface FrontMatter {
  readonly metadata: Metadata
  readonly language: string | null
  /** Where the text begins. */
  readonly end: number
}

const BLOCK = /^---[ \t]*\n((?:(?!(?:---|\.\.\.)[ \t]*(?:\n|$)).*\n){0,200})(?:---|\.\.\.)[ \t]*(?:\n|$)/
const LINE = /^([A-Za-z_]+)[ \t]*:[ \t]*(.*)$/
const LISTED = /^[ \t]*-[ \t]+(.*)$/

/** Null where a text has none. */
export function frontMatterOf(source: string): FrontMatter | null {
  const match = BLOCK.exec(source)
  if (!match) return null
  const values = new Map<string, string[]>()
  let key = ''
  for (const line of match[1]!.split('\n')) {
    const [, name, value] = LINE.exec(line) ?? []
    const listed = LISTED.exec(line)?.[1]
    if (name !== undefined) values.set((key = name.toLowerCase()), listOf(value!))
    else if (listed !== undefined) values.get(key)?.push(unquoted(listed))
  }
  const first = (...keys: string[]): string | null =>
    keys.map((name) => values.get(name)?.[0]).find((value) => value) ?? null
  const authors = ['author', 'authors', 'byline'].flatMap((name) => values.get(name) ?? [])
  return {
    metadata: {
      title: first('title', 'headline'),
      byline: authorsOf(authors, first('publisher', 'publication', 'outlet', 'site', 'source')),
      publisher: first('publisher', 'publication', 'outlet', 'site', 'source'),
      published: findDate(first('date', 'published', 'pubdate', 'created') ?? '')?.edtf ?? null,
    },
    language: first('lang', 'language'),
    end: match[0].length,
  }
}

/** A name that is the publisher's as well is a whole ("Dust and Clay"), and so is a pen name ("A Friend of the Bridge"). */
function authorsOf(authors: readonly string[], publisher: string | null): string[] {
  return authors.flatMap((author) => {
    if (author === publisher) return [author]
    const { people } = readByline(author)
    const names = people.every((name) => name.includes(' '))
    return names && people.length > 0 && !PEN_NAME.test(author) ? people : [author]
  })
}
/** No person's name has these inside it. */
const PEN_NAME = /\s(?:on|in|at|under|from|above|behind|of the|by the)\s/i

function listOf(value: string): string[] {
  const inside = /^\[(.*)\]\s*$/.exec(value)?.[1]
  return (inside === undefined ? [value] : inside.split(',')).map(unquoted).filter((item) => item !== '')
}

const unquoted = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, '$2')
