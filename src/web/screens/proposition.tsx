/** One proposition: its origins with the working, both sides with their evidence, and the diagram of who told whom. */
import { Link, useParams } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { SOURCE_WORDS } from '../../schema/labels.js'
import type { Origin } from '../../schema/case.js'
import type { PropositionView } from '../../api/client.js'
import { ClaimLine } from '../parts/claim-line.js'
import { Origins } from '../parts/origins.js'
import { Answer, Page } from '../parts/page.js'
import { Quote } from '../parts/quote.js'
import { SourceTable } from '../parts/source-table.js'
import { useAsk } from '../state/case.js'
import { strings } from '../strings.js'

const SourceDiagram = lazy(() => import('../parts/source-diagram.js'))

export function Proposition() {
  const { id = '' } = useParams({ strict: false })
  const asked = useAsk(['proposition', id], (client) => client.proposition(id))
  return <Answer of={asked}>{(view) => <BothSides view={view} />}</Answer>
}

function BothSides({ view }: { view: PropositionView }) {
  const { proposition, claims, against, graph } = view
  return (
    <Page title={`“${proposition.text}”`} about={<Origins of={proposition} />}>
      <section aria-labelledby="diagram">
        <h2 id="diagram">{strings.whoTold}</h2>
        <Suspense fallback={<p className="aside">{strings.oneMoment}</p>}>
          <SourceDiagram graph={graph} />
        </Suspense>
        <details>
          <summary>{strings.asTable}</summary>
          <SourceTable graph={graph} />
        </details>
      </section>
      <section aria-labelledby="working">
        <h2 id="working">{strings.working}</h2>
        {proposition.origins.list.length === 0 && <p className="aside">{strings.noOrigin}</p>}
        <ol className="working">
          {proposition.origins.list.map((origin, i) => (
            <Working key={i} origin={origin} />
          ))}
        </ol>
      </section>
      <div className="two-sides">
        <section aria-labelledby="for">
          <h2 id="for">{strings.saysSo(claims.length)}</h2>
          <ul className="plain">
            {claims.map((claim) => (
              <li key={claim.id}>
                <ClaimLine claim={claim} />
              </li>
            ))}
          </ul>
        </section>
        <section aria-labelledby="against">
          <h2 id="against">{strings.saysOtherwise}</h2>
          {against.length === 0 && <p className="aside">{strings.nothingAgainst}</p>}
          {against.map(({ finding, proposition: other, claims: others }) => (
            <div key={finding.id} className="against">
              <p>{finding.why}</p>
              <ul className="plain">
                {others.map((claim) => (
                  <li key={claim.id}>
                    <ClaimLine claim={claim} />
                  </li>
                ))}
              </ul>
              {others.length === 0 &&
                finding.sides
                  .flatMap(({ evidence }) => evidence)
                  .filter(({ claim }) => !claims.some(({ id }) => id === claim))
                  .map((evidence) => <Quote key={`${evidence.file}${evidence.start}`} evidence={evidence} />)}
              {other && other.id !== proposition.id && <OtherSide id={other.id} />}
            </div>
          ))}
        </section>
      </div>
    </Page>
  )
}

function OtherSide({ id }: { id: string }) {
  return (
    <Link to="/cases/$name/propositions/$id" from="/cases/$name" params={(before) => ({ ...before, id })}>
      {strings.openOther}
    </Link>
  )
}

function Working({ origin }: { origin: Origin }) {
  return (
    <li>
      <p>
        <span className="who">{origin.who}</span>{' '}
        <span className="aside">
          {SOURCE_WORDS[origin.kind]}
          {origin.count > 1 && `, ${strings.persons(origin.count)}`}
        </span>
      </p>
      <p className="aside">{origin.why}</p>
      {origin.evidence.map((evidence) => (
        <Quote key={`${evidence.file}${evidence.start}`} evidence={evidence} />
      ))}
    </li>
  )
}
