/**
 * Markdown source → its blocks, marks still inside them. Line by line, after CommonMark 0.31: nested quotes and lists are
 * laid flat, for their text is what counts.
 */
import type { BlockKind } from '../../schema/document.js'
import { foldLabel } from './links.js'

export interface RawBlock {
  readonly kind: BlockKind
  readonly source: string
  /** Code stands as it is. */
  readonly code: boolean
  /** Cells of one table row share it. */
  readonly row?: number
}

const QUOTE = /^(?:[ \t]{0,3}>[ \t]?)+/
const FENCE = /^[ \t]*(`{3,}|~{3,})/
const HEADING = /^ {0,3}#{1,6}(?:[ \t]+|$)/
const UNDERLINE = /^ {0,3}(?:=+|-+)[ \t]*$/
const RULE = /^ {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$/
const ITEM = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]+|$)(?:\[[ xX]\][ \t]+)?/
const DEFINITION = /^ {0,3}\[([^\]^]{1,999})\]:[ \t]*\S{1,2000}(?:[ \t]+["'(].{0,1000})?[ \t]*$/
const NOTE = /^ {0,3}\[\^[^\]]{1,100}\]:[ \t]*/
const CODE = /^(?: {4}|\t)/
const DELIMITER_ROW = /^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$/

export function rawBlocks(source: string): { blocks: RawBlock[]; definitions: Set<string> } {
  const blocks: RawBlock[] = []
  const definitions = new Set<string>()
  let lines: string[] = []
  let kind: BlockKind = 'paragraph'
  let fence: string | null = null
  let row = 0
  let note = false

  const finish = (as: BlockKind = kind, code = false): void => {
    if (lines.some((line) => line.trim() !== '')) blocks.push({ kind: as, source: lines.join('\n'), code })
    lines = []
    kind = 'paragraph'
    note = false
  }
  const cells = (line: string): void => {
    row++
    for (const cell of cellsOf(line))
      if (cell !== '') blocks.push({ kind: 'cell', source: cell, code: false, row })
  }

  const all = source.split('\n')
  for (let i = 0; i < all.length; i++) {
    const quoted = fence === null ? (QUOTE.exec(all[i]!)?.[0] ?? '') : ''
    const line = all[i]!.slice(quoted.length)
    if (fence !== null) {
      if (line.trim().startsWith(fence) && line.trim().replaceAll(fence.charAt(0), '') === '') {
        finish('paragraph', true)
        fence = null
      } else lines.push(line)
      continue
    }
    if (quoted !== '' && kind !== 'quote') finish()
    if (line.trim() === '') {
      finish()
      continue
    }
    const opening = FENCE.exec(line)?.[1]
    if (opening !== undefined) {
      finish()
      fence = opening
    } else if (lines.length > 0 && kind !== 'item' && UNDERLINE.test(line)) finish('heading')
    else if (RULE.test(line)) finish()
    else if (HEADING.test(line)) {
      finish()
      lines.push(line.replace(HEADING, '').replace(/[ \t]#+[ \t]*$/, ''))
      finish('heading')
    } else if ((lines.length === 0 || note) && DEFINITION.test(line))
      definitions.add(foldLabel(DEFINITION.exec(line)![1]!))
    else if (
      line.includes('|') &&
      lines.length === 0 &&
      DELIMITER_ROW.test(all[i + 1]?.slice(quoted.length) ?? '')
    ) {
      cells(line)
      for (i += 2; i < all.length && all[i]!.includes('|'); i++) cells(all[i]!)
      i--
    } else if (
      ITEM.test(line) &&
      (lines.length === 0 || kind === 'item' || /^[ \t]*(?:[-*+]|1[.)])[ \t]+\S/.test(line))
    ) {
      finish()
      kind = 'item'
      lines.push(line.replace(ITEM, ''))
    } else if (lines.length === 0 && CODE.test(line) && blocks.at(-1)?.kind !== 'item') {
      while (i < all.length && (CODE.test(all[i]!) || all[i]!.trim() === ''))
        lines.push(all[i++]!.replace(CODE, ''))
      i--
      finish('paragraph', true)
    } else {
      if (NOTE.test(line)) {
        finish()
        note = true
      }
      if (lines.length === 0 && quoted !== '') kind = 'quote'
      if (lines.length === 0 && quoted === '' && /^[ \t]{2,}/.test(line) && blocks.at(-1)?.kind === 'item')
        kind = 'item'
      lines.push(
        (lines.length === 0 ? line.replace(NOTE, '') : line).replace(/^[ \t]+/, '').replace(/\\$/, '  '),
      )
    }
  }
  finish(fence === null ? kind : 'paragraph', fence !== null)
  return { blocks, definitions }
}

function cellsOf(line: string): string[] {
  return line
    .replace(/^[ \t]*\||\|[ \t]*$/g, '')
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim())
}
