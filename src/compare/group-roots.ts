/** Origins that are many people: 'nine of the ten divers'. */
import type { Context } from './context.js'
import type { Lineage } from './lineage.js'
import { mayBeOnePerson } from './proper-names.js'
import type { Root } from './root.js'
import { contentWords } from './words/content.js'

/** The noun of a group's description: 'diver' of 'nine of the ten divers who', 'collector' of 'all fifteen collectors of the union'. */
export function nounOf(told: string): string | null {
  const head = told.split(/,| (?:who|whom|whose|that|which|with|at|from|in|on) /)[0]!
  const plain = head.replace(/^\S+ of (?:the |its |their |his |her |our |these |those )?/i, '')
  return contentWords(plain.split(/ of /)[0]!).at(-1) ?? null
}

/** One group: the same noun, and documents that hang together or the same total. */
export function sameGroup(a: Root, b: Root, context: Context, lineage: Lineage): boolean {
  const [x, y] = [nounOf(a.told), nounOf(b.told)]
  if (x !== y && x !== null && y !== null && x !== 'other' && y !== 'other') return false
  const [c, d] = [a, b].map((r) => context.cards.get(r.path.at(-1)!.document)!) as [never, never]
  if (c === d) return a.count === b.count
  const total = (r: Root): number | null =>
    r.path.at(-1)!.tellers.find((t) => t.count === r.count)?.of ?? null
  return (
    (total(a) !== null && total(a) === total(b)) ||
    lineage.namesPublisherOf(c, d) ||
    lineage.namesPublisherOf(d, c) ||
    lineage.repeats(c, d) ||
    lineage.repeats(d, c)
  )
}

const oneOf = new WeakMap<Context, ReadonlyMap<string, readonly string[]>>()
/** The case calls a person one of the group: 'one of the survivors, Luc Orvik'. */
export function includesOne(group: Root, one: Root, context: Context): boolean {
  const noun = nounOf(group.told)
  if (noun === null || one.kind === 'document') return false
  let found = oneOf.get(context)
  if (!found) oneOf.set(context, (found = collect(context)))
  const own = ONE_OF.exec(one.told)?.[1]
  if (own !== undefined && contentWords(own)[0] === noun) return true
  return (found.get(noun) ?? []).some((name) => mayBeOnePerson(name, one.who))
}
const ONE_OF = /\bone of (?:the|its|their|his|her) (?:\w+ )?(\p{L}+s)\b/iu
const IN_TEXT = new RegExp(`${ONE_OF.source}[^.;]{0,60}`, 'giu')
const NAME = /\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)+/gu
const LONGEST = 500

/** Noun → names of people who are called one of those. */
function collect({ cards }: Context): Map<string, string[]> {
  const out = new Map<string, string[]>()
  for (const card of cards.values())
    for (const { evidence } of card.passages ?? [])
      for (const [all, of] of evidence.text.slice(0, LONGEST).matchAll(IN_TEXT)) {
        const noun = contentWords(of!)[0]
        if (noun === undefined) continue
        const list = out.get(noun)
        const names = all.match(NAME) ?? []
        if (list) list.push(...names)
        else out.set(noun, [...names])
      }
  return out
}
