/** Below the text: what disagrees in it, and what could not be read. */
import { FINDING_WORDS } from '../../schema/labels.js'
import type { Finding, Problem } from '../../schema/reading.js'
import { strings } from '../strings.js'

export function Findings({
  findings,
  onShow,
}: {
  findings: readonly Finding[]
  onShow(claim: string): void
}) {
  if (findings.length === 0) return null
  return (
    <section className="after" aria-labelledby="findings">
      <h2 id="findings">{strings.findings}</h2>
      <ul>
        {findings.map((finding) => (
          <li key={finding.id}>
            <h3>
              {FINDING_WORDS[finding.kind]} <span>{strings.on(finding.on)}</span>
            </h3>
            <p>{finding.why}</p>
            <ul className="sides" aria-label={strings.sides}>
              {finding.sides.flatMap((side) =>
                side.evidence.map(({ claim, start, text }) => (
                  <li key={start}>
                    {claim === null ? (
                      <q>{text}</q>
                    ) : (
                      <a
                        href={`#claim=${encodeURIComponent(claim)}`}
                        onClick={(event) => {
                          event.preventDefault()
                          onShow(claim)
                        }}
                      >
                        <q>{text}</q>
                      </a>
                    )}
                  </li>
                )),
              )}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  )
}

export function Problems({ problems, text }: { problems: readonly Problem[]; text: string }) {
  if (problems.length === 0) return null
  return (
    <section className="after problems" aria-labelledby="problems">
      <h2 id="problems">{strings.problems}</h2>
      <ul>
        {problems.map(({ message, at }, i) => (
          <li key={i}>
            {message} {at && at.end > at.start && <q>{excerpt(text, at.start, at.end)}</q>}
          </li>
        ))}
      </ul>
    </section>
  )
}

const LONGEST = 80

const excerpt = (text: string, start: number, end: number): string =>
  end - start > LONGEST ? `${text.slice(start, start + LONGEST)}…` : text.slice(start, end)
