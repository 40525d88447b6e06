/** All claims as a table with facets; of a million rows, only those in view are asked for and drawn. */
import { Link } from '@tanstack/react-router'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, useState } from 'react'
import type { ClaimFilter } from '../../api/client.js'
import type { CaseClaim } from '../../schema/case.js'
import { NEGATED } from '../../schema/labels.js'
import { Facets, FACETS } from '../parts/facets.js'
import { WordsFilter } from '../parts/filters.js'
import { Firmness } from '../parts/firmness.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { useAsk, useCase } from '../state/case.js'
import { useDocumentName } from '../state/document-names.js'
import { useFilters } from '../state/filters.js'
import { useScreenKeys } from '../state/keys.js'
import { usePages } from '../state/pages.js'
import { strings } from '../strings.js'
import { nameOf, originOf } from '../text/claims.js'
import { dateWords } from '../text/date.js'

const ROW = 80
const AHEAD = 12
const SORTS = ['document', 'time', 'certainty', 'property', 'who'] as const
type Sort = (typeof SORTS)[number]

export function Claims() {
  const { name } = useCase()
  const [search, choose] = useFilters()
  const sort: Sort = SORTS.find((known) => known === search.sort) ?? 'document'
  const descending = search.descending === 'true'
  const filter = filterOf(search)
  const facets = useAsk(['facets', filter], (client) => client.facets(filter))
  const sortBy = (by: Sort): void =>
    choose({ sort: by, descending: by === sort && !descending ? 'true' : undefined })
  const fields = new URLSearchParams(Object.entries({ ...filter, sort }) as [string, string][])
  return (
    <Page
      title={strings.places.claims}
      actions={
        <>
          <WordsFilter label={strings.inTheWords} value={search.like} onChange={(like) => choose({ like })} />
          <a
            className="button"
            href={`/api/cases/${encodeURIComponent(name)}/claims/table.csv?${fields.toString()}`}
            download
          >
            {strings.exportTable}
          </a>
        </>
      }
    >
      <div className="faceted">
        <Answer of={facets}>{(found) => <Facets found={found} chosen={search} onChoose={choose} />}</Answer>
        <Table filter={filter} sort={sort} descending={descending} onSort={sortBy} />
      </div>
    </Page>
  )
}

function filterOf(search: Readonly<Record<string, string | undefined>>): ClaimFilter {
  const names = ['like', 'from', 'to', 'status', ...FACETS]
  return Object.fromEntries(names.flatMap((each) => (search[each] ? [[each, search[each]]] : [])))
}

interface TableProps {
  readonly filter: ClaimFilter
  readonly sort: Sort
  readonly descending: boolean
  onSort(by: Sort): void
}

function Table({ filter, sort, descending, onSort }: TableProps) {
  const box = useRef<HTMLDivElement>(null)
  const [[from, to], setRange] = useState<[number, number]>([0, 30])
  const pages = usePages(
    ['claims', filter, sort, descending],
    (client, window) => client.claims({ ...filter, sort, descending, ...window }),
    from,
    to,
  )
  const rows = useVirtualizer({
    count: pages.total,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: AHEAD,
    onChange: ({ range }) => {
      if (range) setRange([Math.max(0, range.startIndex - AHEAD), range.endIndex + AHEAD])
    },
  })
  const focus = (index: number): void => {
    const next = Math.max(0, Math.min(pages.total - 1, index))
    rows.scrollToIndex(next)
    setTimeout(() => box.current?.querySelector<HTMLElement>(`[data-index="${next}"] a`)?.focus(), 60)
  }
  const current = (): number =>
    Number(document.activeElement?.closest<HTMLElement>('[data-index]')?.dataset['index'] ?? -1)
  useScreenKeys({ j: () => focus(current() + 1), k: () => focus(current() - 1) })
  if (pages.error)
    return <Answer of={{ data: undefined, error: pages.error, refetch: pages.refetch }}>{() => null}</Answer>
  if (pages.loaded && pages.total === 0)
    return (
      <Empty title={strings.noClaimsFit}>
        <p>{strings.noClaimsFitHelp}</p>
      </Empty>
    )
  const head = (by: Sort | null, label: string) => (
    <span
      role="columnheader"
      aria-sort={by === sort ? (descending ? 'descending' : 'ascending') : by ? 'none' : undefined}
    >
      {by ? (
        <button type="button" className="quiet" onClick={() => onSort(by)}>
          {label}
          {by === sort && <span aria-hidden="true">{descending ? ' ↓' : ' ↑'}</span>}
        </button>
      ) : (
        label
      )}
    </span>
  )
  return (
    <div className="claims-table">
      <p className="aside" role="status">
        {strings.claims(pages.total)}
      </p>
      <div role="table" aria-rowcount={pages.total} aria-label={strings.places.claims}>
        <div role="rowgroup">
          <div role="row" className="claim-row head">
            {head('document', strings.wordsColumn)}
            {head('who', strings.originColumn)}
            {head('time', strings.whenColumn)}
            {head('certainty', strings.firmnessColumn)}
          </div>
        </div>
        <div ref={box} className="scroll" role="rowgroup" tabIndex={-1}>
          <div
            className="all"
            ref={(element) => void (element && (element.style.height = `${rows.getTotalSize()}px`))}
          >
            {rows.getVirtualItems().map(({ index, start }) => (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 1}
                data-index={index}
                className="claim-row"
                ref={(element) => void (element && (element.style.transform = `translateY(${start}px)`))}
              >
                <Row claim={pages.row(index)} />
              </div>
            ))}
          </div>
        </div>
      </div>
    </div>
  )
}

function Row({ claim: found }: { claim: CaseClaim | undefined }) {
  const { name } = useCase()
  const called = useDocumentName(found?.file ?? '')
  if (!found) return <span role="cell">…</span>
  const { document, claim } = found
  const origin = originOf(claim)
  return (
    <>
      <span role="cell" className="words-cell">
        <Link
          to="/cases/$name/documents/$id"
          params={{ name, id: document }}
          search={{ claim: claim.id }}
          title={claim.text}
        >
          {claim.text}
        </Link>
        <span className="aside">{[called, claim.property].filter(Boolean).join(' · ')}</span>
      </span>
      <span role="cell" className="one-line">
        {origin && claim.chain.length > 1 ? nameOf(origin) : strings.itself}
        {claim.chain.length > 2 && <span className="aside">{strings.via(claim.chain.length - 2)}</span>}
      </span>
      <span role="cell">{claim.time === null ? '' : dateWords(claim.time)}</span>
      <span role="cell">
        <Firmness certainty={claim.certainty} />
        {claim.polarity === 'negative' && <span className="negated"> {NEGATED}</span>}
      </span>
    </>
  )
}
