/** The tracks: a bar as long as its date is imprecise, fading at open ends; drag or the buttons narrow the time shown. */
import { scaleUtc } from 'd3-scale'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { TimelineView } from '../../api/client.js'
import { strings } from '../strings.js'
import { dateWords } from '../text/date.js'
import { crowded, type Drawn, drawn } from '../text/time-span.js'

const HEIGHT = 9
const GAP = 3
const MOST_ROWS = 14
const LABELS = 72
/** Units of the drawing until it is known how many pixels there are. */
const WIDTH = 1040
/** Pixels between two ticks, or more. */
const TICKS = 110
const TRACKS = ['happened', 'said', 'printed'] as const
export type Track = (typeof TRACKS)[number]

interface Bar {
  /** As they are written: those that would be drawn over one another. */
  readonly times: readonly string[]
  readonly claims: number
  readonly time: Drawn
  readonly row: number
}

/** A bar that was chosen. */
export interface Chosen {
  readonly track: Track
  readonly times: readonly string[]
  readonly claims: number
}

interface Props {
  readonly view: TimelineView
  /** Milliseconds; 'most' for where most of it is. */
  readonly range: readonly [number, number] | 'most' | 'all'
  readonly chosen: Chosen | null
  onRange(range: readonly [number, number] | 'all'): void
  onChoose(bar: Chosen | null): void
}

export function TimeTracks({ view, range, chosen, onRange, onChoose }: Props) {
  const all = useMemo(() => extentOf(view), [view])
  const most = useMemo(() => crowded(drawnIn(view), all), [view, all])
  const given = range === 'most' ? (most ?? 'all') : range
  const [from, to] = given === 'all' ? all : given
  const svg = useRef<SVGSVGElement>(null)
  const width = useWidth(svg)
  const scale = useMemo(() => scaleUtc([from, to], [LABELS, width - 12]), [from, to, width])
  const tracks = useMemo(
    () => TRACKS.map((track) => ({ track, bars: barsOf(view[track], scale, width) })),
    [view, scale, width],
  )
  const ticks = Math.max(2, Math.floor((width - LABELS) / TICKS))
  const [drag, setDrag] = useState<readonly [number, number] | null>(null)
  const xOf = (clientX: number): number => {
    const box = svg.current!.getBoundingClientRect()
    return ((clientX - box.left) / box.width) * width
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
  return (
    <figure className="tracks">
      <div className="buttons">
        <button type="button" onClick={() => zoom(0.5)}>
          {strings.closer}
        </button>
        <button type="button" onClick={() => zoom(2)} disabled={given === 'all'}>
          {strings.farther}
        </button>
        <button type="button" onClick={() => onRange('all')} disabled={given === 'all'}>
          {strings.allTime}
        </button>
        {chosen && (
          <button type="button" className="quiet" onClick={() => onChoose(null)}>
            {strings.chooseNone}
          </button>
        )}
      </div>
      <svg
        ref={svg}
        viewBox={`0 0 ${width} ${top}`}
        role="img"
        aria-label={strings.timelineLabel(view.claims)}
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
        {scale.ticks(ticks).map((tick) => (
          <g key={tick.getTime()} className="tick" transform={`translate(${scale(tick)} 0)`}>
            <line y1="22" y2={top - 10} />
            <text y="14" textAnchor="middle">
              {scale.tickFormat(ticks)(tick)}
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
              {strings.tracks[track].name}
              <title>{strings.tracks[track].means}</title>
            </text>
            {view[track].length === 0 && (
              <text className="nothing" x={LABELS} y={HEIGHT}>
                {strings.tracks[track].none}
              </text>
            )}
            {bars.map((bar, i) => (
              <TimeBar
                key={i}
                bar={bar}
                track={track}
                left={scale(bar.time.from)}
                right={Math.min(scale(bar.time.to), width - 12)}
                chosen={chosen?.track === track && chosen.times[0] === bar.times[0]}
                onChoose={() => onChoose({ track, times: bar.times, claims: bar.claims })}
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
      <figcaption className="aside">
        {strings.tracksHelp} {strings.untold(view.claims, counted(view.happened), counted(view.said))}
      </figcaption>
    </figure>
  )
}

const counted = (times: TimelineView[Track]): number => times.reduce((sum, { claims }) => sum + claims, 0)

interface BarProps {
  readonly bar: Bar
  readonly track: Track
  readonly left: number
  readonly right: number
  readonly chosen: boolean
  onChoose(): void
}

function TimeBar({ bar: { times, claims, time, row }, track, left, right, chosen, onChoose }: BarProps) {
  const x = Math.max(LABELS, left)
  const width = Math.max(5, right - x)
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
      <title>{`${times.map(dateWords).slice(0, 5).join(', ')}: ${strings.claims(claims)}`}</title>
    </rect>
  )
}

/** Pixels from side to side, so that a narrow drawing has letters and bars of the same size. */
function useWidth(svg: React.RefObject<SVGSVGElement | null>): number {
  const [width, setWidth] = useState(WIDTH)
  useLayoutEffect(() => {
    const measure = (): void =>
      setWidth(Math.max(240, Math.round(svg.current!.getBoundingClientRect().width)))
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(svg.current!)
    return () => watch.disconnect()
  }, [svg])
  return width
}

const drawnIn = (view: TimelineView): { time: Drawn; claims: number }[] =>
  TRACKS.flatMap((track) => view[track]).flatMap(({ time: edtf, claims }) => {
    const time = drawn(edtf)
    return time ? [{ time, claims }] : []
  })

function extentOf(view: TimelineView): readonly [number, number] {
  const known = drawnIn(view).map(({ time }) => time)
  const from = known.reduce((least, time) => Math.min(least, time.from), Infinity)
  const to = known.reduce((most, time) => Math.max(most, time.to), -Infinity)
  const margin = Math.max((to - from) * 0.02, 86_400_000)
  return [from - margin, to + margin]
}

/** Times that would cover each other are one bar; bars that would overlap go to further rows, as many as there is room for. */
function barsOf(times: TimelineView[Track], scale: (at: number) => number, end: number): readonly Bar[] {
  const start = LABELS
  const byPlace = new Map<string, { times: string[]; claims: number; time: Drawn }>()
  for (const { time: edtf, claims } of times) {
    const time = drawn(edtf)
    if (!time || scale(time.to) < start || scale(time.from) > end) continue
    const [left, right] = [Math.round(scale(time.from)), Math.round(scale(time.to))]
    const place = `${left} ${Math.max(right, left + 2)} ${time.vague} ${time.openStart} ${time.openEnd}`
    const known = byPlace.get(place)
    if (known) {
      known.times.push(edtf)
      known.claims += claims
    } else byPlace.set(place, { times: [edtf], claims, time })
  }
  const ends: number[] = []
  return [...byPlace.values()]
    .sort((a, b) => a.time.from - b.time.from || b.time.to - a.time.to)
    .map((bar) => {
      const left = scale(bar.time.from)
      let row = ends.findIndex((taken) => taken < left)
      if (row < 0) row = ends.length < MOST_ROWS ? ends.length : MOST_ROWS - 1
      ends[row] = Math.max(scale(bar.time.to), left + 5) + 2
      return { ...bar, row }
    })
}
