/** One line in the margin: who says it, and how firmly. */
import { memo } from 'react'
import { CERTAINTY_WORDS, NEGATED } from '../../schema/labels.js'
import type { Claim, Reading } from '../../schema/reading.js'
import { strings } from '../strings.js'
import { isDenied, isOwnWord, originOf, sayingOf } from '../text/claims.js'
import { Detail } from './detail.js'
import { Firmness } from './firmness.js'

interface Props {
  readonly claim: Claim
  readonly reading: Reading
  readonly verdict: 'accepted' | 'rejected' | null
  /** Its detail is shown. */
  readonly active: boolean
  readonly chosen: boolean
  readonly related: boolean
  readonly full: boolean
  onChoose(id: string): void
  onPoint(id: string): void
  onFull(full: boolean): void
}

export const Note = memo(function Note(props: Props) {
  const { claim, reading, verdict, active, chosen, related, full } = props
  const origin = originOf(claim)
  const denied = claim.chain.some(isDenied)
  const state = [active && 'active', related && 'related', denied && 'denied', verdict]
    .filter(Boolean)
    .join(' ')
  return (
    <li className={`note ${state}`} data-claim={claim.id} onMouseEnter={() => props.onPoint(claim.id)}>
      <button
        type="button"
        aria-current={chosen}
        onClick={() => props.onChoose(claim.id)}
        onFocus={() => props.onChoose(claim.id)}
      >
        <Firmness certainty={claim.certainty} wordless />
        <span className="saying">{!origin || isOwnWord(claim) ? strings.itself : sayingOf(origin)}</span>
        {claim.certainty !== 'certain' && (
          <span className="how" aria-hidden="true">
            → {CERTAINTY_WORDS[claim.certainty].word}
          </span>
        )}
        {claim.polarity === 'negative' && (
          <span className="negated" title={strings.negatedMeans}>
            <span aria-hidden="true">¬</span>
            <span className="unseen">{NEGATED}</span>
          </span>
        )}
        <span className="unseen">
          : {claim.text}
          {verdict && ` (${strings.claimStates[verdict]})`}
        </span>
      </button>
      {active && <Detail claim={claim} reading={reading} full={full} onFull={props.onFull} />}
    </li>
  )
})
