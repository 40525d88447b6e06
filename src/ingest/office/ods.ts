/** ODS (OpenDocument 1.3, part 3, §9): every cell with its sheet and address, as stored. */
import { problem, WhenceError } from '../../schema/errors.js'
import type { Parser } from '../format.js'
import { fieldsOf } from './fields.js'
import { isLocked, metaOf } from './odf/meta.js'
import { handOver, withPackage } from './package.js'
import { odsSheets } from './sheet/ods-sheets.js'
import { sheetText } from './sheet/sheet-text.js'
import { isDeclared } from './zip-kind.js'

const EXTENSIONS = ['ods', 'ots']
const TYPES = [
  'application/vnd.oasis.opendocument.spreadsheet',
  'application/vnd.oasis.opendocument.spreadsheet-template',
]

export const ods: Parser = {
  name: 'ods',
  mediaType: TYPES[0]!,
  extensions: EXTENSIONS,
  knows: (head, file) => isDeclared(head, file, TYPES, EXTENSIONS),
  parse: (source, out) =>
    withPackage(source, async (parts) => {
      if (await isLocked(parts)) throw new WhenceError('file-encrypted', source.file)
      const into = sheetText()
      const sheets = odsSheets(into)
      if (!(await parts.read('content.xml', sheets.handlers)))
        throw new WhenceError('part-missing', 'content.xml')
      const unvalued = sheets.finish()
      if (unvalued > 0) parts.problems.push(problem('formula-without-value', null, String(unvalued)))
      await handOver(parts, (name) => /^(?:Pictures|media)\//.test(name), out)
      const told = await metaOf(parts)
      const read = into.done()
      const { metadata, fields } = fieldsOf(read.text, [], told)
      const problems = [...parts.problems, ...read.problems]
      return { ...read, metadata, fields, language: told.language ?? null, problems }
    }),
}
