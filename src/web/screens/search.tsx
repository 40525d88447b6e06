/** Search: passages with the words found, as they stand in their documents. */
import { Link } from '@tanstack/react-router'
import { useDeferredValue } from 'react'
import type { Hit } from '../../api/client.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { Pager } from '../parts/pager.js'
import { useAsk, useCase } from '../state/case.js'
import { type Filters, useFilters } from '../state/filters.js'
import { strings } from '../strings.js'
import { runsOf } from '../text/runs.js'

const AT_ONCE = 30

export function Search() {
  const [{ words = '', from, to, publisher, meaning, page = '0' }, choose] = useFilters()
  const asked = useDeferredValue(words.trim())
  const offset = Number(page) * AT_ONCE
  const filter = {
    ...(from && { from }),
    ...(to && { to }),
    ...(publisher && { publisher }),
    ...(meaning === 'true' && { meaning: true }),
  }
  const hits = useAsk(['search', asked, offset, filter], (client) =>
    asked === ''
      ? Promise.resolve({ rows: [], total: 0 })
      : client.search({ words: asked, offset, limit: AT_ONCE, ...filter }),
  )
  return (
    <Page
      title={strings.search}
      about={asked === '' || !hits.data ? strings.searchHelp : strings.passages(hits.data.total)}
    >
      <Narrowed from={from} to={to} meaning={meaning === 'true'} onChoose={choose} />
      <Answer of={hits}>
        {({ rows, total }) =>
          asked !== '' && total === 0 ? (
            <Empty title={strings.nothingFound}>
              <p>{strings.nothingFoundHelp}</p>
            </Empty>
          ) : (
            <>
              <ol className="hits" start={offset + 1}>
                {rows.map((hit) => (
                  <Found key={`${hit.document}-${hit.passage.start}`} hit={hit} />
                ))}
              </ol>
              <Pager page={Number(page)} total={total} atOnce={AT_ONCE} />
            </>
          )
        }
      </Answer>
    </Page>
  )
}

function Found({ hit }: { hit: Hit }) {
  const { name } = useCase()
  const { start, end, text } = hit.snippet
  const runs = runsOf(
    { start, end },
    hit.marks.map((mark) => ({ ...mark, kind: 'evidence' as const })),
  )
  return (
    <li>
      <Link
        to="/cases/$name/documents/$id"
        params={{ name, id: hit.document }}
        search={{ at: `${hit.marks[0]?.start ?? hit.passage.start}-${hit.marks[0]?.end ?? hit.passage.end}` }}
      >
        {hit.title ?? hit.file.split('/').at(-1)}
      </Link>
      <p>
        {runs.map((run) => {
          const words = text.slice(run.start - start, run.end - start)
          return run.kinds.length > 0 ? <mark key={run.start}>{words}</mark> : words
        })}
      </p>
    </li>
  )
}

interface NarrowedProps {
  readonly from: string | undefined
  readonly to: string | undefined
  readonly meaning: boolean
  onChoose(changes: Filters): void
}

function Narrowed({ from, to, meaning, onChoose }: NarrowedProps) {
  return (
    <div className="filters">
      <label title={strings.byMeaningHelp}>
        <input
          type="checkbox"
          checked={meaning}
          onChange={(event) => onChoose({ meaning: event.target.checked ? 'true' : undefined })}
        />{' '}
        {strings.byMeaning}
      </label>
      <label>
        {strings.publishedFrom}{' '}
        <input
          type="date"
          value={from ?? ''}
          onChange={(event) => onChoose({ from: event.target.value || undefined })}
        />
      </label>
      <label>
        {strings.publishedTo}{' '}
        <input
          type="date"
          value={to ?? ''}
          onChange={(event) => onChoose({ to: event.target.value || undefined })}
        />
      </label>
    </div>
  )
}
