/** Whether two origins are one side: an organisation and who speaks in its name, a record and who drew it up. */
import type { Context } from './context.js'
import { mayBeOnePerson, partsOf } from './proper-names.js'
import type { Root } from './root.js'
import { voiceOf } from './sides.js'
import { voicesIn } from './speaks-for.js'
import { contentWords } from './words/content.js'
import data from './words/spokespersons.json' with { type: 'json' }

/** True where two ends of chains speak with one voice. */
export function sameSide(a: Root, b: Root, context: Context): boolean {
  if (voicesIn(context).get(a.key)?.has(b.key)) return true
  if (signed(a, b, context) || signed(b, a, context)) return true
  if (isOneName(a, b) || isOneName(b, a)) return true
  const [x, y] = [voiceOf(a.told), voiceOf(b.told)]
  if (x !== null && y !== null) return x === y
  if (x !== null) return speaksOf(b, x, context)
  return y !== null && speaksOf(a, y, context)
}

/** What stands under a party's own statement is its voice too: its publisher, its byline. */
const isOneName = (a: Root, b: Root): boolean =>
  (a.also ?? []).some(
    (name) =>
      (b.kind === 'named' && mayBeOnePerson(name, b.who) && partsOf(name).length > 1) || says(name, b.told),
  )
/** 'The police' is the Police Directorate of Odal. */
const says = (name: string, told: string): boolean => {
  const head = /^(?:the )?(\p{Ll}+)$/u.exec(told.trim())?.[1]
  const noun = head === undefined ? undefined : contentWords(head)[0]
  return noun !== undefined && contentWords(name).includes(noun)
}

const ROLE = new RegExp(`\\b(?:${data.roles.join('|')})\\b`, 'i')
/** A party's own statement is its organisation's voice. */
const isOwnStatement = ({ path }: Root, context: Context): boolean =>
  path.length === 1 &&
  path[0]!.tellers.length === 0 &&
  context.cards.get(path[0]!.document)?.kind === 'statement'
/** Their description has the organisation's noun in it, or they speak for some organisation of the case. */
const speaksOf = (root: Root, voice: string, context: Context): boolean =>
  [root.told, ...(root.also ?? [])].some((name) => contentWords(name).includes(voice)) ||
  (GENERAL.has(voice) &&
    (voicesIn(context).has(root.key) || isOwnStatement(root, context) || ROLE.test(root.told)))
const GENERAL = new Set(['company', 'firm', 'owner', 'contractor', 'group', 'management'])

const DRAWN_UP =
  /\b(?:inspector|pathologist|examiner|surveyor|engineer|physician|doctor|author|auditor|investigator|registrar|clerk|secretary|captain|master|in command|commander|drawn up by|signed|recorded by|prepared by|compiled by|written by|kept by|minutes taken by)\b/i
const ENDS = 12
/** A record, and the person who, as its head or foot says, drew it up. */
function signed(record: Root, person: Root, context: Context): boolean {
  if (record.kind !== 'document' || person.kind !== 'named') return false
  const card = context.cards.get(record.key.replace(/^document /, ''))
  if (!card || card.kind !== 'record') return false
  const all = card.passages ?? []
  const parts = partsOf(person.who)
  return [...all.slice(0, ENDS), ...all.slice(-3)].some(({ evidence: { text } }) => {
    if (text.length > 200 || !DRAWN_UP.test(text)) return false
    const words = new Set(partsOf(text))
    return parts.length > 0 && words.has(parts.at(-1)!) && parts.some((p) => p.length > 2 && words.has(p))
  })
}
