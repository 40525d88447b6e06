/** The words pdf.js finds on a page, with what the page's drawing tells of each letter, as items. */
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { Box } from '../../schema/document.js'
import type { Item, Unseen } from './page.js'
import { boxOf, matrixOf, times, type Matrix } from './matrix.js'
import type { Letter } from './painted.js'

export interface Typeface {
  readonly bold: boolean
  /** Share of the size that is above the baseline. */
  readonly ascent: number
}

/** How far on the next words are looked for where words and letters come apart (ActualText, ligatures, right-to-left). */
const REACH = 3000

/** Items in the order of the page's content. Words that are partly seen are parted where that changes. */
export function itemsOf(
  words: readonly TextItem[],
  view: Matrix,
  face: (font: string) => Typeface,
  letters: readonly Letter[],
  unseen: readonly (Unseen | null)[],
): Item[] {
  const { find, found } = finder(letters)
  const items: Item[] = []
  let spaced = false
  for (const word of words) {
    if (word.str.trim() === '') {
      spaced ||= word.str !== '' || word.hasEOL
      continue
    }
    const placed = place(word, view, face(word.fontName))
    const at = find(word.str)
    const runs =
      at === null
        ? [{ text: word.str, unseen: null, box: placed.box }]
        : runsOf(word.str, at, placed.box, letters, unseen)
    runs.forEach((run, i) => {
      const text = run.text.trim()
      if (text !== '')
        items.push({
          ...placed,
          ...run,
          text,
          spaced:
            i === 0 ? spaced || /^\s/.test(run.text) : /^\s/.test(run.text) || /\s$/.test(runs[i - 1]!.text),
        })
    })
    spaced = word.hasEOL || /\s$/.test(word.str)
  }
  return [...items, ...beyondEdge(letters, found)]
}

/** pdf.js leaves out words that lie outside of the page; they are still in the file. */
function beyondEdge(letters: readonly Letter[], found: ReadonlySet<number>): Item[] {
  const runs: Letter[][] = []
  letters.forEach((letter, i) => {
    if (letter.cut !== 'outside' || found.has(i)) return
    const last = runs.at(-1)
    const before = last?.at(-1)
    const near = before && letters[i - 1] === before && Math.abs(before.y - letter.y) < letter.size * 0.3
    if (near) last!.push(letter)
    else runs.push([letter])
  })
  return runs.flatMap((run): Item[] => {
    const text = run
      .map((letter) => letter.text)
      .join('')
      .trim()
    const { y, size, left } = run[0]!
    const box: Box = [left, y - size / 2, Math.max(...run.map(({ right }) => right)) - left, size]
    const looks = { box, baseline: y + size * 0.3, size, bold: false, angle: 0, spaced: true }
    return text === '' ? [] : [{ ...looks, text, unseen: 'outside' }]
  })
}

function place(
  word: TextItem,
  view: Matrix,
  { bold, ascent }: Typeface,
): Omit<Item, 'text' | 'spaced' | 'unseen'> {
  const m = times(view, matrixOf(word.transform))
  const size = Math.hypot(m[2], m[3])
  const angle = Math.round((Math.atan2(m[1], m[0]) * 180) / Math.PI)
  // In the words' own frame they run along x from 0 and stand on y = 0.
  const unit = Math.hypot(m[0], m[1]) || 1
  const box = boxOf(m, 0, ascent - 1, Number.isFinite(word.width) ? word.width / unit : 0, ascent)
  return { box, baseline: m[5], size, bold, angle }
}

const solid = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')

/** Which letters spell the words, each time going on from the last; null where they cannot be found. */
function finder(letters: readonly Letter[]): {
  find: (words: string) => number[] | null
  found: ReadonlySet<number>
} {
  const owners: number[] = []
  const parts: string[] = []
  letters.forEach((letter, i) => {
    const text = solid(letter.text)
    for (let unit = 0; unit < text.length; unit++) owners.push(i)
    parts.push(text)
  })
  const all = parts.join('')
  const found = new Set<number>()
  let at = 0
  const find = (words: string): number[] | null => {
    const wanted = solid(words)
    const backwards = [...wanted].reverse().join('')
    for (const spelt of wanted === backwards ? [wanted] : [wanted, backwards]) {
      const ahead = all.startsWith(spelt, at) ? 0 : all.slice(at, at + REACH).indexOf(spelt)
      if (ahead === -1) continue
      const start = at + ahead
      at = start + spelt.length
      const owned = owners.slice(start, at)
      for (const owner of owned) found.add(owner)
      return spelt === wanted ? owned : owned.reverse()
    }
    return null
  }
  return { find, found }
}

function runsOf(
  text: string,
  owners: readonly number[],
  whole: Box,
  letters: readonly Letter[],
  unseen: readonly (Unseen | null)[],
): { text: string; unseen: Unseen | null; box: Box }[] {
  const why = new Set(owners.map((owner) => unseen[owner] ?? null))
  if (why.size === 1) return [{ text, unseen: [...why][0]!, box: whole }]
  const runs: { text: string; unseen: Unseen | null; from: number; to: number }[] = []
  let n = 0
  for (const char of text) {
    const last = runs.at(-1)
    const units = solid(char).length
    const owner = owners[n] ?? owners.at(-1)!
    const reason = units === 0 && last ? last.unseen : (unseen[owner] ?? null)
    n += units
    if (last && last.unseen === reason) {
      last.text += char
      last.to = owner
    } else runs.push({ text: char, unseen: reason, from: owner, to: owner })
  }
  return runs.map(({ text: words, unseen: reason, from, to }) => {
    const [left, right] = [
      Math.min(letters[from]!.left, letters[to]!.left),
      Math.max(letters[from]!.right, letters[to]!.right),
    ]
    return { text: words, unseen: reason, box: [left, whole[1], right - left, whole[3]] as const }
  })
}
