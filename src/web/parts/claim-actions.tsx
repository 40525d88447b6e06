/** Below a claim's chain: what people made of it, what disagrees with it elsewhere, and what can be done about it. */
import { Link } from '@tanstack/react-router'
import { CERTAINTY_WORDS, FINDING_WORDS, NEGATED } from '../../schema/labels.js'
import type { Claim } from '../../schema/reading.js'
import { useCase } from '../state/case.js'
import { type ClaimDesk, useClaimDesk } from '../state/claim-desk.js'
import { strings } from '../strings.js'
import type { Correction, Remark } from '../text/by-hand.js'
import type { OtherSide } from '../text/other-sides.js'
import { DocumentName } from './document-name.js'
import { standsIn } from './quote.js'

export function ClaimActions({ claim }: { claim: Claim }) {
  const desk = useClaimDesk()
  if (!desk) return null
  const remark = desk.remarks.get(claim.id)
  const others = desk.others.get(claim.id) ?? []
  return (
    <>
      {others.length > 0 && <OtherSides others={others} />}
      {remark && <Remarks remark={remark} desk={desk} />}
      <div className="buttons" role="group" aria-label={strings.decide}>
        <button type="button" aria-keyshortcuts="a" onClick={() => desk.decide(claim.id, 'accept')}>
          {strings.accept}
        </button>
        <button type="button" aria-keyshortcuts="x" onClick={() => desk.decide(claim.id, 'reject')}>
          {strings.reject}
        </button>
        <button type="button" aria-keyshortcuts="e" onClick={() => desk.correct(claim.id)}>
          {strings.correct}
        </button>
      </div>
    </>
  )
}

function OtherSides({ others }: { others: readonly OtherSide[] }) {
  const { name } = useCase()
  return (
    <ul className="other-sides" aria-label={strings.otherSides}>
      {others.slice(0, SHOWN).map(({ finding, kind, evidence }, i) => {
        const { id, claim } = standsIn(evidence)
        return (
          <li key={`${finding} ${i}`}>
            <span className="kind">{FINDING_WORDS[kind]}: </span>
            <Link
              to="/cases/$name/documents/$id"
              params={{ name, id }}
              search={claim === null ? {} : { claim }}
            >
              “{evidence.text}”
            </Link>{' '}
            <span className="means">
              <DocumentName of={evidence.file} />
            </span>
          </li>
        )
      })}
      {others.length > SHOWN && <li className="means">{strings.andMore(others.length - SHOWN)}</li>}
    </ul>
  )
}
const SHOWN = 3

function Remarks({ remark: { added, corrected }, desk }: { remark: Remark; desk: ClaimDesk }) {
  return [added, corrected].map(
    (judgement) =>
      judgement && (
        <p key={judgement.id} className="weight">
          {judgement === added
            ? strings.addedBy(judgement.by)
            : strings.correctedBy(judgement.by, changesOf(judgement.value as Correction))}{' '}
          <button type="button" className="quiet" onClick={() => desk.takeBack(judgement.id)}>
            {strings.takeBack}
          </button>
        </p>
      ),
  )
}

const changesOf = ({ certainty, polarity, who }: Correction): string =>
  [
    certainty && CERTAINTY_WORDS[certainty].word,
    polarity && (polarity === 'negative' ? NEGATED : strings.affirmedOnes),
    who,
  ]
    .filter(Boolean)
    .join(', ')
