import { createHash } from 'node:crypto'

/** The id of what a layer has at a span: a hash of natural keys, so that a second run changes nothing. */
export const idOf = (
  document: string,
  layer: 'mention' | 'entity' | 'attribution' | 'turn',
  start: number,
  end: number,
): string => createHash('sha256').update(`${document} ${layer} ${start} ${end}`).digest('hex').slice(0, 16)
