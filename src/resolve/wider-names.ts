/** Longer names that a mention may be a part of: "NOVI" before "SAD", "Guinea News" after "Gulf of". What the case calls so decides. */
import type { Mention } from '../schema/reading.js'
import { nameOnly } from './names/person.js'
import { completed } from './local-names.js'

export interface Wider {
  /** The name as it was read. */
  readonly of: string
  /** What stands around it, read on: words written large, and what joins them; or what of it stands on its first line. */
  readonly text: string
}

const JOIN = '(?:(?:of|for|and|&|the|de|del|la|von|van) ){0,2}'
const RIGHT = new RegExp(`^ ${JOIN}(?:\\p{Lu}|\\d)[\\p{L}\\p{N}’'&-]*`, 'u')
const LEFT = new RegExp(`(?<![\\p{L}\\p{N}])\\p{Lu}[\\p{L}\\p{N}’'&.-]* ${JOIN}$`, 'u')
const JOINED = / (?:of|for|and|&|the) /
const MOST_WORDS = 4
const LONGEST = 40
const MOST = 8

/** Of the mentions of one entity; a person's name is joined to others by nothing. Each name is read on only where most of its mentions are. At most eight. */
export function widerNames(own: readonly Mention[], text: string, isPerson: boolean): Wider[] {
  const named = own.filter((m) => m.form === 'name')
  const times = new Map<string, number>()
  const found = new Map<string, { wider: Wider; count: number }>()
  for (const mention of named) {
    const of = nameOnly(completed(mention, text).replace(/\s+/g, ' '))
    times.set(of, (times.get(of) ?? 0) + 1)
    const line = mention.text.split('\n', 1)[0]!.trim()
    for (const wide of line === mention.text.trim()
      ? around(mention, text)
      : isPerson
        ? []
        : [nameOnly(line)]) {
      if (wide === '' || (isPerson && JOINED.test(wide))) continue
      const key = `${of}\n${wide}`
      found.set(key, { wider: { of, text: wide }, count: (found.get(key)?.count ?? 0) + 1 })
    }
  }
  return [...found.values()]
    .filter(({ wider, count }) => 2 * count > times.get(wider.of)!)
    .map(({ wider }) => wider)
    .slice(0, MOST)
}

/** The mention with one word more and with all there are, on either side and on both. */
function around(mention: Mention, text: string): ReadonlySet<string> {
  const right = steps((taken) => RIGHT.exec(text.slice(mention.end + taken, mention.end + taken + LONGEST)))
  const left = steps((taken) =>
    LEFT.exec(text.slice(Math.max(0, mention.start - taken - LONGEST), mention.start - taken)),
  )
  const wide = new Set<string>()
  for (const before of new Set([0, ...left]))
    for (const after of new Set([0, ...right]))
      if (before + after > 0) wide.add(nameOnly(text.slice(mention.start - before, mention.end + after)))
  return wide
}

/** How far the first word reaches, and the last. */
function steps(next: (taken: number) => RegExpExecArray | null): number[] {
  const reached: number[] = []
  let taken = 0
  while (reached.length < MOST_WORDS) {
    const match = next(taken)
    if (!match) break
    taken += match[0].length
    reached.push(taken)
  }
  return reached.length > 1 ? [reached[0]!, taken] : reached
}
