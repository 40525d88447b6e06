/**
 * Who a source without a name was, where a later document tells: somebody is named or speaks there who told the newspaper,
 * and is called what the source was called ('a nurse' – 'Nurse Lind, the Courier quoted a nurse. Was that you?').
 */
import type { Context } from './context.js'
import { isPersonal, isPublication } from './document-kind.js'
import { partsOf } from './proper-names.js'
import { isLater, type Card } from './statement.js'
import type { Passage } from './passages/passage.js'
import { fold } from './words/content.js'
import { matterOf } from './words/derived.js'

export interface Disclosed {
  readonly name: string
  readonly entity: string | null
}

const TOLD =
  /\b(?:told|tell|spoke|spoken|speak|talked|quot(?:ed|es?)|said|printed|interviewed|cited|wrote|published|source|informant|came forward|gave (?:an |the |my |her |his )?(?:interview|account|name)|words)\b/i
const MEDIA =
  /\b(?:newspapers?|papers?|journalists?|reporters?|press|magazine|article|agency|radio|television|broadcaster|editor)\b/i
/** Says of somebody that they are the one. */
const IDENTIFIES =
  /\b(?:it was (?:me|I|he|she|him|her)|I (?:was|am) (?:the|that|one)|(?:he|she) (?:is|was) the|was that you|were you the|(?:you are|you were|are you|were you) the|I am\.|it was\.|himself as the|herself as the|identified (?:himself|herself)|came forward|do you know (?:him|her))/i
const LEAST = 2.5
const LONGEST = 700

const cache = new WeakMap<Context, Map<string, Disclosed | null>>()

/** The one whom a document's source, of the noun `head` ('nurse'), is later said to be; null where nobody is. */
export function disclosed(head: string, of: Card, context: Context): Disclosed | null {
  let known = cache.get(context)
  if (!known) cache.set(context, (known = new Map<string, Disclosed | null>()))
  const key = `${of.publisher ?? of.document} ${of.published ?? ''} ${head}`
  let found = known.get(key)
  if (found === undefined) known.set(key, (found = search(head, of, context)))
  return found
}

function search(head: string, of: Card, context: Context): Disclosed | null {
  if (of.kind !== 'press' && of.kind !== 'transcript') return null
  const publisher = calledBy(of.publisher)
  let best: { who: Disclosed; score: number } | null = null
  for (const { card, passages } of tellingOf(of, publisher, context)) {
    if (card === of || isLater(of, card)) continue
    const own = card.publisher !== null && card.publisher === of.publisher
    for (const [i, { p, who }] of passages.entries()) {
      const around = [passages[i - 1], passages[i], passages[i + 1]].flatMap((one) => (one ? [one.p] : []))
      const names =
        named(publisher, p) ||
        (publisher.length > 0 &&
          around.some(
            (q) => named(publisher, q) || (own && /\b(?:us|this (?:news)?paper)\b/.test(q.evidence.text)),
          ))
      const text = around.map((q) => q.evidence.text).join(' ')
      const identifies = IDENTIFIES.test(p.evidence.text)
      const telling = TOLD.test(text) && (names || MEDIA.test(text) || ADDRESSED.test(text))
      // A newspaper that passes on what a source told another says who else is concerned as well.
      if (!telling || (card.kind === 'press' && !identifies)) continue
      const asked = card.kind === 'transcript' && says(head, p) && /\?\W*$/.test(p.evidence.text)
      const called = asked || around.some((q) => says(head, q))
      const score = (names || asked ? 1 : 0) + (called ? 2 : 0) + (identifies ? 1.5 : 0)
      if (score < LEAST) continue
      for (const one of who) {
        const sure = score + (describes(head, one, card) ? 0.5 : 0)
        if (!best || sure > best.score) best = { who: one, score: sure }
      }
    }
  }
  return best?.who ?? null
}
const ADDRESSED = /\b(?:told|spoke to|spoke with|wrote to) (?:you|us)\b/i

const says = (head: string, p: Passage): boolean => p.words.includes(matterOf(head)) || p.names.includes(head)
const named = (publisher: readonly string[], p: Passage): boolean =>
  publisher.some((word) =>
    new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, 'u').test(p.evidence.text.slice(0, LONGEST)),
  )
/** The words by which texts call a publisher, as written. */
const calledBy = (publisher: string | null): string[] =>
  (publisher?.match(/\p{Lu}\p{L}{2,}/gu) ?? []).filter((word) => !COMMON.has(word.toLowerCase()))
/** Words of publishers' names that other texts are full of. */
const COMMON = new Set([
  'the',
  'news',
  'press',
  'agency',
  'daily',
  'radio',
  'times',
  'english',
  'edition',
  'evening',
  'morning',
  'post',
  'wire',
])

/** The document calls somebody so: 'Nurse Lind', 'Lind, the nurse'. */
const describes = (head: string, { name, entity }: Disclosed, card: Card): boolean =>
  (card.passages ?? []).some(
    (p) =>
      says(head, p) &&
      ((entity !== null && p.entities.includes(entity)) || partsOf(name).some((w) => p.names.includes(w))),
  )

interface Telling {
  readonly card: Card
  readonly passages: readonly { readonly p: Passage; readonly who: readonly Disclosed[] }[]
}

