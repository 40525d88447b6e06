import { createHash } from 'node:crypto'

/** Id of a claim from its natural key: the document and what is claimed where. The same key gives the same id. */
export const claimId = (document: string, key: readonly (string | number | null)[]): string =>
  `c${createHash('sha256')
    .update(JSON.stringify([document, ...key]))
    .digest('hex')
    .slice(0, 16)}`
