/** Who speaks for which organisation, by what the case's sentences say: 'the company's chief executive, Marta Lind'. */
import type { Context } from './context.js'
import type { Passage } from './passages/passage.js'
import { spokenFor } from './sides.js'
import { contentWords, fold } from './words/content.js'
import data from './words/spokespersons.json' with { type: 'json' }

const ROLE = new RegExp(`\\b(?:${data.roles.join('|')})\\b`, 'gi')
/** As far from the role's word as a name in apposition stands. */
const NEAR = 60
const LONGEST = 500

const cache = new WeakMap<Context, ReadonlyMap<string, ReadonlySet<string>>>()

/** Entity → those who speak for it or for whom it speaks. */
export function voicesIn(context: Context): ReadonlyMap<string, ReadonlySet<string>> {
  let found = cache.get(context)
  if (!found) cache.set(context, (found = collect(context)))
  return found
}

function collect(context: Context): Map<string, Set<string>> {
  const out = new Map([...spokenFor(context)].map(([id, others]) => [id, new Set(others)] as const))
  const add = (a: string, b: string): unknown => (out.get(a) ?? out.set(a, new Set()).get(a)!).add(b)
  for (const card of context.cards.values())
    for (const p of card.passages ?? [])
      for (const [person, organisation] of heldIn(p, context)) {
        add(person, organisation)
        add(organisation, person)
      }
  return out
}

function heldIn(p: Passage, context: Context): [string, string][] {
  const { text } = p.evidence
  if (text.length > LONGEST || p.people.length === 0 || p.entities.length < 2) return []
  const people = p.people.filter((one) => one.entity !== null && /^\p{Lu}/u.test(text.slice(one.at)))
  const persons = new Set(people.map((one) => one.entity))
  const folded = fold(text)
  const others = p.entities
    .filter((id) => !persons.has(id))
    .map((id) => ({ id, at: placeOf(id, folded, context) }))
    .filter(({ at }) => at >= 0)
  const out: [string, string][] = []
  for (const { index, 0: role } of text.matchAll(ROLE)) {
    const nearest = <T extends { readonly at: number }>(list: readonly T[]): T | null =>
      list
        .filter(({ at }) => Math.abs(at - index) <= NEAR + role.length)
        .sort((a, b) => Math.abs(a.at - index) - Math.abs(b.at - index))[0] ?? null
    const [person, organisation] = [nearest(people), nearest(others)]
    if (person && organisation) out.push([person.entity!, organisation.id])
  }
  return out
}
/** Where an organisation's name, or its first word, stands in a text. */
function placeOf(id: string, folded: string, { nameOf }: Context): number {
  const name = fold(nameOf(id))
  const whole = name === '' ? -1 : folded.indexOf(name)
  return whole >= 0 ? whole : folded.indexOf(contentWords(name)[0] ?? '\u0000')
}
