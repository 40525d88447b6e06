/** Names that a case's entities bear, by their first word, longest first. */
import type { CaseEntity } from '../schema/case.js'
import type { MentionType } from '../schema/reading.js'
import { fold } from './names/fold.js'
import { familyOf } from './names/name.js'
import { HEADS, KIND_WORDS, PAPERS } from './names/organization.js'
import { nameOnly } from './names/person.js'
import { TITLES } from './names/titles.js'

export interface Form {
  /** Folded. */
  readonly words: readonly string[]
  /** Written with a capital. */
  readonly isLarge: boolean
  /** "the Recorder", short for the Odal Recorder: an article stands before it. */
  readonly isShort: boolean
  /** Ids of the case's entities. */
  readonly bearers: readonly string[]
}

export interface KnownNames {
  beginning(word: string): readonly Form[]
  /** Every form there is. */
  readonly forms: readonly Form[]
  entity(id: string): CaseEntity | undefined
}

const MOST_WORDS = 8
const LEAST_LETTERS = 4
const LOOKED_UP: ReadonlySet<MentionType> = new Set(['Person', 'Organization', 'Place'])

/** Of entities that have names; `entity` knows only those. */
export function knownNames(entities: readonly CaseEntity[]): KnownNames {
  // In one order, whichever they come in: forms of two bearers are written as the first writes them.
  const known = entities.filter((e) => e.names.length > 0).sort((a, b) => (a.id < b.id ? -1 : 1))
  const named = new Map(known.map((e) => [e.id, e]))
  const forms = new Map<string, { form: Form; bearers: Set<string> }>()
  const add = (words: readonly string[], id: string, isLarge: boolean, isShort: boolean): void => {
    if (words.length === 0 || words.length > MOST_WORDS) return
    const key = `${isShort} ${words.join(' ')}`
    const known = forms.get(key)
    if (known) known.bearers.add(id)
    else forms.set(key, { form: { words, isLarge, isShort, bearers: [] }, bearers: new Set([id]) })
  }
  for (const { id, names, type } of named.values()) {
    if (!LOOKED_UP.has(type)) continue
    for (const name of names) {
      const bare = nameOnly(name.split('\n', 1)[0]!).replace(/^(?:the|in|at|of|to the) /i, '')
      const words = wordsOf(bare, type)
      const letters = words.join('').length
      if (letters < LEAST_LETTERS || (words.length === 1 && KIND_WORDS.has(words[0]!))) continue
      if (words.length === 1 && !/^\p{Lu}/u.test(bare)) continue
      add(words, id, /^\p{Lu}/u.test(bare), false)
      const last = words.at(-1)!
      if (
        familyOf(type) === 'organization' &&
        words.length > 1 &&
        (HEADS.has(last) || PAPERS.has(last) || KIND_WORDS.has(last))
      )
        // prettier-ignore
        add([last], id, true, true)
    }
  }
  const byFirst = new Map<string, Form[]>()
  for (const { form, bearers } of forms.values()) {
    const list = byFirst.get(form.words[0]!)
    const whole = { ...form, bearers: [...bearers].sort() }
    if (list) list.push(whole)
    else byFirst.set(form.words[0]!, [whole])
  }
  for (const list of byFirst.values()) list.sort((a, b) => b.words.length - a.words.length)
  return {
    beginning: (word) => byFirst.get(word) ?? [],
    forms: [...byFirst.values()].flat(),
    entity: (id) => named.get(id),
  }
}

/** What a store keeps of a form, and finds it by: its first two words. */
export const nameKey = (words: readonly string[]): string => `n:${words.slice(0, 2).join(' ').trim()}`

/** The keys of an entity's names, for the store. */
export const nameKeys = (entity: CaseEntity): string[] => [
  ...new Set(knownNames([entity]).forms.map(({ words }) => nameKey(words))),
]

/** Without the titles before a person's. */
function wordsOf(name: string, type: MentionType): string[] {
  const words = (name.match(/[\p{L}\p{N}]+(?:['’-]\p{L}+)*/gu) ?? []).map((w) =>
    fold(w).replace(/[^a-z0-9]/g, ''),
  )
  if (type === 'Person') while (words.length > 1 && TITLES.has(words[0]!)) words.shift()
  return words
}
