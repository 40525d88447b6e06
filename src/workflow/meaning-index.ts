/** Passages of a case found by what they mean: a vector each, kept beside their document and compared one by one. */
import type { Span } from '../schema/span.js'
import type { Hit, Page, Window } from '../store/store.js'
import { readDocuments } from './case-workings.js'
import type { Home } from './home.js'
import type { Embed } from './investigate-case.js'

const KIND = 'meaning 1'
/** Words of a passage, about: what one vector still speaks for. */
const WORDS = 60
const AT_ONCE = 20
/** Less alike than this, a passage has nothing to do with what was asked. */
const LEAST = 0.3
const MOST = 200

interface Kept {
  readonly spans: readonly Span[]
  /** Vectors of length 1 as signed bytes, one after another, in base64: a 127th is fine enough. */
  readonly vectors: string
  readonly width: number
}

/** Makes the vectors that are missing. Stops at `signal`; what is made is kept. Gives how many documents were indexed. */
export async function indexMeaning(
  home: Home,
  caseId: string,
  embed: Embed,
  signal?: AbortSignal,
): Promise<number> {
  const kept = new Set(await home.store.workings.documents(caseId, KIND))
  const missing = (await readDocuments(home, caseId)).filter((id) => !kept.has(id))
  for (let i = 0; i < missing.length && !signal?.aborted; i += AT_ONCE) {
    const rows = []
    for (const document of missing.slice(i, i + AT_ONCE)) {
      const reading = (await home.store.documents.derived(caseId, document))?.reading
      const text = reading?.document.text ?? ''
      const spans = passagesOf(text, reading?.sentences ?? [])
      const vectors = await embed(spans.map(({ start, end }) => text.slice(start, end)))
      rows.push({ document, value: packed(spans, vectors) })
    }
    await home.store.workings.save(caseId, KIND, rows)
  }
  return missing.length
}

/** Sentences in a row, up to about `WORDS` words. */
export function passagesOf(text: string, sentences: readonly Span[]): Span[] {
  const passages: Span[] = []
  let words = 0
  let open: { start: number; end: number } | null = null
  for (const { start, end } of sentences) {
    const own = text.slice(start, end).split(/\s+/).length
    if (open && words + own <= WORDS) {
      open.end = end
      words += own
    } else {
      if (open) passages.push(open)
      open = { start, end }
      words = own
    }
  }
  if (open) passages.push(open)
  return passages
}

function packed(spans: readonly Span[], vectors: readonly Float32Array[]): Kept {
  const width = vectors[0]?.length ?? 0
  const bytes = new Int8Array(width * vectors.length)
  vectors.forEach((vector, i) => vector.forEach((x, k) => (bytes[i * width + k] = Math.round(x * 127))))
  return { spans, vectors: Buffer.from(bytes.buffer).toString('base64'), width }
}

interface Index {
  readonly version: number
  readonly entries: readonly { readonly document: string; readonly span: Span }[]
  readonly vectors: Int8Array
  readonly width: number
}

/** Held for the case asked last; a hundred thousand passages take 40 MB. */
let held: { readonly caseId: string; readonly index: Index } | null = null

/** The passages nearest in meaning to some words, nearest first; their snippet is the whole passage, verbatim. */
export async function searchMeaning(
  home: Home,
  caseId: string,
  words: string,
  embed: Embed,
  { offset = 0, limit = 30 }: Window = {},
): Promise<Page<Hit>> {
  const [query] = await embed([words])
  const { entries, vectors, width } = await indexOf(home, caseId)
  if (!query || width !== query.length) return { rows: [], total: 0 }
  const scored = entries
    .map((entry, i) => {
      let near = 0
      for (let k = 0; k < width; k++) near += vectors[i * width + k]! * query[k]!
      return { ...entry, score: near / 127 }
    })
    .filter(({ score }) => score >= LEAST)
    .sort((a, b) => b.score - a.score)
    .slice(0, MOST)
  const rows: Hit[] = []
  for (const { document, span, score } of scored.slice(offset, offset + limit)) {
    const reading = (await home.store.documents.derived(caseId, document))?.reading
    if (!reading) continue
    const { text, title, file } = reading.document
    const snippet = { ...span, text: text.slice(span.start, span.end) }
    rows.push({ document, file, title, passage: span, snippet, marks: [], score })
  }
  return { rows, total: scored.length }
}

async function indexOf(home: Home, caseId: string): Promise<Index> {
  const documents = await readDocuments(home, caseId)
  const kept = (await home.store.workings.documents(caseId, KIND)).length
  const version = (await home.store.changes.of(caseId)) * 1e6 + kept
  if (held?.caseId === caseId && held.index.version === version) return held.index
  const entries: { document: string; span: Span }[] = []
  const parts: Buffer[] = []
  let width = 0
  for await (const { document, value } of home.store.workings.get<Kept>(caseId, KIND, documents)) {
    if (value.width === 0) continue
    width = value.width
    for (const span of value.spans) entries.push({ document, span })
    parts.push(Buffer.from(value.vectors, 'base64'))
  }
  const bytes = Buffer.concat(parts)
  const vectors = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  const index = { version, entries, vectors, width }
  held = { caseId, index }
  return index
}
