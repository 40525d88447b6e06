import data from './roles.json' with { type: 'json' }

const { about: _about, ...lists } = data

/** Lists of nouns that say what somebody is to somebody, by name; patterns of properties refer to them as '@child'. */
export const ROLE_NOUNS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries(lists).map(([name, nouns]) => [name, new Set(nouns)]),
)

const every = (...names: string[]): ReadonlySet<string> =>
  new Set(names.flatMap((n) => [...ROLE_NOUNS.get(n)!]))

/** Nouns whose possessor or 'of' is a participant: "her son", "the owner of the mill". */
export const RELATIONAL = every(
  'child',
  'parent',
  'sibling',
  'spouse',
  'relative',
  'ceo',
  'founder',
  'owner',
  'member',
  'subsidiary',
  'parentCompany',
  'headquarters',
  'position',
)
/** Nouns that say what somebody does or is, even with a capital: "Chief Executive Officer". */
export const ROLE = every(
  'position',
  'occupation',
  'child',
  'parent',
  'sibling',
  'spouse',
  'relative',
  'founder',
  'owner',
  'member',
  'subsidiary',
  'student',
  'native',
  'resident',
  'ceo',
  'headquarters',
  'parentCompany',
)
export const KIN = every('child', 'parent', 'sibling', 'spouse', 'relative')
export const HONORIFIC = ROLE_NOUNS.get('honorific')!
/** Nouns for roles: "held the post of". */
export const POST = ROLE_NOUNS.get('post')!
/** Nouns for bodies and places that stand before their names: "the handset maker Orbita". */
export const BODY = ROLE_NOUNS.get('body')!
