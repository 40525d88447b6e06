/** A document as it was read. */
import { useEffect, useMemo, useState } from 'react'
import type { Claim, Reading } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'
import { Findings, Problems } from '../parts/aftermath.js'
import { Article } from '../parts/article.js'
import { Toolbar } from '../parts/toolbar.js'
import type { Address } from '../state/address.js'
import { useKeys } from '../state/keys.js'
import { strings } from '../strings.js'
import { originOf, sourceKey, sourcesOf } from '../text/claims.js'
import { dateWords } from '../text/date.js'
import { paragraphsOf, partsOf } from '../text/paragraphs.js'

/** Characters shown at once; a browser lays out this many with their notes without delay. */
const PART = 60_000

interface Props {
  readonly reading: Reading
  readonly address: Address
  readonly keysOn: boolean
  /** Its title, publisher and problems stand elsewhere already. */
  readonly titled?: boolean
  /** Entity of the reading → entity of the case, for names that lead to one. */
  readonly entities?: Readonly<Record<string, string>>
  /** Words that the address points at. */
  readonly at?: Span | null
  go(change: Partial<Address>): void
}

const NO_ENTITIES = {}

export function ReadingScreen({
  reading,
  address,
  keysOn,
  titled = true,
  entities = NO_ENTITIES,
  at = null,
  go,
}: Props) {
  const { document: about } = reading
  const [full, setFull] = useState(false)
  const claims = useMemo(() => [...reading.claims].sort((a, b) => startOf(a) - startOf(b)), [reading])
  const sources = useMemo(() => sourcesOf(claims), [claims])
  const who = sources.some((source) => source.key === address.who) ? address.who : null
  const shown = useMemo(
    () => (who === null ? claims : claims.filter((claim) => sourceKey(originOf(claim)!) === who)),
    [claims, who],
  )
  const parts = useMemo(() => partsOf(paragraphsOf(about.text), PART), [about.text])
  const [part, setPart] = useState(0)
  const paragraphs = parts[part] ?? []
  const chosen =
    shown.find((claim) => claim.id === address.claim) ?? (address.claim === null ? showpieceOf(shown) : null)

  const choose = (id: string): void => {
    const claim = claims.find((c) => c.id === id)
    if (claim) setPart(partOf(parts, startOf(claim)))
    if (id !== address.claim) go({ claim: id })
  }
  const step = (by: number): void => {
    const at = chosen && address.claim !== null ? shown.indexOf(chosen) : by > 0 ? -1 : shown.length
    const next = shown[Math.max(0, Math.min(shown.length - 1, at + by))]
    if (!next) return
    choose(next.id)
    setTimeout(() => focusNote(next.id))
  }
  useKeys(
    {
      j: () => step(1),
      k: () => step(-1),
      Enter: (event) => {
        // On a button or link of its own, Enter does what that says.
        const at = event.target instanceof Element ? event.target.closest('button, a') : null
        if (at && !at.closest('.note > button')) return
        event.preventDefault()
        setFull(!full)
      },
      Escape: () => (full ? setFull(false) : go({ claim: '' })),
    },
    keysOn,
  )
  useEffect(() => {
    if (titled) document.title = `${about.title ?? about.file} – ${strings.name}`
  }, [about, titled])
  useEffect(() => {
    // An address that names a claim opens there.
    if (address.claim) {
      choose(address.claim)
      setTimeout(() => noteOf(address.claim!)?.scrollIntoView({ block: 'center' }))
    } else if (at) {
      setPart(partOf(parts, at.start))
      setTimeout(() => document.querySelector('.pointed-at')?.scrollIntoView({ block: 'center' }))
    }
  }, [])

  return (
    <>
      <div className="about">
        <p>
          {[
            titled && about.publisher,
            titled && about.published && dateWords(about.published),
            about.byline.join(', '),
          ]
            .filter(Boolean)
            .join(' · ') ||
            (titled && about.file)}
        </p>
        <p>
          {who === null ? strings.claims(claims.length) : strings.claimsOf(shown.length, claims.length)}
          {reading.findings.length > 0 && (
            <>
              {' · '}
              <a href="#findings" onClick={(event) => jump(event, 'findings')}>
                {strings.findingsCount(reading.findings.length)}
              </a>
            </>
          )}
          {reading.problems.length > 0 && (
            <>
              {' · '}
              <a href="#problems" onClick={(event) => jump(event, 'problems')}>
                {strings.problemsCount(reading.problems.length)}
              </a>
            </>
          )}
        </p>
      </div>
      {claims.length > 0 ? (
        <Toolbar
          sources={sources}
          all={claims.length}
          who={who}
          onWho={(key) => go({ who: key, claim: null })}
        />
      ) : (
        <p className="notice">{strings.noClaims}</p>
      )}
      {parts.length > 1 && <Pager part={part} parts={parts.length} onPart={setPart} />}
      <Article
        reading={reading}
        paragraphs={paragraphs}
        claims={shown}
        chosen={chosen}
        full={full}
        entities={entities}
        at={at}
        onChoose={choose}
        onFull={setFull}
      />
      {parts.length > 1 && <Pager part={part} parts={parts.length} onPart={setPart} />}
      <Findings
        findings={reading.findings}
        onShow={(id) => {
          go({ who: null })
          choose(id)
          setTimeout(() => focusNote(id))
        }}
      />
      <Problems problems={reading.problems} text={about.text} />
    </>
  )
}

function Pager({ part, parts, onPart }: { part: number; parts: number; onPart(part: number): void }) {
  return (
    <nav className="pager" aria-label={strings.part(part + 1, parts)}>
      <button type="button" disabled={part === 0} onClick={() => onPart(part - 1)}>
        {strings.previousPart}
      </button>
      <span>{strings.part(part + 1, parts)}</span>
      <button type="button" disabled={part === parts - 1} onClick={() => onPart(part + 1)}>
        {strings.nextPart}
      </button>
    </nav>
  )
}

const EARLY = 12

/** While nothing is chosen, an early claim with a long chain stands open, to show what there is to see. */
const showpieceOf = (claims: readonly Claim[]): Claim | null =>
  claims.slice(0, EARLY).find((claim) => claim.chain.length > 2) ?? claims[0] ?? null

const startOf = (claim: Claim): number => claim.evidence[0]?.start ?? 0

const partOf = (parts: readonly (readonly { readonly end: number }[])[], position: number): number =>
  Math.max(
    0,
    parts.findIndex((part) => part.at(-1)!.end > position),
  )

const noteOf = (id: string): HTMLElement | null =>
  document.querySelector<HTMLElement>(`[data-claim="${CSS.escape(id)}"] > button`)

function focusNote(id: string): void {
  const note = noteOf(id)
  note?.focus({ preventScroll: true })
  note?.scrollIntoView({ block: 'nearest' })
}

function jump(event: { preventDefault(): void }, id: string): void {
  event.preventDefault()
  document.getElementById(id)?.scrollIntoView()
}
