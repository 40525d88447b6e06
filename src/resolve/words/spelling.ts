/** One name in several spellings: accents dropped, doubled letters, letters that are written for one another. */
import type { NameWord } from '../names/person.js'
import { remembered } from '../remembered.js'
import data from './confusions.json' with { type: 'json' }
import type { Likeness } from './likeness.js'
import { title } from './nicknames.js'

const RULES = data.rules as unknown as readonly (readonly [from: string, to: string, why: string])[]

/** What is left of a folded word when its spelling is taken off: 'lovik', 'soerbye' and 'sørbie' leave one skeleton. */
export const skeleton = remembered((folded) => {
  let word = folded
  for (const [from, to] of RULES) word = word.replaceAll(from, to)
  return word
    .replace(/(.)\1+/g, '$1')
    .replace(/(?<=.{3})[eh]$/, '')
    .replace(/(?<=[aeiou])h(?![aeiou])/g, '')
})

export function spelling(a: NameWord, b: NameWord): Likeness | null {
  if (a.folded === b.folded)
    return a.raw === b.raw
      ? { score: 1, kind: 'same', why: '' }
      : { score: 0.98, kind: 'accents', why: `${title(a)} and ${title(b)} differ in accents or script alone` }
  if (Math.min(a.folded.length, b.folded.length) < 3 || skeleton(a.folded) !== skeleton(b.folded)) return null
  return {
    score: 0.92,
    kind: 'spelling',
    why: `${title(a)} and ${title(b)}: ${reasonOf(a.folded, b.folded)}`,
  }
}

/** The first confusion without which the two would not be one. */
function reasonOf(a: string, b: string): string {
  if (a.replace(/(.)\1+/g, '$1') === b.replace(/(.)\1+/g, '$1')) return 'a letter is doubled in one'
  const rule = RULES.find(([from]) => a.includes(from) !== b.includes(from))
  return rule ? rule[2] : 'one spelling leaves a silent letter out'
}
