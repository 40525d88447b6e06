/**
 * The typed properties a claim can carry, read from the family files. A family is added by its file and a line here;
 * one that does not follow the schema stops the program at start, with the file and the field.
 */
import { z } from 'zod'
import { ROLE_NOUNS } from '../lang/en/roles.js'
import acts from './families/acts.json' with { type: 'json' }
import birth from './families/birth.json' with { type: 'json' }
import companies from './families/companies.json' with { type: 'json' }
import death from './families/death.json' with { type: 'json' }
import education from './families/education.json' with { type: 'json' }
import employment from './families/employment.json' with { type: 'json' }
import family from './families/family.json' with { type: 'json' }
import justice from './families/justice.json' with { type: 'json' }
import membership from './families/membership.json' with { type: 'json' }
import money from './families/money.json' with { type: 'json' }
import origin from './families/origin.json' with { type: 'json' }
import residence from './families/residence.json' with { type: 'json' }
import violence from './families/violence.json' with { type: 'json' }
import { Family, type Pattern, type Property } from './property.js'

const FILES = {
  birth,
  death,
  family,
  origin,
  residence,
  employment,
  membership,
  companies,
  education,
  justice,
  money,
  violence,
  acts,
}

/** Every family, checked. */
export const FAMILIES: readonly Family[] = Object.entries(FILES).map(([name, data]) =>
  parseFamily(name, data),
)

/** Every property, in the order of the families. */
export const PROPERTIES: readonly Property[] = FAMILIES.flatMap((f) => f.properties)

const BY_NAME = new Map(PROPERTIES.map((p) => [p.name, p]))
/** The property of that name; undefined for none. */
export const propertyNamed = (name: string): Property | undefined => BY_NAME.get(name)

/** A pattern ready to be matched: conditions on fillers with their lists filled in. */
export interface Entry {
  readonly property: Property
  readonly pattern: Pattern
  readonly with: readonly (readonly [role: string, lemmas: ReadonlySet<string> | '*'])[]
}

/** Patterns by what their predicate must be: 'verb:bear', 'noun:*', 'name'. */
export const PATTERNS: ReadonlyMap<string, readonly Entry[]> = index(FAMILIES)

/** Reads one family. @throws an error that names the file and what is wrong in it. */
export function parseFamily(name: string, data: unknown): Family {
  const result = Family.safeParse(data)
  if (!result.success) throw new Error(`properties/families/${name}.json: ${z.prettifyError(result.error)}`)
  return result.data
}

function index(families: readonly Family[]): Map<string, Entry[]> {
  const map = new Map<string, Entry[]>()
  for (const family of families) {
    const expand = (names: readonly string[]): string[] =>
      names.flatMap((n) => (n.startsWith('@') ? listed(family, n.slice(1)) : [n]))
    for (const property of family.properties)
      for (const pattern of property.patterns) {
        const conditions = Object.entries(pattern.with ?? {}).map(
          ([role, lemmas]) => [role, lemmas.includes('*') ? '*' : new Set(expand(lemmas))] as const,
        )
        const entry: Entry = { property, pattern, with: conditions }
        for (const key of keysOf(pattern, expand)) map.set(key, [...(map.get(key) ?? []), entry])
      }
  }
  return map
}

function keysOf(pattern: Pattern, expand: (names: readonly string[]) => string[]): string[] {
  if (pattern.name) return ['name']
  for (const kind of ['verb', 'noun', 'adjective'] as const) {
    const lemmas = pattern[kind]
    if (lemmas) return [...new Set(expand(lemmas))].map((lemma) => `${kind}:${lemma}`)
  }
  return []
}

function listed(family: Family, name: string): readonly string[] {
  const list = family.lists[name] ?? ROLE_NOUNS.get(name)
  if (!list) throw new Error(`properties/families/${family.family}.json: there is no list "@${name}"`)
  return [...list]
}
