/** Keys of what belongs to one document are `document#local`. */

export const keyOf = (documentId: string, local: string): string => `${documentId}#${local}`

/** Document and local id of a key; a key without '#' has no document. */
export function splitKey(key: string): readonly [document: string, local: string] {
  const hash = key.indexOf('#')
  return hash < 0 ? ['', key] : [key.slice(0, hash), key.slice(hash + 1)]
}
