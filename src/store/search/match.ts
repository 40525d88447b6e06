import type { Phrase, Wanted } from './query.js'

/** All of `all`, none of `none`; words consist of letters and digits alone, so nothing in them has a meaning of its own. */
export interface Match {
  readonly all: readonly (readonly Phrase[])[]
  readonly none: readonly Phrase[]
}

/** As FTS5 writes it: https://www.sqlite.org/fts5.html#full_text_query_syntax */
export function fts5(match: Match): string {
  const phrase = ({ words, open }: Phrase) => `"${words.join(' ')}"${open ? ' *' : ''}`
  const any = (phrases: readonly Phrase[]) => `(${phrases.map(phrase).join(' OR ')})`
  const all = match.all.map(any).join(' AND ')
  return match.none.length > 0 ? `(${all}) NOT ${any(match.none)}` : all
}

/** As PostgreSQL's tsquery is written, with `also` (if it is not '') as one more word. */
export function tsquery(match: Match, also = ''): string {
  const phrase = ({ words, open }: Phrase) =>
    `(${words.map((word, i) => `'${word}'${open && i === words.length - 1 ? ':*' : ''}`).join(' <-> ')})`
  const any = (phrases: readonly Phrase[]) => `(${phrases.map(phrase).join(' | ')})`
  return [
    ...(also === '' ? [] : [`'${also}'`]),
    ...match.all.map(any),
    ...match.none.map((p) => `!${phrase(p)}`),
  ].join(' & ')
}

/** The query with the spellings of names that the case has put in. */
export const withSpellings = (
  all: readonly Wanted[],
  spellings: ReadonlyMap<string, readonly string[]>,
): Phrase[][] =>
  all.map(({ any, names }) => [
    ...any,
    ...names.flatMap((name) => spellings.get(name) ?? []).map((word) => ({ words: [word], open: false })),
  ])
