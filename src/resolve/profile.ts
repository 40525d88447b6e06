/** The entities of many documents that nothing tells apart, as one: what is compared with others. */
import { edtfInterval, type DateInterval } from '../schema/edtf.js'
import type { MentionType } from '../schema/reading.js'
import type { Gender } from './gender.js'
import type { LocalEntity } from './local-entity.js'
import { fold } from './names/fold.js'
import { GENDERED_TITLES as TITLES } from './names/titles.js'
import { familyOf, type AnyName, type Family } from './names/name.js'
import { remembered } from './remembered.js'

export interface Profile {
  /** In the order they were given. Never empty. */
  readonly locals: readonly LocalEntity[]
  readonly type: MentionType
  readonly family: Family
  /** The fullest names: none is short for another. Empty for what has only descriptions. */
  readonly names: readonly AnyName[]
  /** A place: a preposition of place stands before it now and then. */
  readonly placed: boolean
  /** A person known by a surname, a first name or initials alone. */
  readonly partial: boolean
  readonly gender: Gender | null
  /** True where a title or a noun tells the gender, not pronouns alone. */
  readonly titled: boolean
  readonly born: DateInterval | null
  readonly died: DateInterval | null
  /** Words of posts and descriptions: 'mayor', 'vestfold'. */
  readonly roles: ReadonlySet<string>
  /** True where a claim gives a post, rather than a mere description. */
  readonly hasPost: boolean
  /** Folded names of places it is tied to, and of those it works for. */
  readonly places: ReadonlySet<string>
  readonly employers: ReadonlySet<string>
  /** relation → folded names of relatives. */
  readonly relatives: ReadonlyMap<string, ReadonlySet<string>>
  /** Local keys of relatives: they are others. */
  readonly kin: ReadonlyMap<string, string>
  /** Folded names of two words or more that stand near it. */
  readonly near: ReadonlySet<string>
  readonly documents: ReadonlySet<string>
}

export const RELATIONS: ReadonlySet<string> = new Set(['parent', 'child', 'spouse', 'sibling', 'relative'])
const PLACES = new Set([
  'residence',
  'birthPlace',
  'deathPlace',
  'nationality',
  'country',
  'locatedIn',
  'headquarters',
  'location',
])
const EMPLOYERS = new Set([
  'employer',
  'memberOf',
  'politicalParty',
  'owner',
  'owns',
  'director',
  'parentOrganization',
  'subsidiary',
  'ceo',
  'founder',
  'founded',
])
const SMALL = new Set([
  'the',
  'a',
  'an',
  'of',
  'for',
  'in',
  'at',
  'and',
  'his',
  'her',
  'its',
  'their',
  'former',
  'then',
  'late',
  'new',
  'old',
  'to',
  'on',
  'with',
  'who',
  'man',
  'woman',
  'person',
])
const MOST = 400

/** Of locals that bear the same names; the first decides the type where counts are equal. */
export function profileOf(locals: readonly LocalEntity[], names: readonly AnyName[]): Profile {
  const type = commonest(locals.map((l) => l.type))
  const [roles, places, employers, near] = [
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
    new Set<string>(),
  ]
  const relatives = new Map<string, Set<string>>()
  const kin = new Map<string, string>()
  let hasPost = false
  let born: DateInterval | null = null
  let died: DateInterval | null = null
  const own = new Set(names.flatMap((n) => n.words.map((w) => w.folded)))
  for (const local of locals) {
    for (const description of local.descriptions) addWords(roles, description, own)
    for (const name of local.near) {
      const folded = foldedName(name)
      if (near.size < MOST && folded.includes(' ')) near.add(folded)
    }
    if (local.born) born = narrower(born, edtfInterval(local.born))
    for (const { property, value, entity } of local.facts) {
      if (property === 'position' || property === 'occupation') {
        hasPost = true
        addWords(roles, value, own)
      } else if (property === 'deathDate') died = narrower(died, edtfInterval(value))
      else if (PLACES.has(property)) addSome(places, foldedName(value))
      else if (EMPLOYERS.has(property)) addSome(employers, foldedName(value))
      else if (RELATIONS.has(property)) {
        relatives.set(property, (relatives.get(property) ?? new Set()).add(foldedName(value)))
        if (entity !== null && entity !== local.key) kin.set(entity, property)
      }
    }
  }
  const family = familyOf(type)
  return {
    locals,
    type,
    family,
    names,
    roles,
    hasPost,
    places,
    employers,
    relatives,
    kin,
    near,
    partial: family === 'person' && names.every(isPartial),
    gender: commonest(locals.flatMap((l) => (l.gender ? [l.gender] : []))) ?? null,
    placed: family === 'place' && isPlaced(locals),
    titled: locals.some((l) => l.titled === true),
    born,
    died,
    documents: new Set(locals.map((l) => l.document)),
  }
}

const isPlaced = (locals: readonly LocalEntity[]): boolean => {
  const mentions = locals.reduce((n, l) => n + l.names.reduce((m, name) => m + name.count, 0), 0)
  return 5 * locals.reduce((n, l) => n + (l.placed ?? 0), 0) >= mentions
}

/** Fewer than two whole words. */
export const isPartial = ({ words }: AnyName): boolean => words.filter((w) => !w.initial).length < 2

/** How much of a name is known of a person: 3 two words, 2 a word and an initial, 1 a word, 0 initials. */
export function rankOf({ partial, names }: Profile): number {
  if (!partial) return 3
  return Math.max(
    ...names.map(({ words }) => (words.every((w) => w.initial) ? 0 : words.some((w) => w.initial) ? 2 : 1)),
  )
}

/** Folded, letters and digits only, without an article. */
export const foldedName = remembered((text) =>
  fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
    .replace(/^the /, ''),
)

function addWords(words: Set<string>, text: string, own: ReadonlySet<string>): void {
  for (const word of foldedName(text.slice(0, 120)).split(' '))
    if (word.length > 2 && words.size < MOST && !SMALL.has(word) && !own.has(word) && !TITLES.has(word))
      words.add(word)
}
const addSome = (set: Set<string>, value: string): void => {
  if (set.size < MOST && value !== '') set.add(value)
}

/** Where both may hold, the finer one; else the first. */
const narrower = (a: DateInterval | null, b: DateInterval | null): DateInterval | null =>
  a === null ? b : b === null ? a : b.latest - b.earliest < a.latest - a.earliest ? b : a

/** The most frequent; the smallest of those where several are. */
function commonest<T extends string>(values: readonly T[]): T {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] as T
}
