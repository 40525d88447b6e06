/** One page of a PDF → its lines in reading order, with what cannot be seen told apart. */
import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist'
import type { TextItem } from 'pdfjs-dist/types/src/display/api.js'
import type { Box } from '../../schema/document.js'
import { regionsOf, wordsOf } from './columns.js'
import { notedOn, type Noted } from './comments.js'
import { itemsOf, type Typeface } from './items.js'
import { stretchesOf } from './lines.js'
import { matrixOf, type Matrix } from './matrix.js'
import { painted, type Font, type Painted } from './painted.js'
import { around, type Item, type Line, type Page, type Region } from './page.js'
import { unseenOf } from './unseen.js'

/** More words than this on one page are nobody's text. */
const MOST_ITEMS = 20_000

export interface ReadPage {
  readonly page: Page
  readonly files: Noted['files']
  /** The words cannot be relied upon, and there is a picture (or outlines) to recognise them from. */
  readonly recognise: boolean
  /** Words beyond the limit were left out. */
  readonly cut: boolean
}

/** @throws whatever pdf.js throws over a damaged page. */
export async function readPage(pdf: PDFDocumentProxy, number: number): Promise<ReadPage> {
  const source = await pdf.getPage(number)
  try {
    const { width, height, transform } = source.getViewport({ scale: 1 })
    const view = matrixOf(transform)
    const whole: Box = [0, 0, width, height]
    const content = await source.getTextContent()
    const words = content.items.filter((item): item is TextItem => 'str' in item)
    const drawn = await drawnOn(pdf, source, view, whole)
    const noted = await notedOn(source, view)
    const face = faceOf(source, content.styles)
    const all = itemsOf(words.slice(0, MOST_ITEMS), view, face, drawn.letters, unseenOf(drawn))
    const items = [...all, ...noted.fields]
    const pictured = pictureShare(drawn, whole)
    const layer = pictured > COVERING && isLayer(items)
    const seen = layer ? items.map((item): Item => ({ ...item, unseen: null })) : items
    const legible = isLegible(seen.filter(({ unseen }) => unseen === null))
    const outlined = drawn.letters.length === 0 && drawn.paths > OUTLINES
    return {
      page: {
        number,
        width,
        height,
        ...compact(sorted(seen)),
        comments: noted.comments,
        scanned: layer ? 'layer' : null,
      },
      files: noted.files,
      recognise: !legible && (pictured > SOME_PICTURE || outlined || drawn.letters.length > FEW),
      cut: words.length > MOST_ITEMS,
    }
  } finally {
    source.cleanup()
  }
}

const COVERING = 0.6
const SOME_PICTURE = 0.15
const OUTLINES = 150
const FEW = 20

async function drawnOn(
  pdf: PDFDocumentProxy,
  page: PDFPageProxy,
  view: Matrix,
  whole: Box,
): Promise<Painted> {
  const list = await page.getOperatorList({ intent: 'display' })
  const layers = await pdf.getOptionalContentConfig({ intent: 'display' })
  return painted(list, view, whole, {
    ops: OPS,
    font: (name): Font => {
      const font = page.commonObjs.has(name)
        ? (page.commonObjs.get(name) as { fontMatrix?: readonly number[]; vertical?: boolean })
        : {}
      return { scale: Math.abs(font.fontMatrix?.[0] || 0.001), vertical: font.vertical === true }
    },
    seeThrough: (name) => {
      const objects = name.startsWith('g_') ? page.commonObjs : page.objs
      return !objects.has(name) || (objects.get(name) as { kind?: number } | null)?.kind === RGBA
    },
    layerOff: (properties) => !layers.isVisible(properties),
  })
}
/** pdf.js's ImageKind for pictures that may be partly transparent. */
const RGBA = 3

function faceOf(
  page: PDFPageProxy,
  styles: Readonly<Record<string, { ascent: number }>>,
): (font: string) => Typeface {
  return (name) => {
    const font = page.commonObjs.has(name)
      ? (page.commonObjs.get(name) as { bold?: boolean; black?: boolean; name?: string })
      : {}
    const ascent = styles[name]?.ascent ?? 0
    return {
      bold: font.bold === true || font.black === true || /bold|black|heavy/i.test(font.name ?? ''),
      ascent: ascent > 0.4 && ascent < 1.2 ? Math.min(ascent, 0.95) : 0.8,
    }
  }
}

