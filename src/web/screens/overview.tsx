/** A case at a glance: what disagrees most, what stands on how many feet, who is in it, and what has come in. */
import { Link } from '@tanstack/react-router'
import type { Overview as View } from '../../api/client.js'
import { Coverage } from '../parts/coverage.js'
import { FindingCard } from '../parts/finding-card.js'
import { Origins } from '../parts/origins.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { useAsk, useCase } from '../state/case.js'
import { strings } from '../strings.js'

export function Overview() {
  const asked = useAsk(['overview'], (client) => client.overview())
  return <Answer of={asked}>{(view) => <Glance view={view} />}</Answer>
}

function Glance({ view }: { view: View }) {
  const { name } = useCase()
  const { counts, findings, entities, doubtful } = view
  const { states } = counts
  const held = states.done + states.failed + states.waiting + states.reading
  if (held === 0)
    return (
      <Page title={name}>
        <Empty title={strings.emptyCase}>
          <p>{strings.emptyCaseHelp}</p>
          <Link to="/cases/$name/documents" params={{ name }} className="button main">
            {strings.addDocuments}
          </Link>
        </Empty>
      </Page>
    )
  return (
    <Page
      title={name}
      about={[
        strings.documents(states.done),
        strings.words(counts.words),
        strings.claims(counts.claims),
        strings.entities(entities),
        states.failed > 0 && strings.unread(states.failed),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <div className="overview">
        <section className="wide" aria-labelledby="sharpest">
          <Head id="sharpest" title={strings.sharpest} to="/cases/$name/findings" count={findings} />
          {view.sharpest.length === 0 && <p className="aside">{strings.noFindings}</p>}
          {view.sharpest.map((finding) => (
            <FindingCard key={finding.id} finding={finding} short />
          ))}
        </section>
        <div className="beside">
          <section aria-labelledby="feet">
            <Head id="feet" title={strings.byOrigins} to="/cases/$name/propositions" />
            <ul className="plain">
              {view.propositions.map((proposition) => (
                <li key={proposition.id}>
                  <Link to="/cases/$name/propositions/$id" params={{ name, id: proposition.id }}>
                    {proposition.text}
                  </Link>
                  <Origins of={proposition} />
                </li>
              ))}
            </ul>
          </section>
          <section aria-labelledby="people">
            <Head id="people" title={strings.people} to="/cases/$name/entities" />
            <ul className="names">
              {view.people.map((person) => (
                <li key={person.id}>
                  <Link to="/cases/$name/entities/$id" params={{ name, id: person.id }}>
                    {person.name}
                  </Link>{' '}
                  <span className="aside">{person.documents}</span>
                </li>
              ))}
            </ul>
            {doubtful > 0 && (
              <p className="aside">
                <Link to="/cases/$name/merge" params={{ name }}>
                  {strings.doubtful(doubtful)}
                </Link>
              </p>
            )}
          </section>
          <section aria-labelledby="coverage">
            <Head id="coverage" title={strings.coverage} to="/cases/$name/timeline" />
            <Coverage months={view.coverage} />
          </section>
          <Unread view={view} />
          <section aria-labelledby="newest">
            <Head id="newest" title={strings.newest} to="/cases/$name/documents" />
            <ul className="plain">
              {view.newest.map((record) => (
                <li key={record.id}>
                  <Link to="/cases/$name/documents/$id" params={{ name, id: record.id }}>
                    {record.title ?? record.file.split('/').at(-1)}
                  </Link>
                  <span className="aside">
                    {[record.publisher, strings.claims(record.claims)].filter(Boolean).join(' · ')}
                  </span>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </Page>
  )
}

/** What is still to be read, and what could not be. */
function Unread({ view: { counts, progress } }: { view: View }) {
  const { name } = useCase()
  const { waiting, reading, failed } = counts.states
  if (waiting + reading + failed === 0) return null
  const lines = [
    ['waiting', waiting + reading, strings.nextInLine(waiting + reading)],
    ['failed', failed, strings.unread(failed)],
  ] as const
  return (
    <section aria-labelledby="waiting">
      <Head id="waiting" title={strings.waiting} to="/cases/$name/documents" />
      <ul className="plain">
        {lines.map(
          ([state, count, words]) =>
            count > 0 && (
              <li key={state}>
                <Link to="/cases/$name/documents" params={{ name }} search={{ state }}>
                  {words}
                </Link>
                {state === 'waiting' && (
                  <span className="aside">
                    {progress.paused
                      ? strings.paused
                      : progress.secondsLeft !== null && strings.secondsLeft(progress.secondsLeft)}
                  </span>
                )}
              </li>
            ),
        )}
      </ul>
    </section>
  )
}

interface HeadProps {
  readonly id: string
  readonly title: string
  readonly to:
    | '/cases/$name/findings'
    | '/cases/$name/propositions'
    | '/cases/$name/entities'
    | '/cases/$name/timeline'
    | '/cases/$name/documents'
  readonly count?: number
}

function Head({ id, title, to, count }: HeadProps) {
  const { name } = useCase()
  return (
    <div className="section-head">
      <h2 id={id}>{title}</h2>
      <Link to={to} params={{ name }}>
        {count === undefined ? strings.all : strings.allN(count)}
        <span className="unseen">{strings.allOf(title)}</span>
      </Link>
    </div>
  )
}
