/** What to call documents: publisher and date where they are known, else title or file name. */
import { useQuery } from '@tanstack/react-query'
import type { CaseClient, DocumentName } from '../../api/client.js'
import { dateWords } from '../text/date.js'
import { useCase } from './case.js'

/** The server takes so many at once. */
const MOST = 500

/** Name of a document by its id, or by the file it stands under in evidence. Those that a page asks for are asked for together. */
export function useDocumentName(document: string): string {
  const { name, client } = useCase()
  const { data } = useQuery({
    queryKey: ['case', name, 'document-name', document],
    queryFn: () => together(client, document),
    enabled: document !== '',
  })
  return data ?? lastPart(/^[0-9a-f]{64}$/.test(document) ? document.slice(0, 12) : document)
}

type Answer = (name: string | null) => void
const waiting = new WeakMap<CaseClient, Map<string, Answer[]>>()

/** Null for a document that the case does not know, or where the program does not answer: its file's name has to do. */
function together(client: CaseClient, document: string): Promise<string | null> {
  return new Promise((resolve) => {
    let line = waiting.get(client)
    if (!line) {
      const begun = new Map<string, Answer[]>()
      waiting.set(client, (line = begun))
      setTimeout(() => {
        waiting.delete(client)
        void askAll(client, begun)
      })
    }
    line.set(document, [...(line.get(document) ?? []), resolve])
  })
}

async function askAll(client: CaseClient, line: ReadonlyMap<string, readonly Answer[]>): Promise<void> {
  const names = [...line.keys()]
  for (let i = 0; i < names.length; i += MOST) {
    const some = names.slice(i, i + MOST)
    const found = await client.documentsNamed(some).catch(() => [])
    const known = new Map(found.flatMap((each) => [each.id, each.file].map((key) => [key, called(each)])))
    for (const each of some) for (const answer of line.get(each) ?? []) answer(known.get(each) ?? null)
  }
}

const called = ({ publisher, published, title, file }: DocumentName): string =>
  [publisher ?? title ?? lastPart(file), published && dateWords(published)].filter(Boolean).join(', ')

const lastPart = (file: string): string => file.split('/').at(-1) ?? file
