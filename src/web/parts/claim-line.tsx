/** A claim in one place: its words, who says it through whom, and how firmly. */
import { NEGATED } from '../../schema/labels.js'
import type { CaseClaim } from '../../schema/case.js'
import { sayingOf } from '../text/claims.js'
import { Firmness } from './firmness.js'
import { Quote } from './quote.js'

export function ClaimLine({ claim: { id, file, claim } }: { claim: CaseClaim }) {
  return (
    <div className="claim-line">
      <Quote
        evidence={{ file, text: claim.text, claim: id }}
        after={
          <>
            {claim.chain.slice(1).map((link) => ` ← ${sayingOf(link)}`)}
            {' · '}
            <Firmness certainty={claim.certainty} />
            {claim.polarity === 'negative' && <span className="negated"> {NEGATED}</span>}
          </>
        }
      />
    </div>
  )
}
