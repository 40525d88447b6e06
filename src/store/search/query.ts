import { wordsOf } from './words.js'

/** Words that follow one another; of the last one only the beginning where `open`. */
export interface Phrase {
  readonly words: readonly string[]
  readonly open: boolean
}

export interface Wanted {
  /** One of these. */
  readonly any: readonly Phrase[]
  /** Words of names to be found across spellings as well. */
  readonly names: readonly string[]
}

export interface ParsedQuery {
  /** All of these. */
  readonly all: readonly Wanted[]
  /** None of these. */
  readonly none: readonly Phrase[]
}

/** Beyond these, a query is cut: nobody types so much, and the databases have limits of their own. */
const LONGEST = 1000
const MOST = 32

const PART = /(-?)(?:"([^"]*)"?|([^\s"]+))/gu

/**
 * Reads what a user types: words (all of them), `"a phrase"`, `-without`, `begin*`, `name~` (across spellings), `this OR that`.
 * Any text is a query; what holds no word asks for nothing.
 */
export function parseQuery(typed: string): ParsedQuery {
  const all: Wanted[] = []
  const none: Phrase[] = []
  let or = false
  for (const [, minus, quoted, bare = ''] of typed.slice(0, LONGEST).matchAll(PART)) {
    if (all.length + none.length >= MOST) break
    if (bare === 'OR' && !minus) {
      or = all.length > 0
      continue
    }
    const words = wordsOf(quoted ?? bare).map((w) => w.word)
    if (words.length === 0) continue
    const phrase = { words, open: quoted === undefined && /\p{L}\*$/u.test(bare) }
    if (minus) {
      none.push(phrase)
      continue
    }
    const wanted: Wanted[] =
      quoted === undefined && bare.endsWith('~')
        ? words.map((word) => ({ any: [{ words: [word], open: false }], names: [word] }))
        : [{ any: [phrase], names: [] }]
    const before = or ? all.pop() : undefined
    if (before)
      wanted[0] = { any: [...before.any, ...wanted[0]!.any], names: [...before.names, ...wanted[0]!.names] }
    all.push(...wanted)
    or = false
  }
  return { all, none }
}
