/** Bytes that come in: kept, and logged with where they are from, before anything else knows of them. */
import type { Header } from '../schema/document.js'
import type { NewEntry } from '../store/custody.js'
import type { NewDocument } from '../store/store.js'
import type { Home } from './home.js'

export interface Incoming {
  /** As it is to be shown. */
  readonly file: string
  /** A path of this disk, or the bytes. */
  readonly source: string | Uint8Array
  /** Where it came from: a path, an address, the container. */
  readonly from: string
  readonly parent: string | null
  /** As its disk said. */
  readonly modified?: string
  readonly headers?: readonly Header[]
}

export interface Keeping {
  readonly by: string
  readonly now: () => string
}

/** Writing a small file is mostly waiting for the disk. */
const AT_ONCE = 8

/**
 * Keeps the originals, on the disk when it resolves. What cannot be kept for a reason of its own is given to `failed`.
 * @throws WhenceError 'disk-full' and the like, which concern all.
 */
export async function keepOriginals(
  home: Home,
  incoming: readonly Incoming[],
  { by, now }: Keeping,
  failed: (incoming: Incoming, error: unknown) => void,
): Promise<{ readonly document: NewDocument; readonly incoming: Incoming }[]> {
  const kept: ({ document: NewDocument; incoming: Incoming } | null)[] = []
  let next = 0
  const work = async (): Promise<void> => {
    for (let i = next++; i < incoming.length; i = next++) {
      const one = incoming[i]!
      try {
        const { id, bytes } = await home.originals.put(one.source)
        const { file, parent, headers } = one
        const document = {
          id,
          file,
          parent,
          bytes,
          added: now(),
          addedBy: by,
          ...(headers ? { headers } : {}),
        }
        kept[i] = { document, incoming: one }
      } catch (error) {
        failed(one, error)
        kept[i] = null
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return kept.filter((one) => one !== null)
}

/** What the log says of a document that came in. */
export function addedEntry({ document, incoming }: { document: NewDocument; incoming: Incoming }): NewEntry {
  const { file, parent, bytes, added, addedBy } = document
  const { from, modified, headers } = incoming
  return {
    at: added,
    by: addedBy,
    act: 'added',
    document: document.id,
    detail: {
      file,
      from,
      bytes,
      ...(parent === null ? {} : { parent }),
      ...(modified === undefined ? {} : { modified }),
      ...(headers === undefined ? {} : { headers }),
    },
  }
}
