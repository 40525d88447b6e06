/** The parts of an XLSX that its sheets refer to: strings, date formats, comments. */
import { all, textIn, type XmlNode } from '../../xml/xml-tree.js'
import type { Package } from '../package.js'
import { isDateFormat } from './dates.js'

/** Characters of all shared strings together. */
const MOST_CHARACTERS = 128_000_000

/** Strings by number. Readings of East Asian words (`rPh`) are left out. */
export async function sharedStrings(parts: Package, part: string): Promise<readonly string[]> {
  const strings: string[] = []
  let open: string | null = null
  let inText = false
  let phonetic = false
  let length = 0
  await parts.read(part, {
    open(name) {
      if (name === 'x:si') open = ''
      else if (name === 'x:rPh') phonetic = true
      else if (name === 'x:t') inText = !phonetic
    },
    close(name) {
      if (name === 'x:si') {
        strings.push(open ?? '')
        length += open?.length ?? 0
        open = null
      } else if (name === 'x:rPh') phonetic = false
      else if (name === 'x:t') inText = false
    },
    text(text) {
      if (inText && open !== null) open += text
    },
    done: () => length > MOST_CHARACTERS,
  })
  return strings
}

/** For each cell style whether it shows a date. */
export async function dateStyles(parts: Package, part: string): Promise<readonly boolean[]> {
  const tree = await parts.tree(part, ['numFmtId', 'formatCode'])
  if (!tree) return []
  const codes = new Map(
    all(tree, 'x:numFmt').map(({ attributes }) => [
      Number(attributes.get('numFmtId')),
      attributes.get('formatCode') ?? '',
    ]),
  )
  const styles: readonly XmlNode[] = all(tree, 'x:cellXfs')[0]?.children ?? []
  return styles.map(({ attributes }) => {
    const id = Number(attributes.get('numFmtId') ?? 0)
    return isDateFormat(id, codes.get(id))
  })
}

export interface CellComment {
  readonly cell: string
  readonly text: string
  readonly by?: string
  readonly at?: string
}

/** Notes of the old kind, and threads of the new one; `people` are the names of those who write threads, by id. */
export async function commentsIn(
  parts: Package,
  part: string,
  people: ReadonlyMap<string, string>,
): Promise<CellComment[]> {
  const tree = await parts.tree(part, ['ref', 'authorId', 'personId', 'dT'])
  if (!tree) return []
  const authors = all(tree, 'x:author').map(textIn)
  const notes = all(tree, 'x:comment').map(({ attributes, children }): CellComment => {
    const by = authors[Number(attributes.get('authorId'))]
    const text = children
      .filter(({ name }) => name === 'x:text')
      .flatMap((node) => all(node, 'x:t'))
      .map(textIn)
      .join('')
    return { cell: attributes.get('ref') ?? '', text, ...(by ? { by } : {}) }
  })
  const threads = all(tree, 'xtc:threadedComment').map((node): CellComment => {
    const { attributes } = node
    const [by, at] = [people.get(attributes.get('personId') ?? ''), attributes.get('dT')]
    const text = all(node, 'xtc:text').map(textIn).join('')
    return {
      cell: attributes.get('ref') ?? '',
      text,
      ...(by ? { by } : {}),
      ...(at ? { at } : {}),
    }
  })
  return [...notes, ...threads]
}

export async function peopleIn(parts: Package, part: string): Promise<ReadonlyMap<string, string>> {
  const tree = await parts.tree(part, ['id', 'displayName'])
  return new Map(
    (tree ? all(tree, 'xtc:person') : []).map(({ attributes }) => [
      attributes.get('id') ?? '',
      attributes.get('displayName') ?? '',
    ]),
  )
}
