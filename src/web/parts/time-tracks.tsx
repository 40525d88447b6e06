/** The tracks: a bar as long as its date is imprecise, fading at open ends; drag or the buttons narrow the time shown. */
import { scaleUtc } from 'd3-scale'
import { useMemo, useRef, useState } from 'react'
import type { TimelineItem } from '../../api/client.js'
import { strings } from '../strings.js'
import { type Drawn, drawn } from '../text/time-span.js'

const HEIGHT = 9
const GAP = 3
const MOST_ROWS = 14
const LABELS = 96
const WIDTH = 1040
const TRACKS = ['happened', 'printed'] as const
type Track = (typeof TRACKS)[number]

interface Bar {
  readonly items: readonly TimelineItem[]
  readonly time: Drawn
  readonly row: number
}

interface Props {
  readonly items: readonly TimelineItem[]
  /** Milliseconds; null for all. */
  readonly range: readonly [number, number] | null
  readonly chosen: readonly TimelineItem[]
  onRange(range: readonly [number, number] | null): void
  onChoose(items: readonly TimelineItem[]): void
}

export function TimeTracks({ items, range, chosen, onRange, onChoose }: Props) {
  const all = useMemo(() => extentOf(items), [items])
  const [from, to] = range ?? all
  const scale = useMemo(() => scaleUtc([from, to], [LABELS, WIDTH - 12]), [from, to])
  const tracks = useMemo(
    () => TRACKS.map((track) => ({ track, bars: barsOf(items, track, scale) })),
    [items, scale],
  )
  const svg = useRef<SVGSVGElement>(null)
  const [drag, setDrag] = useState<readonly [number, number] | null>(null)
  const xOf = (clientX: number): number => {
    const { left, width } = svg.current!.getBoundingClientRect()
    return ((clientX - left) / width) * WIDTH
  }
  const zoom = (factor: number): void => {
    const middle = (from + to) / 2
    const half = ((to - from) * factor) / 2
    onRange([Math.max(all[0], middle - half), Math.min(all[1], middle + half)])
  }
  let top = 34
  const placed = tracks.map(({ track, bars }) => {
    const rows = Math.max(1, ...bars.map(({ row }) => row + 1))
    const at = top
    top += rows * (HEIGHT + GAP) + 26
    return { track, bars, at }
  })
  const now = new Set(chosen)
  return (
    <figure className="tracks">
      <div className="buttons">
        <button type="button" onClick={() => zoom(0.5)}>
          {strings.closer}
        </button>
        <button type="button" onClick={() => zoom(2)} disabled={range === null}>
          {strings.farther}
        </button>
        <button type="button" onClick={() => onRange(null)} disabled={range === null}>
          {strings.allTime}
        </button>
        {chosen.length > 0 && (
          <button type="button" className="quiet" onClick={() => onChoose([])}>
            {strings.chooseNone}
          </button>
        )}
      </div>
      <svg
        ref={svg}
        viewBox={`0 0 ${WIDTH} ${top}`}
        role="img"
        aria-label={strings.timelineLabel(items.length)}
        onPointerDown={(event) => {
          if ((event.target as Element).closest('.bar')) return
          const x = xOf(event.clientX)
          setDrag([x, x])
          event.currentTarget.setPointerCapture(event.pointerId)
        }}
        onPointerMove={(event) => drag && setDrag([drag[0], xOf(event.clientX)])}
        onPointerUp={() => {
          if (drag && Math.abs(drag[1] - drag[0]) > 8) {
            const [a, b] = [...drag].sort((x, y) => x - y) as [number, number]
            onRange([scale.invert(Math.max(a, LABELS)).getTime(), scale.invert(b).getTime()])
          }
          setDrag(null)
        }}
      >
        {scale.ticks(8).map((tick) => (
          <g key={tick.getTime()} className="tick" transform={`translate(${scale(tick)} 0)`}>
            <line y1="22" y2={top - 10} />
            <text y="14" textAnchor="middle">
              {scale.tickFormat(8)(tick)}
            </text>
          </g>
        ))}
        {placed.map(({ track, bars, at }) => (
          <g key={track} transform={`translate(0 ${at})`} className={`track ${track}`}>
            <defs>
              <linearGradient id={`fade-end-${track}`}>
                <stop offset="0.4" stopColor="currentColor" />
                <stop offset="1" stopColor="currentColor" stopOpacity="0" />
              </linearGradient>
              <linearGradient id={`fade-start-${track}`}>
                <stop offset="0" stopColor="currentColor" stopOpacity="0" />
                <stop offset="0.6" stopColor="currentColor" />
              </linearGradient>
            </defs>
            <text className="track-name" y={HEIGHT}>
              {strings.tracks[track]}
            </text>
            {bars.map((bar, i) => (
              <TimeBar
                key={i}
                bar={bar}
                track={track}
                left={scale(bar.time.from)}
                right={scale(bar.time.to)}
                chosen={bar.items.some((item) => now.has(item))}
                onChoose={() => onChoose(bar.items)}
              />
            ))}
          </g>
        ))}
        {drag && (
          <rect
            className="drag"
            x={Math.min(...drag)}
            width={Math.abs(drag[1] - drag[0])}
            y="22"
            height={top - 30}
          />
        )}
      </svg>
      <figcaption className="aside">{strings.tracksHelp}</figcaption>
    </figure>
  )
}

