/** Who did what, newest first: what came in, what was made of it, and what people decided. */
import { Link } from '@tanstack/react-router'
import type { ActivityItem } from '../../api/client.js'
import { More } from '../parts/more.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { useAsk, useCase } from '../state/case.js'
import { useDocumentName } from '../state/document-names.js'
import { useMore } from '../state/more.js'
import { strings } from '../strings.js'

const AT_ONCE = 200

export function Activity() {
  const list = useMore(AT_ONCE)
  const asked = useAsk(['activity', list.limit], (client) => client.activity({ limit: list.limit }))
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
              <More of={list} shown={rows.length} total={total} />
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
