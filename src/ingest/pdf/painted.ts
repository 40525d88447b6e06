/**
 * What a page's drawing operators put where, in the order they paint: letters, filled rectangles, pictures. pdf.js tells words without
 * saying whether anybody can see them; this is the other half (operators: ISO 32000-1, annex A).
 */
import type { PDFOperatorList } from 'pdfjs-dist/types/src/display/api.js'
import type { Box } from '../../schema/document.js'
import { apply, boxOf, IDENTITY, matrixOf, times, type Matrix } from './matrix.js'
import { rectanglesOf } from './rectangles.js'

/** '#rrggbb', or null where it is a pattern or a picture. */
export type Colour = string | null

export interface Letter {
  readonly text: string
  readonly left: number
  readonly right: number
  /** The middle of the letter. */
  readonly x: number
  readonly y: number
  readonly size: number
  readonly colour: Colour
  readonly alpha: number
  readonly invisible: boolean
  /** Stands outside of what the page lets through, or in a layer that is off. */
  readonly cut: 'outside' | 'layer' | null
}

export interface Surface {
  readonly box: Box
  readonly colour: Colour
  /** How many letters were painted before it. */
  readonly after: number
  readonly picture: boolean
  /** Hides what lies under it. */
  readonly opaque: boolean
}

export interface Painted {
  readonly letters: readonly Letter[]
  readonly surfaces: readonly Surface[]
  /** How many paths were drawn: letters drawn as outlines are paths. */
  readonly paths: number
}

export interface Font {
  readonly scale: number
  readonly vertical: boolean
}

export interface Lookups {
  readonly ops: Readonly<Record<string, number>>
  readonly font: (name: string) => Font
  /** Whether the picture may let through what is under it. */
  readonly seeThrough: (name: string) => boolean
  readonly layerOff: (properties: unknown) => boolean
}

interface State {
  readonly ctm: Matrix
  readonly clip: Box
  /** Whether `clip` is exact: a slanted or curved clip lets through less than its box. */
  readonly exact: boolean
  readonly fill: Colour
  readonly alpha: number
  readonly blended: boolean
  readonly mode: number
  readonly font: Font
  readonly size: number
  readonly charSpace: number
  readonly wordSpace: number
  readonly stretch: number
  readonly rise: number
  readonly leading: number
}

const MOST_SURFACES = 2000
const MOST_LETTERS = 200_000
const DEEPEST = 2000

