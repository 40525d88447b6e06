/** meta.xml: what an OpenDocument file says of itself; META-INF/manifest.xml: whether it is locked. */
import { all, textIn } from '../../xml/xml-tree.js'
import type { Told } from '../fields.js'
import type { Package } from '../package.js'

export async function metaOf(parts: Package): Promise<Told> {
  const tree = await parts.tree('meta.xml', [])
  if (!tree) return { from: {} }
  const value = (name: string): string | undefined => {
    const node = all(tree, name)[0]
    return node ? textIn(node).trim() || undefined : undefined
  }
  const first = value('meta:initial-creator')
  const creator = first ?? value('dc:creator')
  return {
    title: value('dc:title'),
    creators: creator === undefined ? [] : [creator],
    created: value('meta:creation-date'),
    language: value('dc:language'),
    from: {
      title: 'meta.xml dc:title',
      creators: first === undefined ? 'meta.xml dc:creator' : 'meta.xml meta:initial-creator',
      created: 'meta.xml meta:creation-date',
      language: 'meta.xml dc:language',
    },
  }
}

/** True where the text itself is encrypted. */
export async function isLocked(parts: Package): Promise<boolean> {
  let locked = false
  await parts.read('META-INF/manifest.xml', {
    open(name) {
      if (name.endsWith(':encryption-data')) locked = true
    },
    close: () => undefined,
    text: () => undefined,
  })
  return locked
}
