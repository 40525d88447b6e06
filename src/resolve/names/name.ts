/** A name of either kind, as blocking and comparing want it. */
import type { MentionType } from '../../schema/reading.js'
import { organizationName } from './organization.js'
import { personName, type NameWord } from './person.js'

export type Family = 'person' | 'organization' | 'place' | 'thing'

export interface AnyName {
  readonly family: Family
  readonly text: string
  readonly words: readonly NameWord[]
  readonly generation: string | null
  readonly form: string | null
  readonly acronym: string | null
  readonly initials: readonly string[]
  /** All letters of the name, particles too: equal for 'Van Hoeven' and 'Vanhoeven'. Doubled ones once. */
  readonly solid: string
  /** The folded words joined: equal for equal names. */
  readonly folded: string
}

export const familyOf = (type: MentionType): Family =>
  type === 'Person'
    ? 'person'
    : type === 'Organization' || type === 'Group'
      ? 'organization'
      : type === 'Place'
        ? 'place'
        : 'thing'

/** Null for a text without a letter or digit. */
export function parseName(text: string, type: MentionType): AnyName | null {
  const family = familyOf(type)
  const own =
    family === 'person'
      ? { ...personName(text), form: null, acronym: null, initials: [] }
      : { ...organizationName(text), generation: null, solid: null }
  if (own.words.length === 0) return null
  const { words, generation, form, acronym, initials } = own
  return {
    family,
    text,
    words,
    generation,
    form,
    acronym,
    initials,
    solid: (own.solid ?? words.map((w) => w.folded).join('')).replace(/(.)\1+/g, '$1'),
    folded: words.map((w) => w.folded).join(' '),
  }
}
