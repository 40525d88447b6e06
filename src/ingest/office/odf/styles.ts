/** Styles of an OpenDocument file as they come by: which name the document, which hide their words. */
import type { BlockKind } from '../../../schema/document.js'
import type { Attribute } from '../../xml/read-xml.js'

export interface Styles {
  /** Takes an element of a style section. */
  open(name: string, attribute: Attribute): void
  kind(style: string | undefined): BlockKind | null
  hides(style: string | undefined): boolean
}

/** Names that OpenDocument programs keep in English inside the file, blanks written '_20_'. */
const KINDS: ReadonlyMap<string, BlockKind> = new Map([
  ['Title', 'title'],
  ['Subtitle', 'heading'],
  ['Quotations', 'quote'],
  ['Caption', 'caption'],
  ['Illustration', 'caption'],
  ['Table', 'caption'],
])
const LONGEST_CHAIN = 20

export function styles(): Styles {
  const parents = new Map<string, string>()
  const hiding = new Map<string, boolean>()
  let current = ''
  const up = <T>(style: string | undefined, find: (name: string) => T | null | undefined): T | null => {
    let at = style
    for (let steps = 0; at !== undefined && steps < LONGEST_CHAIN; steps++) {
      const found = find(at)
      if (found !== null && found !== undefined) return found
      at = parents.get(at)
    }
    return null
  }
  return {
    open(name, attribute) {
      if (name === 'style:style') {
        current = attribute('style:name') ?? ''
        const parent = attribute('style:parent-style-name')
        if (parent !== undefined) parents.set(current, parent)
      } else if (name === 'style:text-properties') {
        const display = attribute('text:display')
        if (display !== undefined) hiding.set(current, display === 'none')
      }
    },
    kind: (style) => up(style, (name) => KINDS.get(name)),
    hides: (style) => up(style, (name) => hiding.get(name)) ?? false,
  }
}
