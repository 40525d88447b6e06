/** What the page calls: the server's answers with their types. Runs in the browser and needs nothing but fetch. */
import type { Reading } from '../schema/reading.js'
import { ApiError, errorOf, reach, unreachable } from './ask.js'
import { type Line, LINES } from './lines.js'

export { ApiError } from './ask.js'
export * from './case-client.js'
export type * from './views.js'
export type * from '../store/store.js'
export type { Entry } from '../store/custody.js'

/** The sample as the program read it; null where it was started without one. @throws ApiError */
export async function fetchSample(): Promise<Reading | null> {
  const response = await reach('/api/sample')
  if (response.ok) return (await response.json()) as Reading
  const error = await errorOf(response)
  if (error.code === 'sample-missing') return null
  throw error
}

export interface ReadOptions {
  readonly signal?: AbortSignal
  /** Words done of words in all. */
  onProgress?(done: number, total: number): void
}

/** Reads a document. @throws ApiError */
export async function readDocument(body: Blob, file: string, options: ReadOptions = {}): Promise<Reading> {
  const response = await reach(`/api/read?file=${encodeURIComponent(file)}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/octet-stream', Accept: LINES },
    body,
    ...(options.signal ? { signal: options.signal } : {}),
  })
  if (!response.ok || !response.body) throw await errorOf(response)
  for await (const line of linesOf(response.body)) {
    if ('progress' in line) options.onProgress?.(line.progress.done, line.progress.total)
    else if ('error' in line) throw new ApiError(line.error.code, line.error.message)
    else return line.reading
  }
  throw unreachable()
}

async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<Line> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  // Kept in pieces: a long Reading is one line that comes in thousands of chunks.
  let pieces: string[] = []
  for (;;) {
    const { done, value } = await reader.read()
    const [head = '', ...tails] = decoder.decode(value, { stream: !done }).split('\n')
    pieces.push(head)
    for (const tail of tails) {
      yield JSON.parse(pieces.join('')) as Line
      pieces = [tail]
    }
    if (done) return
  }
}
