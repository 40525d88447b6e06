/**
 * The case's own names, looked up in every document: what one document names is found in another where the reader saw no name, or
 * saw one only as a part of something longer ("Court of Gori"), or took it for a description.
 */
import type { CaseEntity, Judgement } from '../schema/case.js'
import type { Entity, Mention, Reading } from '../schema/reading.js'
import { fold } from './names/fold.js'
import { knownNames, nameKey, type KnownNames } from './known-names.js'
import { toldApart } from './judged.js'
import { familyOf } from './names/name.js'

export interface Found {
  /** In the order given. Their mentions found so bear `found`. */
  readonly readings: readonly Reading[]
  readonly entities: readonly CaseEntity[]
  readonly entityOf: ReadonlyMap<string, string>
}

const WORD = /[\p{L}\p{N}]+(?:['’-]\p{L}+)*/gu
const LONGEST_GAP = 3
const FILLER = /^(?:the|this|an?|our|in|at|of)\s+/i

/** What of a reading the names are looked up in. */
export type LookedUp = Pick<Reading, 'mentions' | 'entities'> & {
  readonly document: Pick<Reading['document'], 'id' | 'text'>
}

/** Whether an entity of a document (its id, or `document#entity`) is there only by names that were found. */
export const isByFound = (key: string): boolean => /(?:^|#)found-\d+$/.test(key)

/** What the case's names add to one document. */
export interface FoundHere {
  readonly mentions: readonly Mention[]
  /** Of the document: those that only these mentions name, `found-` and where the first of them begins. */
  readonly entities: readonly Entity[]
  /** Entity of the document → the case's: of those found, and of mere descriptions that got a name. */
  readonly meant: Readonly<Record<string, string>>
  /** Which entity of the case such a description was before. */
  readonly before: Readonly<Record<string, string>>
}

/** Linear in the length of the texts. `entityOf`: `document#entity` → the case's entity. */
export function withNamesFound(
  readings: readonly Reading[],
  entities: readonly CaseEntity[],
  entityOf: ReadonlyMap<string, string>,
  judgements: readonly Judgement[] = [],
): Found {
  const known = knownNames(entities)
  const isApart = toldApart(judgements)
  const found = new Map(readings.map((r) => [r.document.id, namesFoundIn(r, known, entityOf, isApart)]))
  return {
    readings: readings.map((reading) => completedBy(reading, found.get(reading.document.id))),
    ...withMembersFound(entities, entityOf, found),
  }
}

/** A reading with what was found in it; the same one where that is nothing. */
export function completedBy(reading: Reading, found: FoundHere | undefined): Reading {
  if (!found || found.mentions.length === 0) return reading
  return {
    ...reading,
    mentions: [...reading.mentions, ...found.mentions].sort((a, b) => a.start - b.start || b.end - a.end),
    entities: [...reading.entities, ...found.entities],
  }
}

/** The case's entities with what was found of them in documents, in the order of `found`; those that lose all members are none. */
export function withMembersFound(
  entities: readonly CaseEntity[],
  entityOf: ReadonlyMap<string, string>,
  found: ReadonlyMap<string, FoundHere>,
): Pick<Found, 'entities' | 'entityOf'> {
  const meant = new Map(entityOf)
  const added = new Map<string, string[]>()
  const taken = new Set<string>()
  for (const [document, { meant: own }] of found)
    for (const [local, id] of Object.entries(own)) {
      const key = `${document}#${local}`
      meant.set(key, id)
      taken.add(key)
      const keys = added.get(id)
      if (keys) keys.push(key)
      else added.set(id, [key])
    }
  const whole = entities.flatMap((entity) => {
    const members = [...entity.members.filter((key) => !taken.has(key)), ...(added.get(entity.id) ?? [])]
    const documents = new Set(members.map((key) => key.slice(0, key.indexOf('#')))).size
    return members.length === 0 ? [] : [{ ...entity, members, documents }]
  })
  return { entities: whole, entityOf: meant }
}

interface Place {
  readonly start: number
  readonly end: number
  readonly id: string
}

/**
 * Looks the names up in one document; what is found in one does not depend on another. `isApart`: whether a person said of
 * an entity of the document that it is not that of the case.
 */
export function namesFoundIn(
  reading: LookedUp,
  known: KnownNames,
  entityOf: ReadonlyMap<string, string>,
  isApart: (key: string, entity: CaseEntity) => boolean,
): FoundHere {
  const { id: document, text } = reading.document
  const localOf = new Map<string, string>()
  const here = new Map<string, number>()
  const joined = new Map<string, string>()
  const before: Record<string, string> = {}
  const meantBy = (local: string): string | undefined =>
    joined.get(local) ?? entityOf.get(`${document}#${local}`)
  for (const { id } of reading.entities) {
    const own = meantBy(id)
    if (own === undefined) continue
    if (!localOf.has(own)) localOf.set(own, id)
    here.set(own, (here.get(own) ?? 0) + 1)
  }
  const places = placesIn(text, known, here)
  const byStart = reading.mentions.filter((m) => m.form !== 'pronoun').sort((a, b) => a.start - b.start)
  const mentions: Mention[] = []
  const entities: Entity[] = []
  const refused = new Set<string>()
  let from = 0
  for (const place of places) {
    while (from < byStart.length && byStart[from]!.end + 400 < place.start) from++
    const over: Mention[] = []
    for (let i = from; i < byStart.length && byStart[i]!.start < place.end; i++)
      if (byStart[i]!.end > place.start) over.push(byStart[i]!)
    const idOf = (m: Mention): string | undefined => (m.entity ? meantBy(m.entity) : undefined)
    if (over.some((m) => idOf(m) === place.id && m.end - m.start < 2 * (place.end - place.start) + 8))
      continue
    const entity = known.entity(place.id)!
    const same = over.find((m) => m.entity !== null && spansIt(m, place))
    if (same) {
      // What is only described is given its name; what the reader named otherwise keeps it.
      const own = meantBy(same.entity!) ?? ''
      if (
        known.entity(own) === undefined &&
        here.get(own) === 1 &&
        !isApart(`${document}#${same.entity!}`, entity)
      ) {
        joined.set(same.entity!, place.id)
        before[same.entity!] = own
      }
      continue
    }
    const within = over.find((m) => m.start <= place.start && m.end >= place.end)
    const isPerson = familyOf(entity.type) === 'person'
    if (within?.form === 'name' && within.entity && (isPerson || entity.type !== 'Place' || within.start === place.start) && !/[\n,:;]/.test(within.text)) continue // prettier-ignore
    if (over.some((m) => m.form === 'name' && m.entity && m !== within)) continue
    let local = localOf.get(place.id)
    if (local === undefined) {
      local = `found-${place.start}`
      if (refused.has(place.id) || isApart(`${document}#${local}`, entity)) {
        refused.add(place.id)
        continue
      }
      localOf.set(place.id, local)
      entities.push({ id: local, type: entity.type, name: entity.name, aliases: [] })
      joined.set(local, place.id)
    }
    mentions.push({
      id: `found-${place.start}`,
      start: place.start,
      end: place.end,
      text: text.slice(place.start, place.end),
      form: 'name',
      type: entity.type,
      entity: local,
      found: true,
    })
  }
  return { mentions, entities, meant: Object.fromEntries(joined), before }
}

/** But for an article or a possessive. */
function spansIt(m: Mention, { start, end }: Place): boolean {
  const article = FILLER.exec(m.text)?.[0].length ?? 0
  const tail = /[’']s?$/.exec(m.text)?.[0].length ?? 0
  return Math.abs(m.start + article - start) <= (start < m.start ? 4 : 0) && Math.abs(m.end - tail - end) <= 1
}

/** Keys of `nameKeys` that a name in this text can have. */
export function nameKeysIn(text: string): string[] {
  const words = wordsIn(text).map((w) => w.folded)
  return [...new Set(words.flatMap((word, i) => (word === '' ? [] : [nameKey([word]), nameKey([word, words[i + 1] ?? ''])])))] // prettier-ignore
}

/** Where the text has names of the case: the longest at each word, and none within one found before it, but for places. */
function placesIn(text: string, known: KnownNames, here: ReadonlyMap<string, number>): Place[] {
  const words = wordsIn(text)
  const lower = new Set(words.filter((w) => /^\p{Ll}/u.test(w.text)).map((w) => w.text.toLowerCase()))
  const places: Place[] = []
  let until = 0
  words.forEach((word, i) => {
    const isWithin = word.start < until
    if (isWithin && !/\b(?:of|in|at) $/i.test(text.slice(Math.max(0, word.start - 4), word.start))) return
    for (const form of known.beginning(word.folded)) {
      const last = words[i + form.words.length - 1]
      if (!last) continue
      const own = words.slice(i, i + form.words.length)
      if (!own.every((w, k) => w.folded === form.words[k] && (k === 0 || isNear(text, own[k - 1]!.end, w.start)))) continue // prettier-ignore
      const isLarge = /^\p{Lu}/u.test(word.text)
      if (form.isLarge && !isLarge) continue
      if (form.isShort && !/\b(?:the|this|our) $/i.test(text.slice(Math.max(0, word.start - 6), word.start)))
        continue
      if (form.words.length === 1 && lower.has(word.text.toLowerCase())) continue
      const bearers = form.bearers.length === 1 ? form.bearers : form.bearers.filter((id) => here.has(id))
      if (bearers.length !== 1) continue
      if (form.isShort && !here.has(bearers[0]!) && form.bearers.length > 1) continue
      // "Court of Gori" names Gori too.
      if (isWithin && (form.isShort || known.entity(bearers[0]!)?.type !== 'Place')) continue
      places.push({ start: word.start, end: last.end, id: bearers[0]! })
      until = Math.max(until, last.end)
      break
    }
  })
  return places
}

const wordsIn = (text: string) =>
  [...text.matchAll(WORD)].map((m) => ({
    start: m.index,
    end: m.index + m[0].replace(/[’']s$/, '').length,
    text: m[0],
    folded: fold(m[0].replace(/[’']s$/, '')).replace(/[^a-z0-9]/g, ''),
  }))

const isNear = (text: string, end: number, start: number): boolean =>
  start - end <= LONGEST_GAP && !/[\n,;:!?()]/.test(text.slice(end, start))
