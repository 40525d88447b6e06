/** Claims in time on three tracks: when it happened, was said, and was printed, with the precision of each date to be seen. */
import { useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ClaimFilter, TimelineView } from '../../api/client.js'
import { ClaimLine } from '../parts/claim-line.js'
import { More } from '../parts/more.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { type Chosen, TimeTracks, type Track } from '../parts/time-tracks.js'
import { useAsk } from '../state/case.js'
import { useMore } from '../state/more.js'
import { strings } from '../strings.js'
import { dateWords } from '../text/date.js'

const AT_ONCE = 100

export function Timeline() {
  const { entity } = useSearch({ strict: false })
  const asked = useAsk(['timeline', entity], (client) => client.timeline(entity ? { entity } : {}))
  return (
    <Page title={strings.places.timeline} about={strings.timelineHelp}>
      <Answer of={asked}>
        {(view) =>
          view.happened.length + view.said.length + view.printed.length === 0 ? (
            <Empty title={strings.nothingDated}>
              <p>{strings.nothingDatedHelp}</p>
            </Empty>
          ) : (
            <Shown view={view} />
          )
        }
      </Answer>
    </Page>
  )
}

function Shown({ view }: { view: TimelineView }) {
  const { entity } = useSearch({ strict: false })
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [range, setRange] = useState<readonly [number, number] | 'most' | 'all'>('most')
  const filter = chosen ? { [FIELD[chosen.track]]: chosen.times } : { dated: true }
  return (
    <>
      <TimeTracks view={view} range={range} onRange={setRange} chosen={chosen} onChoose={setChosen} />
      <h2>
        {chosen
          ? strings.tracks[chosen.track].chosen(timesWords(chosen.times), chosen.claims)
          : strings.asList}
      </h2>
      <List key={JSON.stringify(filter)} filter={{ ...filter, ...(entity ? { entity } : {}) }} />
    </>
  )
}

/** What lists the claims of a bar. */
const FIELD: Readonly<Record<Track, keyof ClaimFilter>> = {
  happened: 'times',
  said: 'said',
  printed: 'printed',
}

const NAMED = 3
const timesWords = (times: readonly string[]): string =>
  times.slice(0, NAMED).map(dateWords).join(', ') + (times.length > NAMED ? ' …' : '')

/** By the day it began. */
function List({ filter }: { filter: ClaimFilter }) {
  const list = useMore(AT_ONCE)
  const asked = useAsk(['dated-claims', filter, list.limit], (client) =>
    client.claims({ ...filter, sort: 'time', limit: list.limit }),
  )
  return (
    <Answer of={asked}>
      {({ rows, total }) => (
        <>
          <ol className="life in-time">
            {rows.map((claim) => (
              <li key={claim.id}>
                <span className="when">{claim.claim.time && dateWords(claim.claim.time)}</span>
                <ClaimLine claim={claim} />
              </li>
            ))}
          </ol>
          {total > rows.length && <p className="aside">{strings.andMore(total - rows.length)}</p>}
          <More of={list} shown={rows.length} total={total} />
        </>
      )}
    </Answer>
  )
}
