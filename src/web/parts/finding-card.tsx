/** A finding: what disagrees, in one sentence, with both sides in their own words. */
import { FINDING_WORDS } from '../../schema/labels.js'
import type { Finding } from '../../schema/reading.js'
import { strings } from '../strings.js'
import { headingOf } from '../text/heading.js'
import { Quote } from './quote.js'

/** Evidence of one side that is shown before "more". */
const SHOWN = 2
/** Characters of a reason that is set smaller. */
const LONG = 60

interface Props {
  readonly finding: Finding
  readonly short?: boolean
  /** Of its heading. */
  readonly level?: 2 | 3
}

export function FindingCard({ finding, short = false, level = 3 }: Props) {
  const Heading = `h${level}` as const
  const shown = short ? 1 : SHOWN
  const heading = headingOf(finding, shown)
  return (
    <article className={`finding ${finding.kind}`} aria-labelledby={`why-${finding.id}`}>
      <p className="kind">
        {FINDING_WORDS[finding.kind]} <span className="on">{strings.on(finding.on)}</span>
      </p>
      <Heading id={`why-${finding.id}`} className={heading.length > LONG ? 'reason long' : 'reason'}>
        {heading}
      </Heading>
      <div className="sides">
        {finding.sides.map((side, i) => (
          <div key={i} className="side" role="group" aria-label={strings.side(i + 1, finding.sides.length)}>
            {side.evidence.slice(0, shown).map((evidence) => (
              <Quote key={`${evidence.file}-${evidence.start}`} evidence={evidence} />
            ))}
            <p className="aside">
              {side.evidence.length > shown && `${strings.andMore(side.evidence.length - shown)} · `}
              {strings.establishedOrigins(side.established)}
            </p>
          </div>
        ))}
      </div>
    </article>
  )
}
