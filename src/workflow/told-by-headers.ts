/** What the headers of a web archive tell of a page that does not say it itself: who published it and what it was called. */
import type { Document, FieldEvidence, Header } from '../schema/document.js'

/** `headers` are those its container gave it. What the document says of itself stands. */
export function toldByHeaders(document: Document, headers: readonly Header[] = []): Document {
  const { info, fields = [] } = document
  const told: FieldEvidence[] = []
  const value = (name: string): string | undefined => headers.find((h) => h.name === name)?.value
  const publisher = info.publisher === null ? hostOf(value('Content-Location')) : null
  if (publisher !== null)
    told.push({ field: 'publisher', value: publisher, at: null, from: 'Content-Location header' })
  const title = info.title === null ? (value('Title') ?? null) : null
  if (title !== null)
    told.push({ field: 'title', value: title, at: null, from: "the web archive's list of pages" })
  if (told.length === 0) return document
  return {
    ...document,
    info: { ...info, publisher: info.publisher ?? publisher, title: info.title ?? title },
    fields: [...fields, ...told],
  }
}

/** 'www.ledger.example' → 'ledger.example'; null for what is no name of a site (an address in numbers, a file). */
function hostOf(address: string | undefined): string | null {
  if (address === undefined || !URL.canParse(address)) return null
  const { protocol, hostname } = new URL(address)
  if (!/^https?:$/.test(protocol) || !/\.[a-z][a-z0-9-]*$/i.test(hostname)) return null
  return hostname.replace(/^www\d?\./, '')
}
