/** Other names that a text gives somebody: "Aud Brekke, née Voss", "then known by her married name of Voss", "call him Abu Karim". */
import type { Mention, Reading } from '../schema/reading.js'

export interface Alias {
  /** Id of the reading's entity. */
  readonly entity: string
  readonly name: string
  /** Of the reading's entity that the other name is a mention of, if there is one. */
  readonly other: string | null
}

const NAME = String.raw`(\p{Lu}[\p{L}'’-]+(?: (?:al-|el-|bin |van |von )?\p{Lu}[\p{L}'’-]+){0,3})`
/** What follows a name: its bearer's other surname. */
const SURNAME = new RegExp(
  String.raw`^[^.;!?\n]{0,80}?\b(?:née|nee|(?:maiden|married|birth|family) name(?: (?:of|was|is))?) ${NAME}`,
  'u',
)
const BORN = new RegExp(String.raw`^,? born ${NAME}(?=[,.;)])`, 'u')
/** What follows a name or a pronoun: its bearer's other name. */
const KNOWN = new RegExp(
  String.raw`^(?:, | \(|,? (?:who )?(?:is|was|were) )(?:(?:who )?(?:is|was|were) )?(?:(?:also|formerly|previously|better|once|otherwise|widely) )?(?:known(?: [a-z]+){0,3} as|called|nicknamed|alias|a\.?k\.?a\.?) ${NAME}`,
  'u',
)
const CALLED = new RegExp(String.raw`^ ${NAME}`, 'u')
const CALL = /\b(?:calls?|called|nicknamed) $/u
const BEFORE_MARRIAGE = /\bbefore (?:s?he (?:was )?married|(?:her|his) (?:marriage|wedding)),? $/iu
const WAS = new RegExp(String.raw`^ (?:was|had been) ${NAME}`, 'u')
const IS = new RegExp(String.raw`^ (?:is|was) (?:in fact |really )?${NAME}(?=[,.;])`, 'u')
const INITIAL = /^\p{Lu}\. /u
const LINE = 200

/** Of one reading. Linear in the number of mentions: each is looked at with the line after it. */
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
    const before = text.slice(Math.max(0, start - 40), start)
    const at = (match: RegExpExecArray): number => end + match[0].length - match[1]!.length
    if (form === 'pronoun') {
      const match = CALL.test(before)
        ? CALLED.exec(after)
        : BEFORE_MARRIAGE.test(before)
          ? WAS.exec(after)
          : null
      if (match && /^(?:him|her|she|he)$/i.test(own)) add(entity, match[1], at(match))
      continue
    }
    const known = KNOWN.exec(after)
    if (known) add(entity, known[1], at(known))
    const given = own.split(' ')[0]!
    const surname = own.includes(' ') ? (SURNAME.exec(after) ?? BORN.exec(after)) : null
    if (surname) add(entity, surname[1]!.includes(' ') ? surname[1] : `${given} ${surname[1]!}`, at(surname))
    const is = IS.exec(after)
    const other = is && starts.get(at(is))
    const isWhole = own.includes(' ') && other?.text.includes(' ')
    // "A. Voss is Aud Brekke": both are names of persons.
    if (other && isWhole && other.entity !== entity && people.has(other.entity!))
      add(entity, other.text, other.start)
  }
  return found
}
