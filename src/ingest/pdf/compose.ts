/**
 * Pages → one text: running text first, and what stands apart from it on a page (notes, hidden words, comments, running heads) after
 * the paragraph that goes on beyond that page. Running heads and page numbers are kept and placed, but are no block, so nothing reads them.
 */
import type { Block, Mark, Part } from '../../schema/document.js'
import { assemble, type Piece } from '../assemble.js'
import { wordsOf } from './columns.js'
import { partNotes } from './footnotes.js'
import { furnitureOf } from './furniture.js'
import type { Line, Page } from './page.js'
import { goesOn, paragraphsOf, type Paragraph, type PlacedLine } from './paragraphs.js'
import { vocabularyOf, wordingOf } from './wording.js'

export interface Composed {
  readonly text: string
  readonly blocks: readonly Block[]
  readonly parts: readonly Part[]
}

interface Stretch extends Paragraph {
  readonly mark?: Mark
  /** Kept, but not read. */
  readonly aside?: boolean
  readonly comment?: Page['comments'][number]
}

export function compose(pages: readonly Page[]): Composed {
  const body = bodySize(pages)
  const furniture = furnitureOf(pages, body)
  const flow: Stretch[] = []
  let waiting: Stretch[] = []
  let open = -1
  for (const page of pages) {
    const asides: Stretch[] = []
    for (const region of page.regions) {
      const lines = region.lines.filter((line) => !furniture.has(line))
      const { region: rest, notes } = partNotes({ ...region, lines }, body, page.height)
      if (rest.lines.length > 0)
        for (const paragraph of paragraphsOf(rest, page.number, body)) {
          const last = flow[open]
          if (last && goesOn(last, paragraph))
            flow[open] = { ...last, lines: [...last.lines, ...paragraph.lines] }
          else {
            flow.push(...waiting)
            waiting = []
            open = flow.push(paragraph) - 1
          }
        }
      for (const note of notes)
        asides.push(
          ...paragraphsOf(note, page.number, body).map((p): Stretch => ({
            ...p,
            kind: 'paragraph',
            mark: 'footnote',
          })),
        )
    }
    waiting.push(...asides, ...unseenOn(page, body), ...commentsOn(page), ...furnitureOn(page, furniture))
  }
  flow.push(...waiting)
  return write(flow, pages)
}

function unseenOn(page: Page, body: number): Stretch[] {
  return paragraphsOf({ kind: 'column', lines: page.unseen }, page.number, body).map(
    (paragraph): Stretch => ({ ...paragraph, kind: 'paragraph', mark: 'hidden' }),
  )
}

function commentsOn(page: Page): Stretch[] {
  return page.comments.map((comment): Stretch => {
    const item = {
      text: comment.text,
      box: comment.box,
      baseline: 0,
      size: 0,
      bold: false,
      angle: 0,
      spaced: true,
      unseen: null,
    }
    const line: PlacedLine = {
      items: [item],
      box: comment.box,
      baseline: 0,
      size: 0,
      bold: false,
      page: page.number,
    }
    return { kind: 'paragraph', lines: [line], mark: 'comment', comment }
  })
}

function furnitureOn(page: Page, furniture: ReadonlySet<Line>): Stretch[] {
  return page.regions
    .flatMap(({ lines }) => lines)
    .filter((line) => furniture.has(line))
    .map((line): Stretch => ({ kind: 'paragraph', lines: [{ ...line, page: page.number }], aside: true }))
}

/** The size most letters of the document have. */
function bodySize(pages: readonly Page[]): number {
  const letters = new Map<number, number>()
  for (const page of pages)
    for (const { lines } of page.regions)
      for (const line of lines) {
        const size = Math.round(line.size * 2) / 2
        letters.set(size, (letters.get(size) ?? 0) + wordsOf(line).length)
      }
  return [...letters].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0])[0]
}

function write(flow: readonly Stretch[], pages: readonly Page[]): Composed {
  const scannedPages = new Set(pages.filter(({ scanned }) => scanned !== null).map(({ number }) => number))
  const vocabulary = vocabularyOf(flow.flatMap(({ lines }) => lines.map(wordsOf)))
  const worded = flow.map((stretch) =>
    wordingOf(stretch.lines, (page) => scannedPages.has(page), vocabulary, stretch.mark),
  )
  const pieces = flow.map(({ kind, row }, i): Piece => ({
    kind,
    text: worded[i]!.text,
    ...(row === undefined ? {} : { row }),
  }))
  const { text, blocks } = assemble(pieces)
  const parts = blocks.flatMap(({ start }, i) =>
    worded[i]!.parts.map((part): Part => {
      const { by, at } = flow[i]!.comment ?? { by: null, at: null }
      return {
        ...part,
        start: start + part.start,
        end: start + part.end,
        ...(by ? { by } : {}),
        ...(at ? { at } : {}),
      }
    }),
  )
  return {
    text,
    blocks: blocks.filter((_, i) => flow[i]!.aside !== true),
    parts: parts.filter(({ start, end }) => end > start),
  }
}