interface BarProps {
  readonly bar: Bar
  readonly track: Track
  readonly left: number
  readonly right: number
  readonly chosen: boolean
  onChoose(): void
}

function TimeBar({ bar: { items, time, row }, track, left, right, chosen, onChoose }: BarProps) {
  const x = Math.max(LABELS, left)
  const width = Math.max(5, Math.min(right, WIDTH - 12) - x)
  const fill = time.openEnd
    ? `url(#fade-end-${track})`
    : time.openStart
      ? `url(#fade-start-${track})`
      : 'currentColor'
  return (
    <rect
      className={`bar${time.vague ? ' vague' : ''}${chosen ? ' chosen' : ''}`}
      x={x}
      y={row * (HEIGHT + GAP)}
      width={width}
      height={HEIGHT}
      rx={Math.min(4, width / 2)}
      fill={fill}
      onClick={onChoose}
    >
      <title>
        {items
          .map(({ claim }) => claim.claim.text)
          .slice(0, 5)
          .join('\n')}
      </title>
    </rect>
  )
}

function extentOf(items: readonly TimelineItem[]): readonly [number, number] {
  const times = items.flatMap((item) => TRACKS.map((track) => item[track] && drawn(item[track])))
  const known = times.filter((time): time is Drawn => Boolean(time))
  const from = Math.min(...known.map((time) => time.from))
  const to = Math.max(...known.map((time) => time.to))
  const margin = Math.max((to - from) * 0.02, 86_400_000)
  return [from - margin, to + margin]
}

/** Items of one date are one bar; bars that would overlap go to further rows, as many as there is room for. */
function barsOf(items: readonly TimelineItem[], track: Track, scale: (at: number) => number): readonly Bar[] {
  const byDate = new Map<string, TimelineItem[]>()
  for (const item of items) {
    const edtf = item[track]
    if (edtf) byDate.set(edtf, [...(byDate.get(edtf) ?? []), item])
  }
  const [start, end] = [LABELS, WIDTH]
  const ends: number[] = []
  return [...byDate]
    .flatMap(([edtf, same]) => {
      const time = drawn(edtf)
      return time && scale(time.to) >= start && scale(time.from) <= end ? [{ items: same, time }] : []
    })
    .sort((a, b) => a.time.from - b.time.from || b.time.to - a.time.to)
    .map((bar) => {
      const left = scale(bar.time.from)
      let row = ends.findIndex((taken) => taken < left)
      if (row < 0) row = ends.length < MOST_ROWS ? ends.length : MOST_ROWS - 1
      ends[row] = Math.max(scale(bar.time.to), left + 5) + 2
      return { ...bar, row }
    })
}
