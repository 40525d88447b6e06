import { z } from 'zod'

const names = z
  .union([z.string(), z.array(z.string()).nonempty()])
  .transform((v) => (typeof v === 'string' ? [v] : v))
const TYPES = [
  'Person',
  'Organization',
  'Place',
  'Event',
  'Work',
  'Group',
  'Object',
  'Other',
  'Time',
  'Quantity',
  'Text',
] as const
const types = z.array(z.enum(TYPES)).nonempty()

/**
 * One way a property is put in words. The predicate is a `verb`, `noun`, `adjective` (lemmas, '@list' for a list of
 * lang/en/roles.json or of the family, '*' for any) or a bare `name` with a prepositional tie. `subject` and `object` name
 * roles as in propositions/proposition.ts, the first that is filled and fits; `object` may also be 'time' (when), 'amount'
 * (a quantity) or 'noun' (the predicated noun), and 'patient>from' looks below the patient.
 */
const Pattern = z
  .strictObject({
    verb: names.optional(),
    noun: names.optional(),
    adjective: names.optional(),
    name: z.literal(true).optional(),
    voice: z.enum(['active', 'passive']).optional(),
    construction: names.optional(),
    subject: names,
    object: names.optional(),
    /** The claim stands without an object as well. */
    optional: z.literal(true).optional(),
    /** Roles that must be filled, by lemmas or lists ('*' for anything). */
    with: z.record(z.string(), names).optional(),
    /** Roles that must not be filled. */
    without: names.optional(),
    /** Participants must be of the types; in events a common noun that is no mention fits otherwise. */
    strict: z.literal(true).optional(),
    domain: types.optional(),
    range: types.optional(),
    /** What the object's word must be. */
    test: z.enum(['demonym', 'party', 'language', 'name', 'role']).optional(),
  })
  .refine(
    (p) => [p.verb, p.noun, p.adjective, p.name].filter((x) => x !== undefined).length === 1,
    'one predicate a pattern',
  )

const Property = z.strictObject({
  /** As in claims: 'birthPlace'. */
  name: z.string().regex(/^[a-z][A-Za-z]*$/),
  label: z.string(),
  /** Wikidata property, null where it has none of that meaning. */
  wikidata: z
    .string()
    .regex(/^P\d+$/)
    .nullable(),
  /** FollowTheMoney schema and property: 'Person:birthDate'. */
  followTheMoney: z
    .string()
    .regex(/^[A-Z][A-Za-z]+(?::[a-z][A-Za-z]+)?$/)
    .nullable(),
  domain: types,
  range: types,
  /** Holds both ways: spouse, sibling. */
  symmetric: z.boolean().default(false),
  /** Name of the same relation read from the object. */
  inverse: z.string().optional(),
  /** A thing that happens, at a time, and can happen again; others are facts about the subject. */
  event: z.boolean().default(false),
  /** Properties that say less of the same two and give way to it: a party member is no employee of the party. */
  overrides: z.array(z.string()).default([]),
  patterns: z.array(Pattern).nonempty(),
})

export const Family = z.strictObject({
  family: z.string(),
  lists: z.record(z.string(), z.array(z.string())).default({}),
  properties: z.array(Property).nonempty(),
})

export type Pattern = z.infer<typeof Pattern>
export type Property = z.infer<typeof Property>
export type Family = z.infer<typeof Family>
export type RangeType = (typeof TYPES)[number]
