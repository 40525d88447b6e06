/** Names for sources that one document leaves unnamed and another names. */
import type { Context } from './context.js'
import type { Root } from './root.js'
import type { Card } from './statement.js'
import { contentWords, fold } from './words/content.js'

const namesCache = new WeakMap<Context, ReadonlyMap<string, string>>()
/** The entity of the case that bears a name in whatever letters. */
export function entityNamed(name: string, context: Context): string | null {
  let found = namesCache.get(context)
  if (!found) {
    const ids = new Set([...context.statements.values()].flatMap((s) => s.entities))
    namesCache.set(
      context,
      (found = new Map([...ids].sort().map((id) => [fold(context.nameOf(id)), id] as const))),
    )
  }
  return found.get(fold(name)) ?? null
}

const unmaskedCache = new WeakMap<Context, ReadonlyMap<string, Card['unmasked'][number][]>>()
/** Descriptions of sources whose names are told, by the noun that they end in. */
export function unmaskedOf(context: Context): ReadonlyMap<string, Card['unmasked'][number][]> {
  let found = unmaskedCache.get(context)
  if (!found) {
    const map = new Map<string, Card['unmasked'][number][]>()
    for (const card of context.cards.values())
      for (const u of card.unmasked) {
        const head = contentWords(u.description).at(-1)
        if (head) map.set(head, [...(map.get(head) ?? []), u])
      }
    unmaskedCache.set(context, (found = map))
  }
  return found
}

/** The name of an origin that is described only, where the case tells it. */
export function nameFor(
  root: Root,
  unmasked: ReadonlyMap<string, Card['unmasked'][number][]>,
): Card['unmasked'][number] | null {
  if (root.kind !== 'role' && root.kind !== 'unnamed' && root.kind !== 'named') return null
  if (!root.established || /\p{Lu}[\p{L}'’-]+ \p{Lu}/u.test(root.told)) return null
  for (const word of contentWords(root.told.split(/\b(?:of|who|at|for|in|from)\b|,/)[0]!).reverse()) {
    const found = unmasked.get(word)
    const names = new Set(found?.map((u) => u.entity ?? fold(u.name)))
    if (found && names.size >= 1) return found.find((u) => u.entity) ?? found[0]!
    break
  }
  return null
}
