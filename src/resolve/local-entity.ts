/** What one document tells of each of its entities: the evidence that resolution works with. Pure data, no offsets. */
import type { Claim, Mention, MentionType, Reading } from '../schema/reading.js'
import { bornFromAge } from './age.js'
import { genderOf, isTitled, type Gender } from './gender.js'
import { nameOnly } from './names/person.js'
import { aliasesIn, type Alias } from './aliases.js'
import { completed, formsOf, isBareSurname, isDateline, surnamesOf, timesPlaced } from './local-names.js'
import { isOrganizational } from './names/organization.js'
import { isPersonal } from './names/proper.js'
import { widerNames, type Wider } from './wider-names.js'

export interface Fact {
  /** A typed property (`whence properties`). */
  readonly property: string
  /** The other term's words; an EDTF string where it is a time. */
  readonly value: string
  /** Key of the other term's entity, where it has one. */
  readonly entity: string | null
}

export interface LocalEntity {
  /** `document#entity`. */
  readonly key: string
  readonly document: string
  readonly type: MentionType
  readonly name: string
  readonly aliases: readonly string[]
  /** Every form of name it is mentioned by, with how often; none where it has only descriptions. Most frequent first. */
  readonly names: readonly { readonly text: string; readonly count: number }[]
  /** Descriptions it is mentioned by: 'the former mayor of Vestfold'. */
  readonly descriptions: readonly string[]
  readonly gender: Gender | null
  /** True where a title or a noun tells the gender, not pronouns alone. */
  readonly titled?: boolean
  /** EDTF: a year or two where only an age is given. */
  readonly born: string | null
  readonly facts: readonly Fact[]
  /** Names of the other named entities of the document, nearest first; at most 24. */
  readonly near: readonly string[]
  readonly published: string | null
  /** Longer names that some of its own may be parts of. */
  readonly wider?: readonly Wider[]
  /** How many of its mentions a preposition of place stands before: "in Bergen". */
  readonly placed?: number
}

const MOST_NEAR = 24
const MOST_FORMS = 12

/** The entities of one reading with their evidence, in the reading's order. Linear in the reading's size. */
export function localEntities(reading: Reading): LocalEntity[] {
  const { document } = reading
  const mentions = groupMentions(reading)
  const facts = factsOf(reading)
  const surnames = surnamesOf(reading)
  const aliases = new Map<string, Alias[]>()
  for (const alias of aliasesIn(reading))
    aliases.set(alias.entity, [...(aliases.get(alias.entity) ?? []), alias])
  const named = reading.entities.flatMap((e) => {
    const first = mentions.get(e.id)?.find((m) => m.form === 'name')
    return first ? [{ id: e.id, name: e.name, at: first.start }] : []
  })
  named.sort((a, b) => a.at - b.at)
  const rank = new Map(named.map((n, i) => [n.id, i]))
  return reading.entities.map((entity): LocalEntity => {
    const own = mentions.get(entity.id) ?? []
    const read = own.filter((m) => m.form === 'name').map((m) => m.text)
    const descriptions = describedAs(own)
    const type = kindOf(entity.type, own, document.text, surnames)
    const isPerson = type === 'Person'
    const gender = isPerson ? genderOf(own) : null
    const wider = widerNames(own, document.text, isPerson)
    const placed = timesPlaced(own, document.text)
    const given = aliases.get(entity.id) ?? []
    const forms = [...formsOf(own, type, document), ...given.map((a) => a.name)]
    const cut = new Map(
      forms.flatMap((f) => (f.includes('\n') ? [[oneLine(f), oneLine(firstLine(f))] as const] : [])),
    )
    const claimed = [...(facts.get(entity.id) ?? []), ...given.map((a) => aliasFact(a, document.id))]
    return {
      key: `${document.id}#${entity.id}`,
      document: document.id,
      type,
      name: read.length > 0 ? (cut.get(entity.name) ?? entity.name) : (forms[0] ?? entity.name),
      aliases: [...new Set([...entity.aliases.map((a) => cut.get(a) ?? a), ...given.map((a) => a.name)])],
      names: counted(forms),
      descriptions,
      gender,
      ...(gender !== null && isTitled(own) ? { titled: true } : {}),
      born:
        claimed.find((f) => f.property === 'birthDate')?.value ??
        (isPerson ? bornFromAge(own, document.text, document.published) : null),
      facts: claimed,
      near: nearest(named, rank.get(entity.id) ?? 0, entity.id),
      published: document.published,
      ...(wider.length > 0 ? { wider } : {}),
      ...(placed > 0 ? { placed } : {}),
    }
  })
}

