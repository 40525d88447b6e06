/** What to call documents: publisher and date where they are known, else title or file name. */
import type { DocumentRecord } from '../../schema/case.js'
import { dateWords } from '../text/date.js'
import { useAsk } from './case.js'

/** In a larger case the file names have to do. */
const MOST = 1000

/** Name of a document by the file it stands under in evidence. */
export function useDocumentNames(): (file: string) => string {
  const { data } = useAsk(['document-names'], async (client) => {
    const { rows } = await client.documents({ limit: MOST })
    return new Map(rows.map((record) => [record.file, called(record)]))
  })
  return (file) => data?.get(file) ?? lastPart(file)
}

const called = ({ publisher, published, title, file }: DocumentRecord): string =>
  [publisher ?? title ?? lastPart(file), published && dateWords(published)].filter(Boolean).join(', ')

const lastPart = (file: string): string => file.split('/').at(-1) ?? file
