/** word/styles.xml: which styles head a section, name the document or hide their words. */
import type { BlockKind } from '../../../schema/document.js'
import { all, type XmlNode } from '../../xml/xml-tree.js'
import type { Package } from '../package.js'

export interface Style {
  readonly kind: BlockKind | null
  readonly hidden: boolean
}

/** Names of styles, which Word keeps in English in every language's edition. */
const KINDS: readonly (readonly [RegExp, BlockKind])[] = [
  [/^title$/i, 'title'],
  [/^(?:heading \d|subtitle)$/i, 'heading'],
  [/^caption$/i, 'caption'],
  [/^(?:intense )?quote$|^block text$/i, 'quote'],
  [/^list (?:bullet|number|paragraph)/i, 'item'],
]
/** A style based on itself, round three corners, is a style based on nothing. */
const LONGEST_CHAIN = 20

/** By style id. */
export async function stylesOf(parts: Package, part: string): Promise<ReadonlyMap<string, Style>> {
  const tree = await parts.tree(part, ['w:styleId', 'w:val'])
  const nodes = new Map<string, XmlNode>()
  for (const node of tree ? all(tree, 'w:style') : []) nodes.set(node.attributes.get('w:styleId') ?? '', node)
  const styles = new Map<string, Style>()
  for (const id of nodes.keys()) {
    let kind: BlockKind | null = null
    let hidden: boolean | null = null
    let at: string | undefined = id
    for (let steps = 0; at !== undefined && steps < LONGEST_CHAIN; steps++) {
      const node = nodes.get(at)
      if (!node) break
      const name = child(node, 'w:name')?.attributes.get('w:val') ?? ''
      kind ??= KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? null
      const vanish = child(child(node, 'w:rPr'), 'w:vanish')
      if (vanish) hidden ??= isOn(vanish.attributes.get('w:val'))
      at = child(node, 'w:basedOn')?.attributes.get('w:val')
    }
    styles.set(id, { kind, hidden: hidden ?? false })
  }
  return styles
}

const child = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((other) => other.name === name)

/** An on/off property is on where it stands without a value (ECMA-376 part 1, §17.17.4). */
export const isOn = (value: string | undefined): boolean => !/^(?:0|false|off|none)$/i.test(value ?? '1')
