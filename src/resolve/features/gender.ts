/** A man and a woman are two; so are the two forms of a Slavic surname. */
import type { AnyName } from '../names/name.js'
import type { Compare } from './feature.js'

export const gender: Compare = (a, b) => {
  if (a.gender && b.gender)
    return a.gender === b.gender
      ? { score: 0.2, why: a.gender === 'm' ? 'both are men' : 'both are women' }
      : {
          // Pronouns may have been linked wrongly; and who bears one given name is rarely both.
          score:
            a.titled && b.titled && !a.names.some((x) => b.names.some((y) => isSameGiven(x, y))) ? -1 : -0.9,
          why: 'one is spoken of as a man, the other as a woman',
        }
  if (a.family !== 'person' || b.family !== 'person') return null
  const [x, y] = [formOf(a.names), formOf(b.names)]
  if (x && y && x.stem === y.stem && x.form !== y.form)
    return { score: -1, why: `${x.word} and ${y.word} are a man's and a woman's form of one surname` }
  return null
}

const isSameGiven = ({ words: [x, ...more] }: AnyName, { words: [y] }: AnyName): boolean =>
  x !== undefined && more.length > 0 && !x.initial && x.folded === y?.folded

const FORMS: readonly (readonly [RegExp, 'm' | 'f'])[] = [
  [/^(.{2,}(?:ov|ev|in|yn))$/, 'm'],
  [/^(.{2,}(?:ov|ev|in|yn))a$/, 'f'],
  [/^(.{2,}sk)(?:y|i|ii|iy|ij)$/, 'm'],
  [/^(.{2,}sk)a(?:ya|ia|ja)?$/, 'f'],
]

function formOf(names: readonly AnyName[]): { stem: string; form: 'm' | 'f'; word: string } | null {
  const word = names[0]?.words.at(-1)
  if (!word) return null
  for (const [pattern, form] of FORMS) {
    const stem = pattern.exec(word.folded)?.[1]
    if (stem) return { stem, form, word: word.raw.charAt(0).toUpperCase() + word.raw.slice(1) }
  }
  return null
}
