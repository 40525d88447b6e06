/** docProps/core.xml: what an Open Packaging file says of itself (ECMA-376 part 2, §8). */
import { all, textIn } from '../xml/xml-tree.js'
import type { Told } from './fields.js'
import type { Package } from './package.js'
import type { Relation } from './relations.js'

/** `relations` are those of the package. */
export async function coreProperties(parts: Package, relations: readonly Relation[]): Promise<Told> {
  const part = relations.find(({ kind }) => kind === 'core-properties')?.target ?? 'docProps/core.xml'
  const tree = await parts.tree(part, [])
  if (!tree) return { from: {} }
  const value = (name: string): string | undefined => {
    const node = all(tree, name)[0]
    return node ? textIn(node).trim() || undefined : undefined
  }
  const creator = value('dc:creator')
  return {
    title: value('dc:title'),
    creators: creator?.split(/\s*;\s*/),
    created: value('dcterms:created'),
    language: value('dc:language'),
    from: {
      title: `${part} dc:title`,
      creators: `${part} dc:creator`,
      created: `${part} dcterms:created`,
      language: `${part} dc:language`,
    },
  }
}
