/** The first claims of some kind, and how many more there are. */
import type { ClaimFilter } from '../../api/client.js'
import { useAsk } from '../state/case.js'
import { strings } from '../strings.js'
import { ClaimLine } from './claim-line.js'
import { Answer } from './page.js'

const LISTED = 20

interface Props {
  readonly filter: ClaimFilter
  /** Said where there are none. */
  readonly none?: string
}

export function ClaimList({ filter, none }: Props) {
  const asked = useAsk(['claims-listed', filter], (client) => client.claims({ ...filter, limit: LISTED }))
  return (
    <Answer of={asked}>
      {({ rows, total }) =>
        total === 0 && none !== undefined ? (
          <p className="aside">{none}</p>
        ) : (
          <>
            <ul className="plain">
              {rows.map((claim) => (
                <li key={claim.id}>
                  <ClaimLine claim={claim} />
                </li>
              ))}
            </ul>
            {total > rows.length && <p className="aside">{strings.andMore(total - rows.length)}</p>}
          </>
        )
      }
    </Answer>
  )
}
