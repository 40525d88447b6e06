/** Above the text: whose claims are shown, and what the marks mean. */
import { CERTAINTY_WORDS, NEGATED } from '../../schema/labels.js'
import type { Certainty } from '../../schema/reading.js'
import { strings } from '../strings.js'
import type { SourceChoice } from '../text/claims.js'
import { Firmness } from './firmness.js'

interface Props {
  readonly sources: readonly SourceChoice[]
  readonly all: number
  readonly who: string | null
  onWho(who: string | null): void
}

export function Toolbar({ sources, all, who, onWho }: Props) {
  return (
    <div className="toolbar">
      <label className="filter">
        <span>{strings.filterLabel}</span>
        <select value={who ?? ''} onChange={(event) => onWho(event.target.value || null)}>
          <option value="">{strings.everyone(all)}</option>
          {sources.map(({ key, name, claims }) => (
            <option key={key} value={key}>
              {strings.source(name, claims)}
            </option>
          ))}
        </select>
      </label>
      <ul className="legend" aria-label={strings.legend}>
        {(Object.keys(CERTAINTY_WORDS) as Certainty[]).map((certainty) => (
          <li key={certainty} title={CERTAINTY_WORDS[certainty].means}>
            <Firmness certainty={certainty} />
            <span className="unseen">: {CERTAINTY_WORDS[certainty].means}</span>
          </li>
        ))}
        <li className="negated" title={strings.negatedMeans}>
          {NEGATED}
        </li>
        <li>
          <span className="hedge">{strings.hedgeLegend}</span>
        </li>
        <li>
          <span className="denial">{strings.denialLegend}</span>
        </li>
      </ul>
    </div>
  )
}