/** The largest picture's share of the page. */
function pictureShare({ surfaces }: Painted, [, , width, height]: Box): number {
  const areas = surfaces.filter(({ picture }) => picture).map(({ box }) => box[2] * box[3])
  // A scan may be cut into strips.
  return Math.min(1, areas.reduce((sum, area) => sum + area, 0) / (width * height || 1))
}

/** Words laid invisibly over, or under, a scan by whoever made it searchable. */
function isLayer(items: readonly Item[]): boolean {
  const under = items.filter(
    ({ unseen }) => unseen === 'invisible' || unseen === 'covered' || unseen === 'transparent',
  )
  return under.length > 0 && under.length >= items.length * 0.8
}

const WORD = /^[\p{P}\p{S}]*(?:\p{L}[\p{L}\p{M}'’-]*|[\p{N}][\p{N}.,:/%-]*)[\p{P}\p{S}]*$/u
const RUBBISH = /[\ufffd\p{Co}\p{Cc}\p{Cn}]/gu

/** False for a page with hardly a word, or whose letters say nothing because the font does not tell what they are. */
export function isLegible(items: readonly Item[]): boolean {
  const text = items.map((item) => item.text).join(' ')
  const tokens = text.split(/\s+/, 2000).filter((token) => token !== '')
  if (tokens.join('').length < FEW) return false
  const rubbish = text.match(RUBBISH)?.length ?? 0
  const like = tokens.filter((token) => WORD.test(token)).length
  return rubbish < text.length * 0.1 && like >= tokens.length * 0.5
}

/** Regions of what is seen; what is blacked out within a line stays in it, since only there it makes sense. */
function sorted(items: readonly Item[]): { regions: Region[]; unseen: Line[] } {
  const seen = items.filter(({ unseen }) => unseen === null || unseen === 'covered')
  const upright = seen.filter(({ angle }) => angle === 0)
  const turned = [...new Set(seen.map(({ angle }) => angle))]
    .filter((angle) => angle !== 0)
    .sort((a, b) => a - b)
  return {
    regions: [
      ...regionsOf(stretchesOf(upright)),
      ...turned.flatMap((angle) =>
        turnedRegions(
          seen.filter((item) => item.angle === angle),
          angle,
        ),
      ),
    ],
    unseen: stretchesOf(items.filter(({ unseen }) => unseen !== null && unseen !== 'covered')),
  }
}

/** Items that only the way they were set keeps apart become one: a line of a long document is then one item, not ten. */
function compact({ regions, unseen }: { regions: Region[]; unseen: Line[] }): {
  regions: Region[]
  unseen: Line[]
} {
  const short = (line: Line): Line => {
    const items: Item[] = []
    for (const item of line.items) {
      const last = items.at(-1)
      const like =
        last &&
        last.unseen === item.unseen &&
        last.angle === item.angle &&
        Math.abs(last.baseline - item.baseline) < 0.5 &&
        Math.abs(last.size - item.size) < 0.5
      if (!like) items.push(item)
      else
        items[items.length - 1] = {
          ...last,
          text: wordsOf({ items: [last, item] }),
          box: around([last.box, item.box]),
        }
    }
    return { ...line, items }
  }
  return {
    regions: regions.map(({ kind, lines }) => ({ kind, lines: kind === 'table' ? lines : lines.map(short) })),
    unseen: unseen.map(short),
  }
}

/** Lines of turned text are put in order as if they stood upright; their boxes stay where they are on the page. */
function turnedRegions(items: readonly Item[], angle: number): Region[] {
  const turn = (-angle * Math.PI) / 180
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  const upright = new Map<Item, Item>()
  for (const item of items) {
    const [x, y] = [item.box[0] + item.box[2] / 2, item.box[1] + item.box[3] / 2]
    const [u, v] = [x * cos - y * sin, x * sin + y * cos]
    const long = Math.max(item.size, Math.abs(item.box[2] * cos) + Math.abs(item.box[3] * sin))
    const made: Item = {
      ...item,
      box: [u - long / 2, v - item.size / 2, long, item.size],
      baseline: v + item.size * 0.3,
    }
    upright.set(made, item)
  }
  const back = (item: Item): Item => ({ ...(upright.get(item) ?? item), spaced: true })
  return regionsOf(stretchesOf([...upright.keys()])).map((region): Region => ({
    kind: region.kind,
    lines: region.lines.map((line) => ({ ...line, items: line.items.map(back) })),
  }))
}
