/** What kind of event or state a claim's predicate names: lemmas and typed properties that mean the same go together. */
import data from './frames.json' with { type: 'json' }
import exclusive from './exclusive.json' with { type: 'json' }

export interface Frame {
  readonly name: string
  /** Happens once to what it happens to. */
  readonly once: boolean
  /** One person does it: two named doers conflict. */
  readonly one: boolean
  /** Its count rises as news comes in. */
  readonly toll: boolean
  readonly accuses: boolean
  readonly verbs: readonly string[]
}

interface Row {
  readonly verbs: readonly string[]
  readonly properties?: readonly string[]
  readonly once?: boolean
  readonly one?: boolean
  readonly toll?: boolean
  readonly accuses?: boolean
}

const FRAMES: ReadonlyMap<string, Frame> = new Map(
  Object.entries(data.frames as Record<string, Row>).map(([name, row]) => [
    name,
    {
      name,
      once: row.once ?? false,
      one: row.one ?? false,
      toll: row.toll ?? false,
      accuses: row.accuses ?? false,
      verbs: row.verbs,
    },
  ]),
)
const BY_VERB = new Map<string, string>()
const BY_PROPERTY = new Map<string, string>()
for (const [name, row] of Object.entries(data.frames as Record<string, Row>)) {
  for (const verb of row.verbs) BY_VERB.set(verb, name)
  for (const property of row.properties ?? []) BY_PROPERTY.set(property, name)
}
const LIGHT = new Set(data.light)

/** The entry of a frame in frames.json; null where it has none. */
export const frameNamed = (name: string): Frame | null => FRAMES.get(name) ?? null
/** Verbs that say little without their object. */
export const isLight = (frame: string): boolean => LIGHT.has(frame.replace(/^~/, ''))
/** The verb of the predicate phrase: 'be dismiss from' → 'dismiss'. */
export function verbOf(predicate: string): string {
  const words = predicate.split(' ')
  if (words.length > 1 && /^(?:be|have|get)$/.test(words[0]!)) words.shift()
  return words[0] ?? predicate
}

/**
 * The frame of a predicate phrase with its object's words: one of the table, else `~` and the verb. A typed property
 * counts only where the verb is none of another frame: learned properties err.
 */
export function frameOf(predicate: string, property: string | null, object: string): string {
  const words = predicate.split(' ')
  if (words.length > 1 && /^(?:be|have|get)$/.test(words[0]!)) words.shift()
  const head = object.split(' ').at(-1) ?? ''
  for (const phrase of [
    `${words[0]} ${head}`,
    words.slice(0, 3).join(' '),
    words.slice(0, 2).join(' '),
    words[0]!,
  ]) {
    const frame = phrase === 'clear of' && !WRONG.test(object) ? undefined : BY_VERB.get(phrase)
    if (frame) return frame
  }
  const typed = property === null ? undefined : BY_PROPERTY.get(property)
  if (typed && !LATER.has(property!)) return typed
  return property !== null && STATES.has(property) ? property : `~${words[0]}`
}
/** Who is cleared of a wrong is acquitted; a roof is cleared of snow. */
const WRONG =
  /charge|wrong|alleg|accus|fraud|murder|brib|theft|corrupt|guilt|suspic|crime|offence|misconduct|blame|all/i
/** Learned from words around; true only where the verb says so too. */
const LATER = new Set([
  'deathDate',
  'deathPlace',
  'causeOfDeath',
  'birthDate',
  'birthPlace',
  'foundingDate',
  'foundingPlace',
])
const STATES = new Set([
  'headquarters',
  'nationality',
  'parent',
  'spouse',
  'owner',
  'ceo',
  'chairperson',
  'religion',
  'politicalParty',
  'employer',
  'residence',
  'educatedAt',
])

const EXCLUSIVE = new Set(exclusive.pairs.flatMap(([a, b]) => [`${a} ${b}`, `${b} ${a}`]))
/** True where both cannot be so of one body. */
export const areExclusive = (a: string, b: string): boolean => EXCLUSIVE.has(`${a} ${b}`)
/** The frames that exclude one. */
export const exclusivesOf = (frame: string): readonly string[] =>
  exclusive.pairs.flatMap(([a, b]) => (a === frame ? [b!] : b === frame ? [a!] : []))
