/** Events in time on three tracks: when it happened, when it was printed, with the precision of each date to be seen. */
import { useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import type { TimelineItem } from '../../api/client.js'
import { ClaimLine } from '../parts/claim-line.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { TimeTracks } from '../parts/time-tracks.js'
import { useAsk } from '../state/case.js'
import { strings } from '../strings.js'
import { dateWords } from '../text/date.js'
import { drawn } from '../text/time-span.js'

export function Timeline() {
  const { entity } = useSearch({ strict: false })
  const asked = useAsk(['timeline', entity], (client) => client.timeline(entity ? { entity } : {}))
  return (
    <Page title={strings.places.timeline} about={strings.timelineHelp}>
      <Answer of={asked}>
        {(items) =>
          items.length === 0 ? (
            <Empty title={strings.nothingDated}>
              <p>{strings.nothingDatedHelp}</p>
            </Empty>
          ) : (
            <Shown items={items} />
          )
        }
      </Answer>
    </Page>
  )
}

/** By the day it began; what has an open beginning stands at the day it ended. */
function inOrder(items: readonly TimelineItem[]): readonly TimelineItem[] {
  const start = ({ happened }: TimelineItem): number => (happened ? (drawn(happened)?.from ?? 0) : 0)
  return [...items].sort((a, b) => start(a) - start(b))
}

function Shown({ items }: { items: readonly TimelineItem[] }) {
  const [chosen, setChosen] = useState<readonly TimelineItem[]>([])
  const [range, setRange] = useState<readonly [number, number] | null>(null)
  const listed = useMemo(() => inOrder(chosen.length > 0 ? chosen : items), [chosen, items])
  return (
    <>
      <TimeTracks items={items} range={range} onRange={setRange} chosen={chosen} onChoose={setChosen} />
      <h2>{chosen.length > 0 ? strings.chosenEvents(chosen.length) : strings.asList}</h2>
      <ol className="life in-time">
        {listed.slice(0, 300).map(({ claim, happened }) => (
          <li key={claim.id}>
            <span className="when">{happened && dateWords(happened)}</span>
            <ClaimLine claim={claim} />
          </li>
        ))}
      </ol>
      {listed.length > 300 && <p className="aside">{strings.andMore(listed.length - 300)}</p>}
    </>
  )
}
