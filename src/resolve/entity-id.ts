import { createHash } from 'node:crypto'

/** Id of the case's entity whose first member has this key. It holds as long as that member stays its first. */
export const entityId = (firstMember: string): string =>
  createHash('sha256').update(`entity ${firstMember}`).digest('hex').slice(0, 24)
