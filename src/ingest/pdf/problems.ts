/** What a reader of a PDF's text must be told: words nobody sees, text layers, doubtful recognition. */
import type { Part } from '../../schema/document.js'
import { problem } from '../../schema/errors.js'
import type { Problem } from '../../schema/reading.js'
import type { ReadPage } from './read-page.js'

const UNSURE = 0.6
/** Places given one by one; the rest is counted. */
const MOST_PLACES = 50

export function pageProblems(pages: readonly ReadPage[]): Problem[] {
  const numbers = (which: (page: ReadPage) => boolean): string | null => {
    const found = pages.filter(which).map(({ page }) => page.number)
    return found.length === 0 ? null : runs(found)
  }
  const [cut, layers, blank] = [
    numbers((page) => page.cut),
    numbers(({ page }) => page.scanned === 'layer'),
    numbers(({ recognise, page }) => recognise && page.regions.length === 0),
  ]
  return [
    ...(cut ? [problem('page-long', null, cut)] : []),
    ...(layers ? [problem('pdf-text-layer', null, layers)] : []),
    ...(blank ? [problem('scan-empty', null, blank)] : []),
  ]
}

export function textProblems(parts: readonly Part[], text: string): Problem[] {
  const hidden = parts.filter(
    ({ mark, start, end }) => mark === 'hidden' && text.slice(start, end).trim() !== '',
  )
  const words = parts.filter(({ confidence }) => confidence !== undefined)
  const unsure = words.filter(({ confidence }) => confidence! < UNSURE)
  return [
    ...hidden.slice(0, MOST_PLACES).map(({ start, end }) => problem('text-hidden', { start, end })),
    ...(hidden.length > MOST_PLACES
      ? [problem('text-hidden-many', null, String(hidden.length - MOST_PLACES))]
      : []),
    ...(unsure.length > 0 ? [problem('scan-unsure', null, String(unsure.length), String(words.length))] : []),
  ]
}

/** 1, 2, 3, 7 → '1–3, 7'. */
function runs(numbers: readonly number[]): string {
  const found: [number, number][] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last && number === last[1] + 1) last[1] = number
    else found.push([number, number])
  }
  return found.map(([from, to]) => (from === to ? String(from) : `${from}–${to}`)).join(', ')
}