/** Walks the operators once. `view` maps the page's space to points from its upper left corner, `page` is its size. */
export function painted(list: PDFOperatorList, view: Matrix, page: Box, look: Lookups): Painted {
  const letters: Letter[] = []
  const surfaces: Surface[] = []
  const { ops } = look
  let state: State = {
    ctm: view, clip: page, exact: true, fill: '#000000', alpha: 1, blended: false, mode: 0, font: { scale: 0.001, vertical: false },
    size: 0, charSpace: 0, wordSpace: 0, stretch: 1, rise: 0, leading: 0,
  } // prettier-ignore
  const kept: State[] = []
  const layers: boolean[] = []
  let paths = 0
  let text = IDENTITY
  let [x, y, lineX, lineY] = [0, 0, 0, 0]
  let clipping = false
  let annotations = 0

  const save = (): void => void (kept.length < DEEPEST && kept.push(state))
  const restore = (): void => void (state = kept.pop() ?? state)
  const move = (dx: number, dy: number): void => {
    x = lineX += dx
    y = lineY += dy
  }
  const surface = (box: Box, colour: Colour, picture: boolean, opaque: boolean): void => {
    const [shown, whole] = [overlap(box, state.clip), state.exact && !layers.includes(true)]
    if (shown && surfaces.length < MOST_SURFACES)
      surfaces.push({
        box: shown,
        colour,
        after: letters.length,
        picture,
        opaque: opaque && whole && solid(state),
      })
  }
  const picture = (opaque: boolean): void => surface(boxOf(state.ctm, 0, 0, 1, 1), null, true, opaque)
  const show = (glyphs: readonly (number | Glyph | null)[]): void => {
    if (annotations > 0) return
    const along = times(state.ctm, text)
    const height = Math.hypot(along[2], along[3]) * state.size
    const cutLayer = layers.includes(true)
    for (const glyph of glyphs) {
      if (glyph === null || letters.length >= MOST_LETTERS) continue
      if (typeof glyph === 'number') {
        if (state.font.vertical) y -= (glyph * state.size) / 1000
        else x -= ((glyph * state.size) / 1000) * state.stretch
        continue
      }
      const advance =
        glyph.width * state.font.scale * state.size + state.charSpace + (glyph.isSpace ? state.wordSpace : 0)
      const [width, drop] = state.font.vertical ? [0, -state.size] : [advance * state.stretch, 0]
      const from = apply(along, x, y + state.rise)
      const to = apply(along, x + width, y + drop + state.rise)
      const middle = apply(along, x + width / 2, y + drop / 2 + state.rise + state.size * 0.3)
      letters.push({
        text: glyph.unicode, left: Math.min(from[0], to[0]), right: Math.max(from[0], to[0]), x: middle[0], y: middle[1], size: height,
        colour: state.mode % 4 === 1 ? null : state.fill, alpha: state.alpha, invisible: state.mode === 3 || state.mode === 7,
        cut: cutLayer ? 'layer' : within(state.clip, middle[0], middle[1]) ? null : 'outside',
      }) // prettier-ignore
      x += width
      y += drop
    }
  }

  const path = (kind: number, data: unknown, bounds: ArrayLike<number> | null): void => {
    paths++
    if (clipping) {
      clipping = false
      const rectangles = rectanglesOf(data)
      const box = bounds && boxOf(state.ctm, bounds[0]!, bounds[1]!, bounds[2]!, bounds[3]!)
      if (box)
        state = {
          ...state,
          clip: overlap(box, state.clip) ?? [0, 0, 0, 0],
          exact: state.exact && rectangles?.length === 1,
        }
    }
    if (!FILLS.some((name) => ops[name] === kind)) return
    for (const [left, top, right, bottom] of rectanglesOf(data) ?? [])
      surface(boxOf(state.ctm, left, top, right, bottom), state.fill, false, true)
  }
  const actions: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save, restore,
    transform: (m) => (state = { ...state, ctm: times(state.ctm, matrixOf(m)) }),
    paintFormXObjectBegin: ([m, box]) => {
      save()
      state = { ...state, ctm: times(state.ctm, matrixOf(m)) }
      const b = box as ArrayLike<number> | null
      if (b) state = { ...state, clip: overlap(boxOf(state.ctm, b[0]!, b[1]!, b[2]!, b[3]!), state.clip) ?? [0, 0, 0, 0] }
    },
    paintFormXObjectEnd: restore,
    beginAnnotation: ([, , first, second]) => {
      annotations++
      save()
      state = { ...state, ctm: times(times(view, matrixOf(first)), matrixOf(second)), clip: page, exact: true, fill: '#000000', alpha: 1, blended: false }
    },
    endAnnotation: () => {
      annotations--
      restore()
    },
    setFillRGBColor: ([colour]) => (state = { ...state, fill: typeof colour === 'string' ? colour : null }),
    setFillColorN: () => (state = { ...state, fill: null }),
    setFillTransparent: () => (state = { ...state, fill: null }),
    setGState: ([entries]) => {
      for (const [key, value] of (entries ?? []) as readonly (readonly [string, unknown])[])
        if (key === 'ca' && typeof value === 'number') state = { ...state, alpha: value }
        else if (key === 'BM') state = { ...state, blended: value !== 'source-over' && value !== 'normal' }
        else if (key === 'SMask' && value) state = { ...state, blended: true }
    },
    clip: () => (clipping = true),
    eoClip: () => (clipping = true),
    constructPath: ([kind, data, bounds]) =>
      path(Number(kind), (data as readonly unknown[] | null)?.[0] ?? null, bounds as ArrayLike<number> | null),
    beginText: () => {
      text = IDENTITY
      x = y = lineX = lineY = 0
    },
    setTextMatrix: ([m]) => {
      text = matrixOf(m)
      x = y = lineX = lineY = 0
    },
    moveText: ([dx, dy]) => move(Number(dx), Number(dy)),
    setLeadingMoveText: ([dx, dy]) => {
      state = { ...state, leading: Number(dy) }
      move(Number(dx), Number(dy))
    },
    setLeading: ([leading]) => (state = { ...state, leading: -Number(leading) }),
    nextLine: () => move(0, state.leading),
    setFont: ([name, size]) => (state = { ...state, font: look.font(String(name)), size: Number(size) }),
    setTextRenderingMode: ([mode]) => (state = { ...state, mode: Number(mode) }),
    setCharSpacing: ([space]) => (state = { ...state, charSpace: Number(space) }),
    setWordSpacing: ([space]) => (state = { ...state, wordSpace: Number(space) }),
    setHScale: ([percent]) => (state = { ...state, stretch: Number(percent) / 100 }),
    setTextRise: ([rise]) => (state = { ...state, rise: Number(rise) }),
    showText: ([glyphs]) => show((glyphs ?? []) as readonly Glyph[]),
    paintImageXObject: ([name]) => picture(!look.seeThrough(String(name))),
    paintInlineImageXObject: () => picture(false),
    paintImageMaskXObject: () => picture(false),
    beginMarkedContent: () => void layers.push(false),
    beginMarkedContentProps: ([tag, properties]) => void layers.push(tag === 'OC' && look.layerOff(properties)),
    endMarkedContent: () => void layers.pop(),
  } // prettier-ignore
  const byNumber = new Map(Object.entries(actions).map(([name, action]) => [ops[name], action]))
  list.fnArray.forEach((fn, i) => byNumber.get(fn)?.((list.argsArray[i] ?? []) as readonly unknown[]))
  return { letters, surfaces, paths }
}

interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
}

const FILLS = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke']
const solid = ({ alpha, blended }: State): boolean => alpha > 0.9 && !blended

export const within = ([left, top, width, height]: Box, x: number, y: number): boolean =>
  x >= left && x <= left + width && y >= top && y <= top + height

function overlap(a: Box, b: Box): Box | null {
  const [left, top] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])]
  const [right, bottom] = [Math.min(a[0] + a[2], b[0] + b[2]), Math.min(a[1] + a[3], b[1] + b[3])]
  return right > left && bottom > top ? [left, top, right - left, bottom - top] : null
}
