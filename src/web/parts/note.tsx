/** One line in the margin: who says it, and how firmly. */
import { memo } from 'react'
import { CERTAINTY_WORDS, NEGATED } from '../../schema/labels.js'
import type { Claim, Reading } from '../../schema/reading.js'
import { strings } from '../strings.js'
import { useClaimDesk } from '../state/claim-desk.js'
import { isDenied, isOwnWord, originOf, sayingOf } from '../text/claims.js'
import { Detail } from './detail.js'
import { Firmness } from './firmness.js'

interface Props {
  readonly claim: Claim
  readonly reading: Reading
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
  const { claim, reading, active, chosen, related, full } = props
  const origin = originOf(claim)
  const desk = useClaimDesk()
  const remark = desk?.remarks.get(claim.id)
  const disputed = desk?.others.has(claim.id) ?? false
  const byHand = Boolean(remark?.corrected ?? remark?.added)
  const verdict = remark?.verdict ?? null
  const denied = claim.chain.some(isDenied)
  const state = [active && 'active', related && 'related', denied && 'denied', byHand && 'by-hand', verdict]
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
        {disputed && (
          <span className="disputed" title={strings.disputedMeans}>
            <span aria-hidden="true">≠</span>
            <span className="unseen">{strings.disputedMeans}</span>
          </span>
        )}
        {byHand && (
          <span className="hand" title={strings.byHand}>
            <span aria-hidden="true">✎</span>
            <span className="unseen">{strings.byHand}</span>
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
