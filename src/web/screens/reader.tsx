/** One document of a case: its text with every claim beside it, what disagrees with it, where it came from, and its pages. */
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useContext, useMemo, useState } from 'react'
import type { DocumentView } from '../../api/client.js'
import { AddClaim } from '../parts/add-claim.js'
import { CorrectClaim } from '../parts/correct-claim.js'
import { Custody } from '../parts/custody.js'
import { FindingCard } from '../parts/finding-card.js'
import { PageImages } from '../parts/page-images.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { RemoveDocument } from '../parts/remove-document.js'
import { useAsk, useCase } from '../state/case.js'
import { type ClaimDesk, ClaimDeskContext } from '../state/claim-desk.js'
import { useJudge, useTakeBack } from '../state/judge.js'
import { KeysContext, useScreenKeys } from '../state/keys.js'
import { strings } from '../strings.js'
import { addedClaims, corrected, remarksOf } from '../text/by-hand.js'
import { dateWords } from '../text/date.js'
import { otherSides } from '../text/other-sides.js'
import { ReadingScreen } from './reading.js'

export function Reader() {
  const { id = '' } = useParams({ strict: false })
  const asked = useAsk(['document', id], (client) => client.document(id))
  return <Answer of={asked}>{(view) => <Shown key={view.record.id} view={view} />}</Answer>
}

function Shown({ view }: { view: DocumentView }) {
  const { record, derived } = view
  const title = record.title ?? record.file.split('/').at(-1) ?? record.file
  const pages = derived?.parts.some(({ place }) => place.kind === 'page') ?? false
  return (
    <Page
      title={title}
      about={[record.publisher, record.published && dateWords(record.published), record.file]
        .filter(Boolean)
        .join(' · ')}
      actions={<RemoveDocument record={record} />}
    >
      {derived && derived.reading.document.text !== '' ? (
        <Text view={view} pages={pages} />
      ) : (
        <Empty title={strings.documentStates[record.state]}>
          <p>{record.reason?.message ?? (view.children.length > 0 ? strings.holdsOthers : strings.noText)}</p>
        </Empty>
      )}
      <Beside view={view} />
    </Page>
  )
}

function Text({ view, pages }: { view: DocumentView; pages: boolean }) {
  const { record } = view
  const derived = view.derived!
  const { claim = null, who = null, at } = useSearch({ strict: false })
  const navigate = useNavigate()
  const keysOn = useContext(KeysContext)
  const judge = useJudge()
  const [images, setImages] = useState(false)
  const [correcting, setCorrecting] = useState<string | null>(null)
  const takeBack = useTakeBack()
  const remarks = useMemo(() => remarksOf(view.judgements), [view.judgements])
  const others = useMemo(() => otherSides(view.findings, record.id), [view.findings, record.id])
  const reading = useMemo(() => {
    const { claims } = derived.reading
    const own = claims[0]?.chain[0]
    const read = claims.map((each) => corrected(each, remarks.get(each.id)))
    return { ...derived.reading, claims: [...read, ...addedClaims(remarks, own)] }
  }, [derived, remarks])
  const judgeClaim = (id: string, verdict: string, value: unknown, said: string): void =>
    judge({ kind: 'claim', left: `${record.id}#${id}`, right: null, verdict, value }, said)
  const desk: ClaimDesk = {
    remarks,
    others,
    decide: (id, verdict) =>
      judgeClaim(id, verdict, null, verdict === 'accept' ? strings.claimAccepted : strings.claimRejected),
    correct: setCorrecting,
    takeBack,
  }
  const withCurrent = (act: (id: string) => void) => (): void => {
    const current = document.activeElement?.closest<HTMLElement>('[data-claim]')?.dataset['claim'] ?? claim
    if (current) act(current)
  }
  useScreenKeys({
    a: withCurrent((id) => desk.decide(id, 'accept')),
    x: withCurrent((id) => desk.decide(id, 'reject')),
    e: (event) => (event.preventDefault(), withCurrent(setCorrecting)()),
  })
  const beingCorrected = reading.claims.find(({ id }) => id === correcting)
  return (
    <ClaimDeskContext value={desk}>
      {pages && (
        <p>
          <button type="button" aria-pressed={images} onClick={() => setImages(!images)}>
            {strings.pageImages}
          </button>
        </p>
      )}
      <div className={images ? 'with-pages' : undefined}>
        <div className="reading-in-case">
          <ReadingScreen
            reading={reading}
            address={{ claim, who }}
            keysOn={keysOn}
            titled={false}
            entities={view.entities}
            at={spanOf(at)}
            go={(change) =>
              void navigate({
                to: '.',
                search: (before) => ({
                  ...before,
                  ...Object.fromEntries(
                    Object.entries(change).map(([name, value]) => [name, value || undefined]),
                  ),
                }),
                replace: true,
              })
            }
          />
        </div>
        {images && <PageImages document={record.id} derived={derived} claim={claim} />}
      </div>
      <AddClaim document={record.id} text={derived.reading.document.text} />
      {beingCorrected && (
        <CorrectClaim
          claim={beingCorrected}
          onCorrect={(change) => judgeClaim(beingCorrected.id, 'correct', change, strings.claimCorrected)}
          onClose={() => setCorrecting(null)}
        />
      )}
    </ClaimDeskContext>
  )
}

/** 'start-end' of an address. */
function spanOf(at: string | undefined): { start: number; end: number } | null {
  const [, start, end] = /^(\d+)-(\d+)$/.exec(at ?? '') ?? []
  return start === undefined ? null : { start: Number(start), end: Number(end) }
}

/** Below the text: findings that touch it, documents that hang together with it, what is in it, and its custody. */
function Beside({ view }: { view: DocumentView }) {
  const { name } = useCase()
  const { findings, links, children, record, derived } = view
  return (
    <div className="below">
      {findings.length > 0 && (
        <section aria-labelledby="disagrees">
          <h2 id="disagrees">{strings.touching(findings.length)}</h2>
          {findings.map((finding) => (
            <FindingCard key={finding.id} finding={finding} short />
          ))}
        </section>
      )}
      {links.length > 0 && (
        <section aria-labelledby="links">
          <h2 id="links">{strings.hangsTogether}</h2>
          <ul className="plain">
            {links.map((link) => (
              <li key={`${link.kind} ${link.other.id}`}>
                <Link to="/cases/$name/documents/$id" params={{ name, id: link.other.id }}>
                  {link.other.title ?? link.other.file.split('/').at(-1)}
                </Link>
                <span className="aside">
                  {strings.linkKinds[link.kind]}: {link.why}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {children.length > 0 && (
        <section aria-labelledby="inside">
          <h2 id="inside">{strings.inside(children.length)}</h2>
          <ul className="plain">
            {children.map((child) => (
              <li key={child.id}>
                <Link to="/cases/$name/documents/$id" params={{ name, id: child.id }}>
                  {child.title ?? child.file}
                </Link>
                <span className="aside">{strings.documentStates[child.state]}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Custody record={record} derived={derived} entries={view.custody} />
    </div>
  )
}
