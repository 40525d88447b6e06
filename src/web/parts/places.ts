/** Puts the notes of an article beside the lines their claims begin in. */
import { stack } from '../text/stack.js'

const GAP = 2
/** What stays free between a chain and the window's edge. */
const EDGE = 16

/** `startOf` gives the position in the document where a claim begins. Nothing is placed while notes stand below their paragraphs. */
export function placeNotes(article: HTMLElement, startOf: ReadonlyMap<string, number>): void {
  const notes = [...article.querySelectorAll<HTMLElement>('.note')]
  if (notes.length === 0) return
  if (getComputedStyle(notes[0]!).position !== 'absolute') {
    for (const note of notes) note.style.removeProperty('top')
    return
  }
  const origin = article.getBoundingClientRect().top
  // Everything is measured before anything is moved, so that the page is laid out once.
  const places = notes.map((note) => {
    const paragraph = note.closest('.block')?.querySelector<HTMLElement>('[data-start]')
    const start = startOf.get(note.dataset['claim'] ?? '') ?? 0
    const top = paragraph ? lineTop(paragraph, start - Number(paragraph.dataset['start'])) : origin
    return { note, top: top - origin, height: note.firstElementChild!.clientHeight }
  })
  places.sort((a, b) => a.top - b.top)
  const tops = stack(
    places.map((p) => p.top),
    places.map((p) => p.height),
    GAP,
  )
  let below = 0
  places.forEach(({ note }, i) => {
    // An opened note stays at its line and moves only those after it.
    const top = Math.max(tops[i]!, below)
    below = top + note.offsetHeight + GAP
    note.style.setProperty('top', `${top}px`)
  })
  liftDetail(article)
}

/** Moves the chain in its own column up, where the window ends before it does. */
export function liftDetail(article: HTMLElement): void {
  const detail = article.querySelector<HTMLElement>('.detail')
  if (!detail || getComputedStyle(detail).position !== 'absolute') return
  const { top } = detail.parentElement!.getBoundingClientRect()
  const over = top + detail.offsetHeight + EDGE - window.innerHeight
  detail.style.setProperty('--lift', `${Math.max(0, Math.min(over, top - EDGE))}px`)
}

function lineTop(paragraph: HTMLElement, offset: number): number {
  const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT)
  let rest = offset
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { length } = node as Text
    if (rest < length) {
      const range = document.createRange()
      range.setStart(node, Math.max(0, rest))
      range.setEnd(node, Math.max(0, rest) + 1)
      return range.getBoundingClientRect().top
    }
    rest -= length
  }
  return paragraph.getBoundingClientRect().top
}
