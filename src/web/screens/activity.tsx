/** Who did what, newest first: what came in, what was made of it, and what people decided. */
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { ActivityItem } from '../../api/client.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { useAsk, useCase } from '../state/case.js'
import { useDocumentName } from '../state/document-names.js'
import { strings } from '../strings.js'

const AT_ONCE = 200

export function Activity() {
  const [limit, setLimit] = useState(AT_ONCE)
  const asked = useAsk(['activity', limit], (client) => client.activity({ limit: Math.min(limit, 1000) }))
  return (
    <Page title={strings.places.activity} about={strings.activityHelp}>
      <Answer of={asked}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <Empty title={strings.noActivity} />
          ) : (
            <>
              <ol className="activity">
                {rows.map((item, i) => (
                  <li key={i}>
                    <time dateTime={item.at} title={item.at}>
                      {clock(item.at)}
                    </time>
                    <span className="by">{byWhom(item.by)}</span>
                    <Said item={item} />
                  </li>
                ))}
              </ol>
              {rows.length < total && limit < 1000 && (
                <button type="button" onClick={() => setLimit(limit + AT_ONCE)}>
                  {strings.more}
                </button>
              )}
            </>
          )
        }
      </Answer>
    </Page>
  )
}

const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })
const clock = (at: string): string => {
  const date = new Date(at)
  return Number.isNaN(date.getTime()) ? at : format.format(date)
}

/** Readers sign as machine/process/number. */
const byWhom = (by: string): string => (/^.+\/\d+\/[0-9a-f-]{36}$/.test(by) ? strings.name : by)

function Said({ item }: { item: ActivityItem }) {
  const { name } = useCase()
  const entry = item.kind === 'custody' ? item.entry : null
  const given = entry?.detail['file']
  const called = useDocumentName(typeof given === 'string' ? '' : (entry?.document ?? ''))
  if (item.kind === 'judgement') {
    const { judgement } = item
    return (
      <span>
        {strings.decided(judgement.kind, judgement.verdict)}
        {judgement.withdrawn && <em> {strings.takenBack(judgement.withdrawn.by)}</em>}
      </span>
    )
  }
  const { act, document } = item.entry
  const file = typeof given === 'string' ? given : called
  return (
    <span>
      {strings.acts[act]}{' '}
      {document !== null && (
        <Link to="/cases/$name/documents/$id" params={{ name, id: document }}>
          {file}
        </Link>
      )}
    </span>
  )
}
