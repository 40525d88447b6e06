/** Other names that a text gives somebody: "Aud Lind, née Voss", "also known as Bear", "call him Abu Karim". The words are in aliases.json. */
import type { Mention, Reading } from '../schema/reading.js'
import words from './aliases.json' with { type: 'json' }

export interface Alias {
  /** Id of the reading's entity. */
  readonly entity: string
  readonly name: string
  /** Of the reading's entity that the other name is a mention of, if there is one. */
  readonly other: string | null
}

const any = (list: readonly string[]): string => `(?:${list.join('|')})`
const NAME = String.raw`["“‘']?(\p{Lu}[\p{L}'’-]+(?: (?:al-|el-|bin |ibn |van |von |de |di |du |la )?\p{Lu}[\p{L}'’-]+){0,3})`
const BE = '(?:is|was|were|be|been|being|became)'
/** What follows a name: its bearer's other surname, or other whole name. */
const SURNAME = new RegExp(
  String.raw`^[^.;!?\n]{0,80}?\b(?:née|nee|né|${any(words.surname)} (?:sur)?name(?: (?:of|was|is|being))?),? ${NAME}`,
  'u',
)
const OWN = new RegExp(
  String.raw`^(?:[’']s|, whose| \(|,)? ?${any(words.own)} name(?: (?:of|was|is|being)|:)?,? ${NAME}`,
  'u',
)
const BORN = new RegExp(String.raw`^(?:,| \()? ?born (?:as )?${NAME}(?=[,.;)])`, 'u')
/** "known to his friends as", "known by her married name of", "called", "goes by the name of". */
const CUE = String.raw`(?:known(?: [a-z]+){0,4}? (?:as|by (?:the|his|her|its|their)(?: [a-z]+){1,4}?(?: of)?)|${any(words.known)}(?: (?:as|(?:by )?the name(?: of)?|of|by))?)`
/** What follows a name or a pronoun: its bearer's other name. Without a comma a verb must stand before it: "Voss called Lind". */
const KNOWN = new RegExp(
  String.raw`^(?:(?:, | \()(?:(?:who|and|or) )?(?:(?:has |had )?${BE} )?| (?:who )?(?:(?:has |had )?${BE} |(?=goes|went|uses|used|alias|aka|a\.k\.a|a/k/a)))(?:${any(words.adverbs)} ){0,2}${CUE} (?<!called by |named by |dubbed by )${NAME}`,
  'u',
)
const CALLED = new RegExp(String.raw`^ ${NAME}`, 'u')
const CALL = new RegExp(String.raw`\b${any(words.call)} $`, 'u')
const MARRIED = new RegExp(
  String.raw`\b(?:before|until|till|prior to|after|since)\b[^.;!?\n]{0,40}\b${any(words.marriage)}\b[^.;!?\n]{0,30}? $`,
  'iu',
)
const WAS = new RegExp(
  String.raw`^ (?:was|had been|became|has been|is)(?: ${any(words.known)}(?: as| by)?)? ${NAME}`,
  'u',
)
const IS = new RegExp(String.raw`^ (?:is|was) (?:${any(words.identity)} )?${NAME}(?=[,.;])`, 'u')
const ONE = new RegExp(
  String.raw`^ and ${NAME} (?:are|were) (?:${any(words.identity)} )?(?:one and the same|the same (?:person|man|woman)|one (?:person|man|woman))`,
  'u',
)
const INITIAL = /^\p{Lu}\. /u
const ANYONE = /^(?:him|her|she|he|them|they)$/i
const LINE = 200

/** Of one reading. Linear in the number of mentions: each is looked at with the line around it. */
export function aliasesIn({ document: { text }, mentions, entities }: Reading): Alias[] {
  const people = new Set(entities.flatMap((e) => (e.type === 'Person' ? [e.id] : [])))
  const starts = new Map<number, Mention>()
  for (const m of mentions) if (m.form === 'name' && m.entity !== null) starts.set(m.start, m)
  const found: Alias[] = []
  const add = (entity: string, name: string | undefined, at: number): void => {
    if (name === undefined) return
    const other = starts.get(at)?.entity ?? null
    if (other !== entity || !name.includes(' ')) found.push({ entity, name, other })
  }
  for (const { form, entity, start, end, text: own } of mentions) {
    if (entity === null || form === 'nominal' || !(people.has(entity) || INITIAL.test(own))) continue
    const after = text.slice(end, end + LINE)
    const before = text.slice(Math.max(0, start - 120), start)
    const at = (match: RegExpExecArray): number => end + match[0].lastIndexOf(match[1]!)
    const known = KNOWN.exec(after)
    if (form === 'pronoun') {
      const match =
        known ?? (CALL.test(before) ? CALLED.exec(after) : MARRIED.test(before) ? WAS.exec(after) : null)
      if (match && ANYONE.test(own)) add(entity, match[1], at(match))
      continue
    }
    const named = OWN.exec(after)
    if (named) add(entity, named[1], at(named))
    const given = own.split(' ')[0]!
    const surname = own.includes(' ') ? (SURNAME.exec(after) ?? BORN.exec(after)) : null
    if (surname) add(entity, surname[1]!.includes(' ') ? surname[1] : `${given} ${surname[1]!}`, at(surname))
    if (known && !(surname && at(known) === at(surname))) add(entity, known[1], at(known))
    const same = IS.exec(after) ?? ONE.exec(after)
    const other = same && starts.get(at(same))
    const isWhole = own.includes(' ') && other?.text.includes(' ')
    // "A. Voss is Aud Lind": both are names of persons.
    if (other && isWhole && other.entity !== entity && people.has(other.entity!))
      add(entity, other.text, other.start)
  }
  return found
}
