/** One person, organisation or place: a short life in dated lines, each opening its evidence; what is disputed stands as disputed. */
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { FINDING_WORDS } from '../../schema/labels.js'
import type { Profile as View } from '../../api/client.js'
import { ClaimLine } from '../parts/claim-line.js'
import { DocumentName } from '../parts/document-name.js'
import { Answer, Page } from '../parts/page.js'
import { useAsk, useCase } from '../state/case.js'
import { useJudge, useTakeBack } from '../state/judge.js'
import { strings } from '../strings.js'
import { dateWords } from '../text/date.js'

/** Lines shown before all are asked for. */
const DATED = 60
const UNDATED = 20

export function Profile() {
  const { id = '' } = useParams({ strict: false })
  const asked = useAsk(['profile', id], (client) => client.profile(id))
  return <Answer of={asked}>{(view) => <Life view={view} />}</Answer>
}

function Life({ view }: { view: View }) {
  const { name } = useCase()
  const { entity, lines, spellings, relations } = view
  const [all, setAll] = useState(false)
  const [whole, setWhole] = useState(false)
  const dated = lines.filter(({ time }) => time !== null)
  const undated = lines.filter(({ time }) => time === null)
  return (
    <Page
      title={entity.name}
      about={[
        strings.types[entity.type as keyof typeof strings.types] ?? entity.type,
        strings.documents(entity.documents),
        strings.claims(lines.length),
        view.says > 0 && strings.says(view.says),
      ]
        .filter(Boolean)
        .join(' · ')}
    >
      <div className="overview">
        <div>
          <section aria-labelledby="life">
            <h2 id="life">{strings.dated}</h2>
            {dated.length === 0 && <p className="aside">{strings.nothingDated}</p>}
            <ol className="life">
              {(whole ? dated : dated.slice(0, DATED)).map((line) => (
                <Line key={line.claim.id} line={line} />
              ))}
            </ol>
            {!whole && dated.length > DATED && (
              <button type="button" onClick={() => setWhole(true)}>
                {strings.allN(dated.length)}
              </button>
            )}
          </section>
          {undated.length > 0 && (
            <section aria-labelledby="undated">
              <h2 id="undated">{strings.undated}</h2>
              <ol className="life">
                {(all ? undated : undated.slice(0, UNDATED)).map((line) => (
                  <Line key={line.claim.id} line={line} />
                ))}
              </ol>
              {!all && undated.length > UNDATED && (
                <button type="button" onClick={() => setAll(true)}>
                  {strings.allN(undated.length)}
                </button>
              )}
            </section>
          )}
        </div>
        <div className="beside">
          <section aria-labelledby="spellings">
            <h2 id="spellings">{strings.spellings}</h2>
            <ul className="plain">
              {spellings.map((spelling) => (
                <li key={spelling.name}>
                  <span className="serif">{spelling.name}</span>
                  <Where documents={spelling.documents} />
                </li>
              ))}
            </ul>
            <Apart view={view} />
            <Redaction view={view} />
          </section>
          <section aria-labelledby="relations">
            <h2 id="relations">{strings.relations}</h2>
            <ul className="plain">
              {relations.map(({ entity: other, claims, predicates }) => (
                <li key={other.id}>
                  <Link to="/cases/$name/entities/$id" params={{ name, id: other.id }}>
                    {other.name}
                  </Link>
                  <span className="aside">
                    {strings.claims(claims)}
                    {' · '}
                    {predicates.slice(0, 3).join(', ')}
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

function Line({ line: { time, property, claim, also, findings } }: { line: View['lines'][number] }) {
  const { name } = useCase()
  return (
    <li className={findings.length > 0 ? 'disputed' : undefined}>
      <span className="when">{time === null ? (property ?? '') : dateWords(time)}</span>
      <div>
        <ClaimLine claim={claim} />
        {also.length > 0 && (
          <details>
            <summary>{strings.alsoSaidIn(also.length)}</summary>
            {also.map((other) => (
              <ClaimLine key={other.id} claim={other} />
            ))}
          </details>
        )}
        {findings.map((finding) => (
          <p key={finding.id} className="dispute">
            <Link to="/cases/$name/findings" params={{ name }} search={{ finding: finding.id, state: 'all' }}>
              {FINDING_WORDS[finding.kind]}
            </Link>
            <span className="aside"> {finding.why}</span>
          </p>
        ))}
      </div>
    </li>
  )
}

/** Whether the names are struck out of what is exported. */
function Redaction({ view: { entity, judgements } }: { view: View }) {
  const judge = useJudge()
  const takeBack = useTakeBack()
  const standing = judgements.find(({ kind }) => kind === 'redaction')
  const first = entity.members[0]
  if (first === undefined) return null
  if (!standing)
    return (
      <p>
        <button
          type="button"
          className="quiet"
          onClick={() =>
            judge(
              { kind: 'redaction', left: first, right: null, verdict: 'redact', value: null },
              strings.redacted(entity.name),
            )
          }
        >
          {strings.redact}
        </button>
      </p>
    )
  return (
    <p className="aside">
      {strings.isRedacted}{' '}
      <button type="button" className="quiet" onClick={() => takeBack(standing.id)}>
        {strings.undo}
      </button>
    </p>
  )
}

const FEW = 3

/** The first few documents, and the others on request. */
function Where({ documents }: { documents: View['spellings'][number]['documents'] }) {
  const { name } = useCase()
  const [all, setAll] = useState(false)
  const shown = all ? documents : documents.slice(0, FEW)
  return (
    <span className="aside where">
      {shown.map(({ id, file }, i) => (
        <span key={id}>
          {i > 0 && '; '}
          <Link to="/cases/$name/documents/$id" params={{ name, id }}>
            <DocumentName of={file} />
          </Link>
        </span>
      ))}
      {shown.length < documents.length && (
        <>
          {' '}
          <button type="button" className="quiet inline" onClick={() => setAll(true)}>
            {strings.andMore(documents.length - shown.length)}
          </button>
        </>
      )}
    </span>
  )
}

/** Names that were taken for one and are not can be told apart, and that can be taken back. */
function Apart({ view: { entity, judgements } }: { view: View }) {
  const judge = useJudge()
  const first = entity.members[0]
  if (entity.members.length < 2 || first === undefined) return null
  return (
    <details>
      <summary>{strings.notOne}</summary>
      <ul className="plain">
        {entity.members.slice(1).map((member) => (
          <li key={member}>
            <button
              type="button"
              onClick={() =>
                judge(
                  { kind: 'entities', left: first, right: member, verdict: 'different', value: null },
                  strings.toldApart,
                )
              }
            >
              {strings.tellApart(member)}
            </button>
          </li>
        ))}
      </ul>
      {judgements.length > 0 && <p className="aside">{strings.decidedAlready(judgements.length)}</p>}
    </details>
  )
}
