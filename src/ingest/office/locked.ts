/** Office files of today behind a password (MS-OFFCRYPTO): a compound file around an encrypted package. */
import { WhenceError } from '../../schema/errors.js'
import type { Parser } from '../format.js'
import { hasExtension, isCompound, namesStream } from './compound.js'

const EXTENSIONS = ['docx', 'docm', 'xlsx', 'xlsm', 'xlsb', 'pptx', 'pptm']

export const locked: Parser = {
  name: 'locked',
  mediaType: 'application/x-ole-storage',
  extensions: [],
  knows: (head, file) =>
    isCompound(head) && (namesStream(head, 'EncryptedPackage') || hasExtension(file, EXTENSIONS)),
  parse: async (source) => {
    throw new WhenceError('file-encrypted', source.file)
  },
}
