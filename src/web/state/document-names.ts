/** What to call documents: publisher and date where they are known, else title or file name. */
import type { DocumentRecord } from '../../schema/case.js'
import { dateWords } from '../text/date.js'
import { useAsk } from './case.js'

/** In a larger case the file names have to do. */
const MOST = 1000

/** Name of a document by its id, or by the file it stands under in evidence. */
export function useDocumentNames(): (document: string) => string {
  const { data } = useAsk(['document-names'], async (client) => {
    const { rows } = await client.documents({ limit: MOST })
    return new Map(rows.flatMap((record) => [record.id, record.file].map((key) => [key, called(record)])))
  })
  return (document) =>
    data?.get(document) ?? lastPart(/^[0-9a-f]{64}$/.test(document) ? document.slice(0, 12) : document)
}

const called = ({ publisher, published, title, file }: DocumentRecord): string =>
  [publisher ?? title ?? lastPart(file), published && dateWords(published)].filter(Boolean).join(', ')

const lastPart = (file: string): string => file.split('/').at(-1) ?? file
