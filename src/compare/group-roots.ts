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

const oneOf = new WeakMap<Context, readonly { readonly text: string; readonly noun: string }[]>()
/** The case calls a person one of the group: 'one of the survivors, Farid Noori'. */
export function includesOne(group: Root, one: Root, context: Context): boolean {
  const noun = nounOf(group.told)
  if (noun === null || one.kind === 'document') return false
  let found = oneOf.get(context)
  if (!found)
    oneOf.set(
      context,
      (found = [...context.cards.values()].flatMap((card) =>
        (card.passages ?? []).flatMap(({ evidence: { text } }) =>
          [
            ...text
              .slice(0, 500)
              .matchAll(/\bone of (?:the|its|their|his|her) (?:\w+ )?(\p{L}+s)\b[^.;]{0,60}/giu),
          ].map(([all, of]) => ({ text: all, noun: contentWords(of!)[0] ?? '' })),
        ),
      )),
    )
  const names = (text: string): string[] => text.match(/\p{Lu}[\p{L}'’.-]*(?: \p{Lu}[\p{L}'’.-]*)+/gu) ?? []
  return [
    { text: one.told, noun: /\bone of the (?:\w+ )?(\p{L}+s)\b/iu.exec(one.told)?.[1] ?? '' },
    ...found,
  ].some(
    (o) =>
      (contentWords(o.noun)[0] ?? o.noun) === noun &&
      (o.text === one.told || names(o.text).some((n) => mayBeOnePerson(n, one.who))),
  )
}
