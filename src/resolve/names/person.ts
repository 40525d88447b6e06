/** The parts of a person's name. */
import { fold, scriptOf, type Script } from './fold.js'
import { AFTER_NAMES, GENERATIONS, PARTICLES, TITLES, TITLES_BEHIND } from './titles.js'

export interface NameWord {
  /** As written, lower case, without dots. */
  readonly raw: string
  /** Lower-case ASCII. */
  readonly folded: string
  readonly script: Script
  /** One letter, which stands for a name: 'H.' */
  readonly initial: boolean
}

export interface Name {
  readonly text: string
  /** In order, surname last where it can be told; without titles, particles, and generation. */
  readonly words: readonly NameWord[]
  readonly generation: string | null
  /** Its letters with those of its particles. */
  readonly solid: string
  readonly titles: readonly string[]
}

const MOST_WORDS = 8
const NOISE = /[’'ʼ]s?$|[.,;:()"“”«»]+$/u

/** Without a possessive and a trailing bracket: what a mention's text is as a name. */
export const nameOnly = (text: string): string =>
  text
    .replace(/[’']s?$/, '')
    .replace(/^[\s"“«(]+|[\s"”»),;:]+$/g, '')
    .trim()

/** "Løvik, Henrik" is put in order; "Henrik Løvik, 61" and "Henrik Løvik (pictured)" end at the mark. */
export function personName(text: string): Name {
  const words = inOrder(nameOnly(text))
    .split(/[\s_\u00a0]+/)
    .slice(0, 24)
  const titles: string[] = []
  const parts: NameWord[] = []
  const solid: string[] = []
  let generation: string | null = null
  const all = words.flatMap(splitInitials)
  for (const [i, word] of all.entries()) {
    const raw = word.replace(NOISE, '').replaceAll('.', '').toLowerCase()
    const folded = fold(raw).replace(/[^a-z0-9-]/g, '')
    if (!/[\p{L}\p{N}]/u.test(raw) || folded === '') continue
    // "Port Guard A. Orvik": what stands before a title is part of it.
    if (parts.length > 0 && TITLES.has(folded) && /^\p{Lu}\.$/u.test(all[i + 1] ?? '')) parts.length = 0
    if (parts.length === 0 && TITLES.has(folded) && words.length > 1) titles.push(folded)
    else if (parts.length === 1 && i === all.length - 1 && TITLES_BEHIND.has(folded)) titles.push(folded)
    else if (parts.length > 0 && GENERATIONS.has(folded)) generation = GENERATIONS.get(folded)!
    else if (parts.length > 1 && AFTER_NAMES.has(folded)) continue
    else {
      solid.push(folded.replaceAll('-', ''))
      // "L. Voss" is no particle, "y" and "e" between two names are.
      const isParticle = PARTICLES.has(folded) && words.length > 1 && !/^\p{Lu}\.?$/u.test(word)
      if (isParticle) continue
      for (const part of hyphens(raw)) if (parts.length < MOST_WORDS) parts.push(nameWord(part))
    }
  }
  // "Father", "General": nothing but a title is what someone is called here.
  if (parts.length === 0 && titles.length > 0) parts.push(nameWord(titles.pop()!))
  return { text, words: parts, generation, solid: solid.join(''), titles }
}

export function nameWord(raw: string): NameWord {
  const folded = fold(raw).replace(/[^a-z0-9]/g, '')
  return { raw, folded, script: scriptOf(raw), initial: [...raw].length === 1 && /\p{L}/u.test(raw) }
}

/** 'al-Hakim' → 'hakim'; 'Anne-Marie' → two words, of which one may be left out. */
function hyphens(raw: string): string[] {
  const parts = raw.split(/[-‐‑–]/).filter((p) => p !== '')
  if (parts.length === 1)
    return parts[0]!.startsWith('ال') && parts[0]!.length > 4 ? [parts[0]!.slice(2)] : parts
  const own = parts.filter((p) => !PARTICLES.has(fold(p)))
  return own.length > 0 ? own : [raw.replace(/[-‐‑–]/g, '')]
}

/** 'J.R.' → 'J.', 'R.' */
const splitInitials = (word: string): string[] =>
  /^(?:\p{L}\.){2,}$/u.test(word) ? (word.match(/\p{L}\./gu) ?? [word]) : [word]

function inOrder(text: string): string {
  const comma = text.search(/[,(]/)
  if (comma < 0) return text
  const [before, after] = [text.slice(0, comma).trim(), text.slice(comma + 1).trim()]
  const isGiven =
    text[comma] === ',' &&
    /^(?:\p{Lu}[\p{L}'’-]*\.?\s*){1,3}$/u.test(after) &&
    before.split(/\s+/).length <= 2 &&
    !GENERATIONS.has(fold(after).replaceAll('.', ''))
  if (isGiven) return `${after} ${before}`
  return GENERATIONS.has(fold(after).replaceAll('.', '')) ? `${before} ${after}` : before
}
