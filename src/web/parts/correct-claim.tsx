/** How firmly, affirmed or negated, who says it: a person's reading of a claim, kept beside what was read. */
import { type FormEvent, useState } from 'react'
import { CERTAINTY_WORDS } from '../../schema/labels.js'
import type { Certainty, Claim, Polarity } from '../../schema/reading.js'
import { strings } from '../strings.js'
import type { Correction } from '../text/by-hand.js'
import { isOwnWord, nameOf, originOf } from '../text/claims.js'
import { Dialog } from './dialog.js'

interface Props {
  readonly claim: Claim
  onCorrect(correction: Correction): void
  onClose(): void
}

export function CorrectClaim({ claim, onCorrect, onClose }: Props) {
  const origin = originOf(claim)
  const named = origin && !isOwnWord(claim) ? nameOf(origin) : ''
  const [certainty, setCertainty] = useState<Certainty>(claim.certainty)
  const [polarity, setPolarity] = useState<Polarity>(claim.polarity)
  const [who, setWho] = useState(named)
  const change: Correction = {
    ...(certainty === claim.certainty ? {} : { certainty }),
    ...(polarity === claim.polarity ? {} : { polarity }),
    ...(who.trim() === named || who.trim() === '' ? {} : { who: who.trim() }),
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onCorrect(change)
    onClose()
  }
  return (
    <Dialog title={strings.correctTitle} onClose={onClose}>
      <blockquote className="selected">“{claim.text}”</blockquote>
      <form className="stacked" onSubmit={submit}>
        <label>
          <span>{strings.firmnessColumn}</span>
          <select value={certainty} onChange={(event) => setCertainty(event.target.value as Certainty)}>
            {(Object.keys(CERTAINTY_WORDS) as Certainty[]).map((each) => (
              <option key={each} value={each}>
                {CERTAINTY_WORDS[each].word} – {CERTAINTY_WORDS[each].means}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{strings.facets.polarity}</span>
          <select value={polarity} onChange={(event) => setPolarity(event.target.value as Polarity)}>
            <option value="positive">{strings.affirmedOnes}</option>
            <option value="negative">{strings.negatedOnes}</option>
          </select>
        </label>
        <label>
          <span>{strings.filterLabel}</span>
          <input type="text" value={who} maxLength={300} onChange={(event) => setWho(event.target.value)} />
        </label>
        <button type="submit" className="main" disabled={Object.keys(change).length === 0}>
          {strings.save}
        </button>
      </form>
    </Dialog>
  )
}
