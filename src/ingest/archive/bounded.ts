/** A stream of bytes that stops where it gives more than it may. */
import { WhenceError } from '../../schema/errors.js'
import { inMb } from './limits.js'

/** Bytes that all streams of one archive gave so far. */
export interface Given {
  total: number
}

/**
 * The bytes of `from` as they come.
 * @throws WhenceError 'archive-large' once `given.total` passes `most`.
 */
export async function* bounded(
  from: AsyncIterable<Uint8Array>,
  given: Given,
  most: number,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of from) {
    given.total += chunk.length
    if (given.total > most) throw new WhenceError('archive-large', inMb(most))
    yield chunk
  }
}
