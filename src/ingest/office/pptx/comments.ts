/** Comments on slides, of the old kind (§19.4) and of the threads since 2021, with who wrote them. */
import type { Place } from '../../../schema/document.js'
import { all, textIn, type XmlNode } from '../../xml/xml-tree.js'
import type { Draft } from '../flow.js'
import type { Package } from '../package.js'
import type { Relation } from '../relations.js'

/** Names by the id that comments give; `relations` are the presentation's. */
export async function authorsOf(
  parts: Package,
  relations: readonly Relation[],
): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>()
  for (const { kind, target } of relations) {
    if (kind !== 'commentAuthors' && kind !== 'authors') continue
    const tree = await parts.tree(target, ['id', 'name'])
    if (!tree) continue
    for (const { attributes } of [...all(tree, 'p:cmAuthor'), ...all(tree, 'p188:author')])
      found.set(attributes.get('id') ?? '', attributes.get('name') ?? '')
  }
  return found
}

export async function slideComments(
  parts: Package,
  part: string,
  authors: ReadonlyMap<string, string>,
  place: Place,
): Promise<Draft[]> {
  const tree = await parts.tree(part, ['authorId', 'dt', 'created'])
  if (!tree) return []
  const drafted = (node: XmlNode, text: string): Draft[] => {
    const by = authors.get(node.attributes.get('authorId') ?? '')
    const at = node.attributes.get('dt') ?? node.attributes.get('created')
    const marking = { mark: 'comment', ...(by ? { by } : {}), ...(at ? { at } : {}) } as const
    return text.trim() === '' ? [] : [{ kind: 'paragraph', text: text.trim(), place, marking }]
  }
  const body = (node: XmlNode): string =>
    node.children
      .filter(({ name }) => name === 'p188:txBody')
      .flatMap((inside) => all(inside, 'a:p'))
      .map((line) => all(line, 'a:t').map(textIn).join(''))
      .join('\n')
  return [
    ...all(tree, 'p:cm').flatMap((node) => drafted(node, all(node, 'p:text').map(textIn).join(''))),
    ...[...all(tree, 'p188:cm')].flatMap((node) => [
      ...drafted(node, body(node)),
      ...all(node, 'p188:reply').flatMap((reply) => drafted(reply, body(reply))),
    ]),
  ]
}