const byWord = new WeakMap<Context, ReadonlyMap<string, readonly Telling[]>>()
/** Documents that are looked through for one publication: those that name it, and its own. */
const MOST_TELLING = 60
function tellingOf(of: Card, publisher: readonly string[], context: Context): readonly Telling[] {
  let found = byWord.get(context)
  if (!found) {
    const map = new Map<string, Telling[]>()
    for (const telling of tellingIn(context)) {
      const words = new Set(
        telling.passages.flatMap(
          ({ p }) => p.evidence.text.slice(0, LONGEST).match(/\p{Lu}\p{L}{2,}/gu) ?? [],
        ),
      )
      for (const word of [...words, `own ${telling.card.publisher ?? ''}`]) {
        const list = map.get(word)
        if (list) list.push(telling)
        else map.set(word, [telling])
      }
    }
    byWord.set(context, (found = map))
  }
  const all = [...publisher, ...(of.publisher ? [`own ${of.publisher}`] : [])].flatMap((word) =>
    (found.get(word) ?? []).slice(0, MOST_TELLING),
  )
  return [...new Set(all)]
}

const tellings = new WeakMap<Context, readonly Telling[]>()
/** The passages of documents in which somebody tells of having told, each with who speaks or is spoken to in it. */
function tellingIn(context: Context): readonly Telling[] {
  let found = tellings.get(context)
  if (!found)
    tellings.set(
      context,
      (found = [...context.cards.values()].flatMap((card) => {
        const all = card.passages ?? []
        if (
          !all.some(
            ({ evidence: { text } }) =>
              IDENTIFIES.test(text) || (TOLD.test(text) && MEDIA.test(text)) || ADDRESSED.test(text),
          )
        )
          return []
        const turns = turnsOf(card, context)
        return [
          {
            card,
            passages: turns.map(({ p, speaker }, i) => ({
              p,
              who: whoIn(p, speaker, turns.slice(i + 1, i + 6), card, context),
            })),
          },
        ]
      })),
    )
  return found
}

interface Turn {
  readonly p: Passage
  /** Null outside conversations. */
  readonly speaker: string | null
}

/** The passages of a document without the labels of its speakers, each with who speaks. */
function turnsOf(card: Card, { nameOf }: Context): Turn[] {
  const all = card.passages ?? []
  if (card.kind !== 'transcript' && card.kind !== 'chat') return all.map((p) => ({ p, speaker: null }))
  let speaker = ''
  return all.flatMap((p, i) => {
    const next = all[i + 1]
    const label =
      next &&
      next.evidence.start - p.evidence.end > 1 &&
      next.evidence.start - p.evidence.end <= 3 &&
      LABEL.test(p.evidence.text)
    if (label) {
      speaker = p.evidence.text
      return []
    }
    return [{ p, speaker: speaker || card.author?.name || nameOf(p.voice) || p.voice }]
  })
}
const LABEL = /^(?:[(]?\p{Lu}[\p{L}.'’-]*[)]? ?){1,8}$/u

function whoIn(
  p: Passage,
  speaker: string | null,
  after: readonly Turn[],
  card: Card,
  context: Context,
): Disclosed[] {
  const { text } = p.evidence
  if (speaker !== null) {
    // A question is about who answers it.
    const asked =
      HOSTS.test(speaker) ||
      /\?["”’*]*\s*$/.test(text) ||
      (/\byou\b/i.test(text) && !/\b(?:I|me|my)\b/.test(text))
    const next = after.find((turn) => turn.speaker !== speaker)?.speaker
    const name = asked ? (next ?? card.author?.name ?? '') : speaker
    return name === '' || HOSTS.test(name) ? [] : [{ name, entity: entityOf(name, card, context) }]
  }
  if (/\b(?:I|me|my)\b/.test(text) && card.author && isPersonal(card.kind) && !/["“]/.test(text))
    return [card.author]
  const at = IDENTIFIES.exec(text)?.index ?? text.length
  const people = p.people.filter((one) => /^\p{Lu}/u.test(text.slice(one.at)) && one.words.length > 1)
  const nearest = [...people]
    .sort((a, b) => Math.abs(a.at - at) - Math.abs(b.at - at))
    .filter((one) => one.at <= at)
  return nearest
    .slice(0, 1)
    .map(({ entity, words }) => ({ name: (entity && context.nameOf(entity)) || words.join(' '), entity }))
    .filter(({ name }) => !isPublication(name))
}
const HOSTS =
  /\b(?:host|presenter|anchor|chair|chairman|chairwoman|president|judge|interviewer|moderator|reporter|q)\b/i

/** The entity of the case that a speaker's label means: the one of the document that bears all its words. */
function entityOf(label: string, card: Card, { nameOf }: Context): string | null {
  const words = partsOf(label)
  const ids = new Set(card.statements.flatMap((s) => s.tellers.flatMap((t) => (t.entity ? [t.entity] : []))))
  for (const id of ids) {
    const own = new Set(partsOf(nameOf(id)))
    if (words.length > 0 && words.every((w) => own.has(w))) return id
  }
  for (const s of card.statements)
    for (const t of s.tellers) if (t.entity && fold(t.name) === fold(label)) return t.entity
  return null
}
