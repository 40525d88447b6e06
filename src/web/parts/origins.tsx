import type { Proposition } from '../../schema/case.js'
import { strings } from '../strings.js'

const MOST_DOTS = 12

/** How many independent origins stand behind something: a full dot each, and an open one for each of unknown lineage. */
export function Origins({ of: { origins, documents } }: { of: Pick<Proposition, 'origins' | 'documents'> }) {
  const { established, unknown } = origins
  const full = Math.min(established, MOST_DOTS)
  return (
    <span className="origins">
      <span className="dots" aria-hidden="true">
        {'●'.repeat(full)}
        {'○'.repeat(Math.min(unknown, MOST_DOTS - full))}
      </span>{' '}
      {strings.originCount(established, unknown, documents)}
    </span>
  )
}
