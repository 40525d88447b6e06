/** Relations between parts of an Open Packaging file (ECMA-376 part 2): ids and kinds → part names. */
import { all } from '../xml/xml-tree.js'
import type { Package } from './package.js'

export interface Relation {
  readonly id: string
  /** The last word of its type: 'slide', 'footnotes', 'officeDocument'. */
  readonly kind: string
  /** A part of the file; of an outside one the address as it is written. */
  readonly target: string
  readonly outside: boolean
}

/** The relations of a part, in the order of the file; '' is the package itself. */
export async function relationsOf(parts: Package, part: string): Promise<Relation[]> {
  const slash = part.lastIndexOf('/') + 1
  const tree = await parts.tree(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`, [
    'Id',
    'Type',
    'Target',
    'TargetMode',
  ])
  if (!tree) return []
  return all(tree, 'rel:Relationship').map(({ attributes }) => {
    const outside = attributes.get('TargetMode')?.toLowerCase() === 'external'
    const target = attributes.get('Target') ?? ''
    return {
      id: attributes.get('Id') ?? '',
      kind: /[^/]*$/.exec(attributes.get('Type') ?? '')![0],
      target: outside ? target : within(part.slice(0, slash), target),
      outside,
    }
  })
}

/** '../media/a.png' seen from 'word/charts/' → 'word/media/a.png'. Never leaves the file: it only names a part of it. */
export function within(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1)
  const path: string[] = []
  for (const step of `${folder}${target}`.split('/'))
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  return path.join('/')
}

/** Outside things that opening the file would have fetched; links that a reader must click are none. */
export const fetched = (relations: readonly Relation[]): number =>
  relations.filter(({ kind, outside }) => outside && kind !== 'hyperlink').length
