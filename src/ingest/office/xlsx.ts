/** XLSX: every cell with its sheet and address, as stored; formulas are never calculated. */
import { problem, WhenceError } from '../../schema/errors.js'
import { all } from '../xml/xml-tree.js'
import type { Content, Parser } from '../format.js'
import { coreProperties } from './core-properties.js'
import { fieldsOf } from './fields.js'
import { handOver, withPackage, type Package } from './package.js'
import { fetched, relationsOf, type Relation } from './relations.js'
import { addressOf } from './sheet/address.js'
import { binaryWorkbook } from './sheet/binary-workbook.js'
import { sheetText } from './sheet/sheet-text.js'
import { commentsIn, dateStyles, peopleIn, sharedStrings } from './sheet/xlsx-parts.js'
import { xlsxSheet } from './sheet/xlsx-sheet.js'
import { isOpenXml } from './zip-kind.js'

const EXTENSIONS = ['xlsx', 'xlsm', 'xltx', 'xltm', 'xlsb']

export const xlsx: Parser = {
  name: 'xlsx',
  mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  extensions: EXTENSIONS,
  knows: (head, file) => isOpenXml(head, file, 'xl', EXTENSIONS),
  parse: (source, out) =>
    withPackage(source, async (parts) => {
      const top = await relationsOf(parts, '')
      const main = top.find(({ kind, outside }) => kind === 'officeDocument' && !outside)?.target
      if (main?.endsWith('.bin')) {
        // Unpacked here first, where limits are kept; the reader of the binary keeps none.
        for (const entry of parts.zip.entries) for await (const _ of parts.zip.open(entry));
        return binaryWorkbook(await source.bytes(), source.file)
      }
      const workbook = main !== undefined && parts.has(main) ? main : 'xl/workbook.xml'
      if (!parts.has(workbook)) throw new WhenceError('part-missing', 'xl/workbook.xml')
      if (parts.zip.entries.some(({ name }) => /vbaProject\.bin$/i.test(name)))
        parts.problems.push(problem('office-macros', null))
      const read = await sheetsOf(parts, workbook, (done, of) => out.progress(done, of))
      await handOver(parts, (name) => /\/(?:media|embeddings)\//i.test(name), out)
      const told = await coreProperties(parts, top)
      const { metadata, fields } = fieldsOf(read.text, [], told)
      const problems = [...parts.problems, ...read.problems]
      return { ...read, metadata, fields, language: told.language ?? null, problems }
    }),
}

async function sheetsOf(
  parts: Package,
  workbook: string,
  progress: (done: number, all: number) => void,
): Promise<Pick<Content, 'text' | 'blocks' | 'parts' | 'problems'>> {
  const relations = await relationsOf(parts, workbook)
  const folder = workbook.slice(0, workbook.lastIndexOf('/') + 1)
  const tree = await parts.tree(workbook, ['name', 'state', 'r:id', 'date1904'])
  const target = (kind: string, other: string): string =>
    relations.find((relation) => relation.kind === kind && !relation.outside)?.target ?? `${folder}${other}`
  const strings = await sharedStrings(parts, target('sharedStrings', 'sharedStrings.xml'))
  const context = {
    strings,
    dateStyles: await dateStyles(parts, target('styles', 'styles.xml')),
    from1904: /^(?:1|true)$/.test(
      (tree ? all(tree, 'x:workbookPr')[0]?.attributes.get('date1904') : null) ?? '',
    ),
  }
  const people = await peopleIn(parts, target('person', 'persons/person.xml'))
  const into = sheetText()
  const sheets = tree ? all(tree, 'x:sheet') : []
  let unvalued = 0
  let outside = fetched(relations)
  for (const [i, { attributes }] of sheets.entries()) {
    const name = attributes.get('name') ?? `${i + 1}`
    const part = relations.find(({ id }) => id === attributes.get('r:id'))?.target
    into.sheet(name, /^(?:very)?hidden$/i.test(attributes.get('state') ?? ''))
    const sheet = xlsxSheet(into, context)
    if (part === undefined || !(await parts.read(part, sheet.handlers))) {
      parts.problems.push(problem('part-missing', null, `sheet "${name}"`))
      continue
    }
    unvalued += sheet.unvalued()
    const related = await relationsOf(parts, part)
    outside += fetched(related)
    await comments(parts, related, people, into.comment)
    into.end(sheet.rows())
    progress(i + 1, sheets.length)
  }
  if (unvalued > 0) parts.problems.push(problem('formula-without-value', null, String(unvalued)))
  if (outside > 0) parts.problems.push(problem('office-outside', null, String(outside)))
  return into.done()
}

async function comments(
  parts: Package,
  relations: readonly Relation[],
  people: ReadonlyMap<string, string>,
  put: ReturnType<typeof sheetText>['comment'],
): Promise<void> {
  const threads = relations.filter(({ kind }) => kind === 'threadedComment')
  const kinds = threads.length > 0 ? threads : relations.filter(({ kind }) => kind === 'comments')
  for (const { target } of kinds)
    for (const { cell, text, by, at } of await commentsIn(parts, target, people)) {
      const address = addressOf(cell)
      if (address) put(address.row, address.column, text, by, at)
    }
}
