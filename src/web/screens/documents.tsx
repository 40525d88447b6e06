/** The documents of a case: add files and folders, see how far reading has come, and what could not be read, and why. */
import { Link } from '@tanstack/react-router'
import { type DragEvent, memo, useRef, useState } from 'react'
import type { DocumentRecord, DocumentState } from '../../schema/case.js'
import { ChoiceFilter, WordsFilter } from '../parts/filters.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { Pager } from '../parts/pager.js'
import { Queue } from '../parts/queue.js'
import { UploadsUnderWay } from '../parts/uploads.js'
import { useAsk, useCase } from '../state/case.js'
import { useFilters } from '../state/filters.js'
import { useUploads } from '../state/uploads.js'
import { strings } from '../strings.js'
import { dateWords } from '../text/date.js'
import { chosen, dropped } from '../text/dropped.js'

const AT_ONCE = 100
const SORTS = ['added', 'published', 'file', 'claims'] as const
const STATES: readonly DocumentState[] = ['waiting', 'reading', 'done', 'failed', 'cancelled', 'removed']

export function Documents() {
  const [{ like = '', state, sort, page = '0' }, choose] = useFilters()
  const { uploads, add, again } = useUploads()
  const [over, setOver] = useState(false)
  const order = SORTS.find((known) => known === sort) ?? 'added'
  const wanted = STATES.find((known) => known === state)
  const offset = Number(page) * AT_ONCE
  const asked = useAsk(['documents', like, wanted, order, offset], (c) =>
    c.documents({
      ...(like ? { like } : {}),
      ...(wanted ? { states: [wanted] } : {}),
      sort: order,
      descending: order !== 'file',
      offset,
      limit: AT_ONCE,
    }),
  )
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setOver(false)
    void dropped(event.dataTransfer).then(add)
  }
  return (
    <div
      className={over ? 'dropping' : undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Page
        title={strings.places.documents}
        about={strings.dropHelp}
        actions={<Choosers onFiles={(files) => add(chosen(files))} />}
      >
        <UploadsUnderWay uploads={uploads} onAgain={again} />
        <Queue />
        <div className="filters">
          <WordsFilter label={strings.inTitleOrFile} value={like} onChange={(like) => choose({ like })} />
          <ChoiceFilter
            label={strings.status}
            value={wanted}
            choices={STATES}
            word={(each) => strings.documentStates[each]}
            any={strings.anyState}
            onChange={(state) => choose({ state })}
          />
          <ChoiceFilter
            label={strings.sortBy}
            value={order}
            choices={SORTS}
            word={(each) => strings.documentSorts[each]}
            onChange={(sort) => choose({ sort })}
          />
        </div>
        <Answer of={asked}>
          {({ rows, total }) =>
            rows.length === 0 ? (
              <Empty title={like || wanted ? strings.nothingFound : strings.emptyCase}>
                <p>{strings.emptyCaseHelp}</p>
              </Empty>
            ) : (
              <>
                <List records={rows} />
                <Pager page={Number(page)} total={total} atOnce={AT_ONCE} />
              </>
            )
          }
        </Answer>
      </Page>
    </div>
  )
}

function Choosers({ onFiles }: { onFiles(files: FileList): void }) {
  const files = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  return (
    <>
      <button type="button" className="main" onClick={() => files.current?.click()}>
        {strings.addFiles}
      </button>
      <button type="button" onClick={() => folder.current?.click()}>
        {strings.addFolder}
      </button>
      {[files, folder].map((input, i) => (
        <input
          key={i}
          ref={input}
          type="file"
          multiple
          hidden
          aria-label={i === 0 ? strings.addFiles : strings.addFolder}
          {...(i === 1 ? { webkitdirectory: '' } : {})}
          onChange={(event) => {
            if (event.target.files) onFiles(event.target.files)
            event.target.value = ''
          }}
        />
      ))}
    </>
  )
}

/** Not drawn anew for each file that is added. */
const List = memo(function List({ records }: { records: readonly DocumentRecord[] }) {
  const { name } = useCase()
  return (
    <table className="table documents">
      <thead>
        <tr>
          <th scope="col">{strings.documentColumn}</th>
          <th scope="col">{strings.publishedColumn}</th>
          <th scope="col">{strings.stateColumn}</th>
          <th scope="col" className="number">
            {strings.places.claims}
          </th>
        </tr>
      </thead>
      <tbody>
        {records.map((record) => (
          <tr key={record.id} className={record.state}>
            <th scope="row">
              <Link to="/cases/$name/documents/$id" params={{ name, id: record.id }}>
                {record.title ?? record.file.split('/').at(-1)}
              </Link>
              <span className="aside">
                {[record.publisher, record.title === null ? null : record.file].filter(Boolean).join(' · ')}
              </span>
            </th>
            <td>{record.published === null ? '' : dateWords(record.published)}</td>
            <td>
              <span className="state-word">{strings.documentStates[record.state]}</span>
              {record.reason && <span className="aside">{record.reason.message}</span>}
              {record.state === 'done' && record.problems > 0 && (
                <span className="aside">{strings.problemsCount(record.problems)}</span>
              )}
            </td>
            <td className="number">{record.state === 'done' ? record.claims : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
})
