/** Keys that two entities share if they may be one: only those are ever compared. */
import type { LocalEntity } from './local-entity.js'
import { nameLists } from './name-lists.js'
import { parseName, type AnyName } from './names/name.js'
import { KIND_WORDS } from './names/organization.js'
import type { NameWord } from './names/person.js'
import { remembered } from './remembered.js'
import { nicknameGroups } from './words/nicknames.js'
import { soundsOf } from './words/phonetics.js'

/** Of one local entity, for the store. Deterministic; at most a few dozen. */
export function blockKeys(local: LocalEntity): string[] {
  const wider = (local.wider ?? []).flatMap((w) => parseName(w.text, local.type) ?? [])
  return keysOf([...nameLists().of(local), ...wider])
}

/** Of names of one bearer. `w:` one word, `p:` a word and the initial of another, `f:` the whole, `s:` its letters, `a:` an acronym. */
export function keysOf(names: readonly AnyName[]): string[] {
  const keys = new Set<string>()
  for (const name of names) {
    keys.add(
      `f:${name.words
        .map((w) => w.folded)
        .sort()
        .join(' ')}`,
    )
    if (name.family === 'person') personKeys(name, keys)
    else otherKeys(name, keys)
  }
  return [...keys]
}

function personKeys({ words, solid }: AnyName, keys: Set<string>): void {
  const whole = words.filter((w) => !w.initial)
  for (const word of whole) for (const code of codesOf(word)) keys.add(`w:${code}`)
  if (words.length < 2) return
  keys.add(`s:${solid}`)
  for (const word of whole)
    for (const other of words)
      if (other !== word)
        for (const code of codesOf(word)) for (const start of startsOf(other)) keys.add(`p:${code} ${start}`)
}

function otherKeys({ words, acronym, initials, family, solid }: AnyName, keys: Set<string>): void {
  if (acronym) keys.add(`a:${acronym}`)
  if (solid.length > 5) keys.add(`s:${solid}`)
  for (const letters of initials) keys.add(`a:${letters}`)
  if (words.length === 1 || family === 'place') {
    for (const code of codesOf(words[0]!)) keys.add(`w:${code}`)
    if (family !== 'place') return
  }
  const own = words.filter((w) => !KIND_WORDS.has(w.folded))
  for (const word of own.slice(0, 4)) for (const code of codesOf(word)) keys.add(`w:${code}`)
  if (own.length === 0)
    words.slice(0, -1).forEach((w, i) => keys.add(`p:${w.folded} ${words[i + 1]!.folded}`))
}

/** Sounds by Double Metaphone, and the consonants in classes that hold across scripts. */
function codesOf({ folded, script }: NameWord): string[] {
  const bones = bonesOf(folded)
  if (script !== 'latin') return [`x${bones}`]
  // Four sounds, as Philips' table gives: what a case ending changes comes after them.
  const sounds = soundsOf(folded).flatMap((s) => (s === '' ? [] : [s.slice(0, 4)]))
  return [...new Set([...sounds, `x${bones}`])]
}

/** What a given name may begin with where only an initial stands: its letter, and the groups of its familiar forms. */
const startsOf = (word: NameWord): string[] => {
  const letter = CLASSES[word.folded[0]!] ?? word.folded[0]!
  return word.initial ? [letter] : [letter, ...nicknameGroups(word.folded).map(String)]
}

const CLASSES: Readonly<Record<string, string>> = {
  b: 'p',
  p: 'p',
  f: 'p',
  v: 'p',
  c: 'k',
  k: 'k',
  g: 'k',
  q: 'k',
  x: 'k',
  h: 'k',
  s: 's',
  z: 's',
  j: 's',
  t: 't',
  d: 't',
  l: 'l',
  r: 'r',
  m: 'm',
  n: 'n',
  a: 'a',
  e: 'a',
  i: 'a',
  o: 'a',
  u: 'a',
  y: 'a',
  w: 'p',
}
const DROPPED = /[aeiouyhw]/g

/** The consonants of a word in classes, doubled ones once; a word of vowels keeps its first letter. */
export const bonesOf = remembered((folded) => {
  const hard = folded
    .replace(/shch|tch|tsch|sch|sh|ch|zh|dzh|dj|ts|tz|cz|sz|j/g, 's')
    .replace(/ck|kh|gh|x/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/c(?=[eiy])/g, 's')
  const bones = hard
    .replace(DROPPED, '')
    .replace(/./g, (c) => CLASSES[c] ?? c)
    .replace(/(.)\1+/g, '$1')
  return bones === '' ? folded.slice(0, 1) : bones
})
