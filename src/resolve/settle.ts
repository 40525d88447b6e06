/**
 * What the case as a whole tells of each document's entities: the whole name of which a reader saw a part, and what kind of
 * thing a name is. Readers take one newspaper for a person here and for a place there; together they are seldom wrong.
 */
import type { MentionType } from '../schema/reading.js'
import type { LocalEntity } from './local-entity.js'
import { familyOf, parseName, type Family } from './names/name.js'
import { hasLegalForm, isOrganizational } from './names/organization.js'
import { isPersonal } from './names/proper.js'
import { foldedName, RELATIONS } from './profile.js'
import { remembered } from './remembered.js'

/** The same locals in the same order. Linear in their number. */
export function settled(locals: readonly LocalEntity[]): LocalEntity[] {
  return withKinds(withWholeNames(locals))
}

/** A part of a name becomes the whole that stands around it, where another entity of the case is called that. */
function withWholeNames(locals: readonly LocalEntity[]): readonly LocalEntity[] {
  if (!locals.some((l) => l.wider)) return locals
  /** Documents in which something is called so. */
  const called = new Map<string, Set<string>>()
  for (const { names, document } of locals)
    for (const { text } of names) {
      const key = nameKey(text)
      const documents = called.get(key)
      if (documents) documents.add(document)
      else called.set(key, new Set([document]))
    }
  const times = (text: string): number => called.get(nameKey(text))?.size ?? 0
  return locals.map((local) => {
    const whole = new Map<string, string>()
    for (const { of, text } of local.wider ?? []) {
      // What others are called by itself is a name of its own: Limassol in "Orvik Trading of Limassol".
      const better = (whole.get(of)?.length ?? 0) < text.length
      const isPart = text.length < of.length
      if (isPart ? times(text) > times(of) || times(text) > 1 : better && times(text) >= times(of))
        whole.set(of, text)
    }
    if (whole.size === 0) return local
    const put = (text: string): string => whole.get(text) ?? text
    return {
      ...local,
      name: put(local.name),
      aliases: [...new Set(local.aliases.map(put))],
      names: local.names.map(({ text, count }) => ({ text: put(text), count })),
    }
  })
}

interface Votes {
  readonly families: Map<Family, number>
  readonly types: Map<MentionType, number>
  mentions: number
  /** Of which behind a preposition of place. */
  placed: number
  /** Something besides the name shows a person. */
  sure: boolean
}

/** A town is in the news as a place: what one in five mentions puts somewhere is one. */
const isPlaced = ({ placed, mentions }: Votes): boolean => placed > 0 && 5 * placed >= mentions

function withKinds(locals: readonly LocalEntity[]): LocalEntity[] {
  const votes = new Map<string, Votes>()
  const parts = new Set<string>()
  const firms = new Map<string, number>()
  for (const local of locals) {
    const key = keyOf(local)
    if (key === null) continue
    const own = votes.get(key) ?? {
      families: new Map<Family, number>(),
      types: new Map<MentionType, number>(),
      mentions: 0,
      placed: 0,
      sure: false,
    }
    votes.set(key, own)
    const family = familyOf(local.type)
    own.families.set(family, (own.families.get(family) ?? 0) + weightOf(local, family))
    own.types.set(local.type, (own.types.get(local.type) ?? 0) + 1)
    if (isSurely(local)) own.sure = true
    own.placed += local.placed ?? 0
    own.mentions += local.names.reduce((n, { count }) => n + count, 0)
    if (local.names.some((n) => hasLegalForm(n.text)))
      for (const start of startsOf(key)) firms.set(start, (firms.get(start) ?? 0) + 1)
  }
  for (const [key, { families }] of votes)
    if (key.includes(' ') && likeliest(families) === 'person')
      for (const part of key.split(' ')) parts.add(part)
  const isVillage = (local: LocalEntity, key: string, own: Votes): boolean =>
    !key.includes(' ') && (isPlaced(own) || !parts.has(key) || local.type === 'Group')
  // A town that nothing ever is in, or a man of whom nothing shows him one, is the firm whose name begins like it.
  for (const [start, count] of firms) {
    const own = votes.get(start)
    if (!own || isPlaced(own) || own.sure) continue
    own.families.set('organization', 1 + [...own.families.values()].reduce((n, votes) => n + votes, 0))
    if (!own.types.has('Organization')) own.types.set('Organization', count)
  }
  return locals.map((local) => {
    const key = keyOf(local)
    const own = key === null ? undefined : votes.get(key)
    if (!own || own.families.size < 2 || isSurely(local)) return local
    const family = likeliest(own.families)
    if (family === familyOf(local.type)) return local
    // A village may have the name of a man: one word is left as it was read, unless nothing ever is in it.
    if (local.type === 'Person' ? parts.has(key!) : family === 'person' && isVillage(local, key!, own))
      return local
    const type = [...own.types]
      .filter(([t]) => familyOf(t) === family)
      .sort(([t, x], [u, y]) => y - x || (t < u ? -1 : 1))[0]![0]
    return { ...local, type }
  })
}

/** Where as many say the one as the other: a person of whom nothing shows that he is one is none. */
const ORDER: readonly Family[] = ['organization', 'place', 'thing', 'person']

const likeliest = (families: ReadonlyMap<Family, number>): Family =>
  [...families].sort(([f, x], [g, y]) => y - x || ORDER.indexOf(f) - ORDER.indexOf(g))[0]![0]

/** True where something besides the name shows a person. */
const isSurely = (local: LocalEntity): boolean =>
  local.type === 'Person' &&
  (isPersonal(
    local.names.map((n) => n.text),
    [],
  ) ||
    local.gender !== null ||
    local.born !== null ||
    local.facts.some((f) => RELATIONS.has(f.property)))

function weightOf(local: LocalEntity, family: Family): number {
  if (isSurely(local)) return 2
  // Ships, churches and towns are called after saints, people in the news are not.
  if (family === 'person' && keyOf(local)!.startsWith('saint ')) return 0
  if (family === 'organization') return local.names.some((n) => isOrganizational(n.text)) ? 3 : 1
  // A man in the news is a he, or has a post or a title somewhere.
  if (family === 'person') return 0.5
  return family === 'place' && (local.placed ?? 0) > 0 ? 2 : 1
}

/** "odal", "odal spring" and "water" of "odal spring water". */
const startsOf = (key: string): string[] => {
  const words = key.split(' ')
  return words.length < 2
    ? []
    : [...words.slice(1, 4).map((_, i) => words.slice(0, i + 1).join(' ')), words.at(-1)!]
}

const keyOf = (local: LocalEntity): string | null => {
  const text = local.names[0]?.text
  return text === undefined ? null : nameKey(text) || null
}

/** Without legal form and articles: equal for what is called the same, whatever it was taken for. */
const nameKey = remembered((text) => {
  const parsed = parseName(text, 'Organization')
  return parsed ? foldedName(parsed.folded) : ''
})
