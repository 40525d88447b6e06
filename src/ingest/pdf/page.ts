/** What a page of a PDF or a scan is made of before it becomes text. Lengths are points from the page's upper left corner. */
import type { Box } from '../../schema/document.js'

/** Why words cannot be seen on the page. */
export type Unseen = 'invisible' | 'ground' | 'tiny' | 'outside' | 'covered' | 'transparent' | 'layer'

/** Words set in one go. */
export interface Item {
  readonly text: string
  readonly box: Box
  /** Where the letters stand. */
  readonly baseline: number
  /** Height of the type. */
  readonly size: number
  readonly bold: boolean
  /** Clockwise, in degrees; 0 for upright text. */
  readonly angle: number
  /** A space was set before it. */
  readonly spaced: boolean
  readonly unseen: Unseen | null
  /** 0..1, of words recognised in a picture. */
  readonly confidence?: number
}

export interface Line {
  /** From left to right. */
  readonly items: readonly Item[]
  readonly box: Box
  readonly baseline: number
  readonly size: number
  readonly bold: boolean
}

/** Lines from top to bottom that belong to one column; or rows of a table, where each item is a cell. */
export interface Region {
  readonly kind: 'column' | 'table' | 'paragraph'
  readonly lines: readonly Line[]
}

export interface Comment {
  readonly text: string
  readonly box: Box
  readonly by: string | null
  /** EDTF or ISO 8601 time. */
  readonly at: string | null
}

export interface Page {
  /** From 1. */
  readonly number: number
  readonly width: number
  readonly height: number
  /** In reading order. */
  readonly regions: readonly Region[]
  /** Lines that nobody sees, save those blacked out within a visible line. */
  readonly unseen: readonly Line[]
  readonly comments: readonly Comment[]
  /** The words come from a picture: recognised here, or by whoever laid a text layer under it. */
  readonly scanned: 'recognised' | 'layer' | null
}

/** The smallest box around some. */
export function around(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y, width, height] of boxes) {
    left = Math.min(left, x)
    top = Math.min(top, y)
    right = Math.max(right, x + width)
    bottom = Math.max(bottom, y + height)
  }
  return [left, top, right - left, bottom - top]
}