/** As it was read, unless its name itself tells something else. */
function kindOf(
  read: MentionType,
  own: readonly Mention[],
  text: string,
  surnames: ReadonlySet<string>,
): MentionType {
  const named = own.filter((m) => m.form === 'name')
  if (
    isPersonal(
      named.map((m) => nameOnly(m.text)),
      describedAs(own),
    ) ||
    isBareSurname(own, surnames, text)
  )
    return 'Person'
  if (own.length > 0 && own.every((m) => isDateline(m, text))) return 'Place'
  if (read === 'Organization' || named.length === 0) return read
  const firms = named.filter((m) => isOrganizational(completed(m, text)))
  return 2 * firms.length > named.length && genderOf(own) === null ? 'Organization' : read
}

const aliasFact = ({ name, other }: Alias, document: string): Fact => ({
  property: 'alias',
  value: name,
  entity: other === null ? null : `${document}#${other}`,
})

/** Longer phrases hold whole sentences about others. */
const MOST_WORDS = 9

function describedAs(own: readonly Mention[]): string[] {
  const nouns = own.filter((m) => m.form === 'nominal').map((m) => oneLine(m.text))
  return [...new Set(nouns)].filter((text) => text.split(' ').length <= MOST_WORDS).slice(0, MOST_FORMS)
}

function groupMentions(reading: Reading): Map<string, Mention[]> {
  const groups = new Map<string, Mention[]>()
  for (const mention of reading.mentions) {
    if (mention.entity === null) continue
    const group = groups.get(mention.entity)
    if (group) group.push(mention)
    else groups.set(mention.entity, [mention])
  }
  return groups
}

/** What the claims say of each entity. What is denied or only possible tells nothing of who someone is. */
function factsOf(reading: Reading): Map<string, Fact[]> {
  const facts = new Map<string, Fact[]>()
  const add = (id: string | undefined, fact: Fact): void => {
    if (id === undefined) return
    const list = facts.get(id)
    if (!list) facts.set(id, [fact])
    else if (list.length < 200) list.push(fact)
  }
  const key = (id: string | undefined): string | null => (id ? `${reading.document.id}#${id}` : null)
  for (const claim of reading.claims) {
    if (!claim.property || !claim.object || claim.polarity === 'negative' || isWeak(claim)) continue
    const { subject, object, property } = claim
    const value = object.time ?? oneLine(object.text)
    if (property.endsWith('Date') && !object.time) continue
    add(subject.entity, { property, value, entity: key(object.entity) })
    const back = INVERSE[property]
    if (back)
      add(object.entity, { property: back, value: oneLine(subject.text), entity: key(subject.entity) })
  }
  return facts
}

const INVERSE: Readonly<Record<string, string>> = {
  parent: 'child',
  child: 'parent',
  spouse: 'spouse',
  sibling: 'sibling',
  relative: 'relative',
}
const isWeak = ({ certainty }: Claim): boolean => certainty === 'unknown' || certainty === 'possible'
/** Under a letter the place and the post follow the name, each on a line of its own. */
const firstLine = (text: string): string => {
  const first = text.split('\n', 1)[0]!
  return first.trim().includes(' ') ? first : text
}
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 200)

function counted(forms: readonly string[]): LocalEntity['names'] {
  const counts = new Map<string, number>()
  for (const form of forms) {
    const text = nameOnly(oneLine(firstLine(form)))
    if (text) counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return [...counts]
    .map(([text, count]) => ({ text, count }))
    .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
    .slice(0, MOST_FORMS)
}

function nearest(named: readonly { id: string; name: string }[], at: number, self: string): string[] {
  const near = new Set<string>()
  for (let step = 0; step < named.length && near.size < MOST_NEAR; step++)
    for (const i of step === 0 ? [at] : [at - step, at + step]) {
      const other = named[i]
      if (other && other.id !== self && near.size < MOST_NEAR) near.add(other.name)
    }
  return [...near]
}
