import { useDocumentName } from '../state/document-names.js'

/** What a document is called, by its id or file. */
export function DocumentName({ of }: { of: string }) {
  return <>{useDocumentName(of)}</>
}
