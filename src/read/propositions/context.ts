import type { ClauseKind } from './clauses.js'
import type { Tree } from './tree.js'

/** What every construction looks at. */
export interface Context {
  readonly tree: Tree
  /** For each word the kind of clause it heads. */
  readonly kinds: readonly (ClauseKind | null)[]
}
