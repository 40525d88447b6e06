/** The board of findings: by kind, sharpest first; both sides; decide, comment, assign, put off. Keys throughout. */
import { useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { FINDING_WORDS } from '../../schema/labels.js'
import type { FindingKind } from '../../schema/reading.js'
import type { JudgedFinding } from '../../api/client.js'
import { Decide } from '../parts/decide.js'
import { ChoiceFilter } from '../parts/filters.js'
import { FindingCard } from '../parts/finding-card.js'
import { More } from '../parts/more.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { useAsk } from '../state/case.js'
import { useFilters } from '../state/filters.js'
import { useMore } from '../state/more.js'
import { useStepping } from '../state/stepping.js'
import { strings } from '../strings.js'
import { putOffUntil } from '../text/snoozed.js'

const KINDS = Object.keys(FINDING_WORDS) as FindingKind[]
const STATES = ['open', 'snoozed', 'decided', 'all'] as const
const AT_ONCE = 50

export function Findings() {
  const [{ kind, state = 'open' }, choose] = useFilters()
  const list = useMore(AT_ONCE)
  const wanted = KINDS.find((known) => known === kind)
  const asked = useAsk(['findings', wanted, state, list.limit], (client) =>
    client.findings({
      ...(wanted ? { kind: wanted } : {}),
      ...(state === 'all' ? {} : { open: state !== 'decided' }),
      limit: list.limit,
    }),
  )
  return (
    <Page
      title={strings.places.findings}
      about={asked.data ? strings.findingsShown(asked.data.total, state) : undefined}
      actions={
        <>
          <ChoiceFilter
            label={strings.kind}
            value={wanted}
            choices={KINDS}
            word={(each) => FINDING_WORDS[each]}
            any={strings.anyKind}
            onChange={(kind) => choose({ kind })}
          />
          <ChoiceFilter
            label={strings.status}
            value={state}
            choices={STATES}
            word={(each) => strings.states[each]}
            onChange={(state) => choose({ state })}
          />
        </>
      }
    >
      <Answer of={asked}>
        {({ rows, total }) => {
          const today = new Date().toISOString().slice(0, 10)
          const off = rows.filter(({ judgements }) => putOffUntil(judgements, today) !== null)
          const shown =
            state === 'snoozed' ? off : state === 'open' ? rows.filter((row) => !off.includes(row)) : rows
          return shown.length === 0 && rows.length >= total ? (
            <Empty title={strings.noFindings}>
              <p>
                {state === 'open' && off.length > 0
                  ? strings.hiddenSnoozed(off.length)
                  : strings.noFindingsHelp}
              </p>
            </Empty>
          ) : (
            <>
              <Board findings={shown} />
              {state === 'open' && off.length > 0 && (
                <p className="aside">{strings.hiddenSnoozed(off.length)}</p>
              )}
              <More of={list} shown={rows.length} total={total} />
            </>
          )
        }}
      </Answer>
    </Page>
  )
}

function Board({ findings }: { findings: readonly JudgedFinding[] }) {
  const list = useStepping({ a: 'confirm', x: 'dismiss', z: 'snooze', m: 'comment' })
  const { finding: named } = useSearch({ strict: false })
  useEffect(() => {
    // An address that names a finding opens there.
    if (named) document.getElementById(`finding-${named}`)?.focus()
  }, [named])
  return (
    <ol className="board" ref={list}>
      {findings.map((finding) => (
        <li key={finding.id} id={`finding-${finding.id}`} tabIndex={-1}>
          <FindingCard finding={finding} level={2} />
          <Decide about={finding} />
        </li>
      ))}
    </ol>
  )
}
