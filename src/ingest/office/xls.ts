/** XLS (MS-XLS, Excel 97 to 2003). */
import { hasExtension, isCompound, namesStream } from './compound.js'
import type { Parser } from '../format.js'
import { binaryWorkbook } from './sheet/binary-workbook.js'

const EXTENSIONS = ['xls', 'xlt']

export const xls: Parser = {
  name: 'xls',
  mediaType: 'application/vnd.ms-excel',
  extensions: EXTENSIONS,
  knows: (head, file) =>
    isCompound(head) &&
    (namesStream(head, 'Workbook') || namesStream(head, 'Book') || hasExtension(file, EXTENSIONS)),
  parse: async (source) => binaryWorkbook(await source.bytes(), source.file),
}
