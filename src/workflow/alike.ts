/** Documents that share their wording are linked, never dropped. */
import type { DocumentLink, DocumentRecord } from '../schema/case.js'
import type { DocumentInfo } from '../schema/reading.js'
import { bands, signature, signatureFrom, signatureText, similarity } from '../text/minhash.js'
import type { Home } from './home.js'

/** Share of the wording from which two texts are one and the same at heart. */
const NEAR = 0.5
/** Shorter texts (a line of a chat, a signature) are alike by chance. */
const ENOUGH_WORDS = /^(?:[^\p{L}\p{N}]*[\p{L}\p{N}]+[^\p{L}\p{N}]){20}/u

/**
 * Links a document to those that share its wording. Its own signature is kept before others are looked for: of two that
 * come at the same time at least one finds the other.
 */
export async function linkAlike(
  home: Home,
  record: Pick<DocumentRecord, 'case' | 'id'>,
  { text, title, publisher }: Pick<DocumentInfo, 'text' | 'title' | 'publisher'>,
): Promise<void> {
  const own = signature(text)
  if (own.length === 0 || !ENOUGH_WORDS.test(text.slice(0, 4000))) return
  const { documents } = home.store
  const keys = bands(own)
  await documents.sketch(record.case, record.id, signatureText(own), keys)
  const others = (await documents.sketched(record.case, keys)).filter(({ id }) => id !== record.id)
  const links: DocumentLink[] = []
  for (const other of others) {
    const score = similarity(own, signatureFrom(other.signature))
    if (score < NEAR) continue
    const found = await documents.get(record.case, other.id)
    if (found) links.push(linkOf(found, { id: record.id, title, publisher }, score))
  }
  if (links.length > 0) await documents.link(record.case, links)
}

type Told = Pick<DocumentRecord, 'id' | 'title' | 'publisher'>

/** Signatures that agree in every place are of texts with (all but) the same words. */
function linkOf(a: Told, b: Told, score: number): DocumentLink {
  const [left, right] = a.id < b.id ? [a, b] : [b, a]
  const ends = { left: left.id, right: right.id, score }
  if (score === 1) return { ...ends, kind: 'same-text', why: 'The words of both are the same.' }
  const percent = `${Math.round(score * 100)} %`
  if (isVersion(left, right))
    return {
      ...ends,
      kind: 'version',
      why: `About ${percent} of the wording is in both, and both have the same publisher or title.`,
    }
  return { ...ends, kind: 'near-duplicate', why: `About ${percent} of the wording is in both.` }
}

const isVersion = (a: Told, b: Told): boolean =>
  (a.publisher !== null && a.publisher === b.publisher) || (a.title !== null && a.title === b.title)
