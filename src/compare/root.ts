/** The end of a chain: who is said to know. */
import type { SourceKind } from '../schema/reading.js'
import type { Statement } from './statement.js'

export interface Root {
  /** Equal for one origin. */
  readonly key: string
  readonly who: string
  /** As the document calls them: 'a former surveyor of the port'. */
  readonly told: string
  readonly kind: SourceKind
  /** Other names and descriptions of the same: a statement's publisher, who signed it. */
  readonly also?: readonly string[]
  readonly count: number
  readonly established: boolean
  /** The statements it was reached through, the reader's first. */
  readonly path: readonly Statement[]
  readonly why: string
  /** Comes back to a document it went through. */
  readonly circle: boolean
}
