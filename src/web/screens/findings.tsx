/** The board of findings: by kind, sharpest first; both sides; decide, comment, assign, put off. Keys throughout. */
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { FINDING_WORDS } from '../../schema/labels.js'
import type { FindingKind } from '../../schema/reading.js'
import type { JudgedFinding } from '../../api/client.js'
import { Decide } from '../parts/decide.js'
import { FindingCard } from '../parts/finding-card.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { useAsk } from '../state/case.js'
import { useScreenKeys } from '../state/keys.js'
import { strings } from '../strings.js'
import { putOffUntil } from '../text/snoozed.js'

const KINDS = Object.keys(FINDING_WORDS) as FindingKind[]
const AT_ONCE = 50

export function Findings() {
  const { kind, state = 'open' } = useSearch({ strict: false })
  const navigate = useNavigate()
  const [limit, setLimit] = useState(AT_ONCE)
  const wanted = KINDS.find((known) => known === kind)
  const asked = useAsk(['findings', wanted, state, limit], (client) =>
    client.findings({
      ...(wanted ? { kind: wanted } : {}),
      ...(state === 'all' ? {} : { open: state !== 'decided' }),
      limit,
    }),
  )
  const go = (fields: Record<string, string | undefined>): void =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...fields }), replace: true })
  return (
    <Page
      title={strings.places.findings}
      about={asked.data ? strings.findingsShown(asked.data.total, state) : undefined}
      actions={
        <>
          <label className="filter">
            <span>{strings.kind}</span>
            <select value={wanted ?? ''} onChange={(event) => go({ kind: event.target.value || undefined })}>
              <option value="">{strings.anyKind}</option>
              {KINDS.map((each) => (
                <option key={each} value={each}>
                  {FINDING_WORDS[each]}
                </option>
              ))}
            </select>
          </label>
          <label className="filter">
            <span>{strings.status}</span>
            <select value={state} onChange={(event) => go({ state: event.target.value })}>
              {(['open', 'snoozed', 'decided', 'all'] as const).map((each) => (
                <option key={each} value={each}>
                  {strings.states[each]}
                </option>
              ))}
            </select>
          </label>
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
              {rows.length < total && (
                <button type="button" onClick={() => setLimit(limit + AT_ONCE)}>
                  {strings.more}
                </button>
              )}
            </>
          )
        }}
      </Answer>
    </Page>
  )
}

function Board({ findings }: { findings: readonly JudgedFinding[] }) {
  const list = useRef<HTMLOListElement>(null)
  const { finding: named } = useSearch({ strict: false })
  const items = (): HTMLElement[] => [...(list.current?.querySelectorAll<HTMLElement>(':scope > li') ?? [])]
  const step = (by: number): void => {
    const all = items()
    const at = all.findIndex((item) => item.contains(document.activeElement))
    all[Math.max(0, Math.min(all.length - 1, at + by))]?.focus()
  }
  const press = (action: string): void => {
    const item = items().find((each) => each.contains(document.activeElement))
    item?.querySelector<HTMLButtonElement>(`[data-action="${action}"]`)?.click()
  }
  useScreenKeys({
    j: () => step(1),
    k: () => step(-1),
    a: () => press('confirm'),
    x: () => press('dismiss'),
    z: () => press('snooze'),
    m: (event) => (event.preventDefault(), press('comment')),
  })
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
