/** Whether a person is spoken of as a man or a woman: by pronouns and titles, never by the given name alone. */
import type { Mention } from '../schema/reading.js'
import { titleGender } from './names/titles.js'

export type Gender = 'm' | 'f'

/** One pronoun may be linked wrongly; two, a noun or a title are believed. */
const LEAST = 2

const MAN = /^(?:he|him|his|himself)$/i
const WOMAN = /^(?:she|her|hers|herself)$/i
const MAN_NOUN =
  /\b(?:man|boy|husband|father|son|brother|widower|uncle|nephew|grandfather|businessman|spokesman|chairman|king|prince)\b/i
const WOMAN_NOUN =
  /\b(?:woman|girl|wife|mother|daughter|sister|widow|aunt|niece|grandmother|businesswoman|spokeswoman|chairwoman|queen|princess)\b/i

/** The gender nine in ten of the signs agree on; pronouns may be linked wrongly, so a single stray one does not decide. */
export function genderOf(mentions: readonly Mention[]): Gender | null {
  const names = new Set(mentions.filter((m) => m.form === 'name').map((m) => m.text))
  let [man, woman] = [0, 0]
  for (const { form, text } of mentions) {
    const sign = signOf(form, text, names)
    if (sign?.gender === 'm') man += sign.weight
    else if (sign) woman += sign.weight
  }
  const total = man + woman
  if (total < LEAST) return null
  if (man >= 0.9 * total) return 'm'
  return woman >= 0.9 * total ? 'f' : null
}

/** True where a title or a noun tells it: "Mr Løvik", "the widow". */
export function isTitled(mentions: readonly Mention[]): boolean {
  const names = new Set(mentions.filter((m) => m.form === 'name').map((m) => m.text))
  return mentions.some(({ form, text }) => form !== 'pronoun' && signOf(form, text, names) !== null)
}

type Sign = { readonly gender: Gender; readonly weight: number }

function signOf(form: Mention['form'], text: string, names: ReadonlySet<string>): Sign | null {
  if (form === 'pronoun') return MAN.test(text) ? MALE : WOMAN.test(text) ? FEMALE : null
  // "Mr. Løvik" is he; "Mr. Løvik's daughter" is not.
  if (form === 'name' || names.has(text.slice(text.indexOf(' ') + 1))) {
    const gender = titleGender(text)
    return gender ? { gender, weight: 4 } : null
  }
  // "his wife" is a woman, "the wife of the man" too: the head is what comes before "of", "who" or a comma.
  const head = text.split(/\s+(?:of|who|whose|in|at|from|with)\s+|,/, 1)[0]!
  return MAN_NOUN.test(head)
    ? { ...MALE, weight: 2 }
    : WOMAN_NOUN.test(head)
      ? { ...FEMALE, weight: 2 }
      : null
}
const MALE = { gender: 'm', weight: 1 } as const
const FEMALE = { gender: 'f', weight: 1 } as const
