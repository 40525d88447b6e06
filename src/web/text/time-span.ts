/** An EDTF time as a stretch of days to draw; open ends and doubt stay visible. */

export interface Drawn {
  /** Milliseconds since 1970, end exclusive. */
  readonly from: number
  readonly to: number
  readonly openStart: boolean
  readonly openEnd: boolean
  /** '~' or '?' */
  readonly vague: boolean
}

const DAY = 86_400_000
const SEASON_START: Readonly<Record<number, number>> = { 21: 2, 22: 5, 23: 8, 24: 11 }

/** Null for what cannot be drawn. */
export function drawn(edtf: string): Drawn | null {
  const slash = edtf.indexOf('/')
  if (slash < 0) return simple(edtf)
  const [left, right] = [edtf.slice(0, slash), edtf.slice(slash + 1)]
  const open = (part: string): boolean => part === '' || part === '..'
  const from = open(left) ? null : simple(left)
  const to = open(right) ? null : simple(right)
  if (!from && !to) return null
  return {
    from: from?.from ?? to!.from,
    to: to?.to ?? from!.to,
    openStart: from === null,
    openEnd: to === null,
    vague: Boolean(from?.vague ?? to?.vague),
  }
}

function simple(edtf: string): Drawn | null {
  const [, year, month, day, mark] =
    /^(-?\d{4,6})(?:-(\d\d)(?:-(\d\d)(?:T[\d:.Z+-]*)?)?)?([?~%]?)$/.exec(edtf) ?? []
  if (year === undefined) return decade(edtf)
  const y = Number(year)
  const base = { openStart: false, openEnd: false, vague: mark !== '' }
  if (month === undefined) return { ...base, from: utc(y, 0, 1), to: utc(y + 1, 0, 1) }
  const m = Number(month)
  const season = SEASON_START[m]
  if (season !== undefined) return { ...base, from: utc(y, season, 1), to: utc(y, season + 3, 1) }
  if (m < 1 || m > 12) return null
  if (day === undefined) return { ...base, from: utc(y, m - 1, 1), to: utc(y, m, 1) }
  const from = utc(y, m - 1, Number(day))
  return { ...base, from, to: from + DAY }
}

/** '199X', '19XX' */
function decade(edtf: string): Drawn | null {
  const [, digits, unknown] = /^(\d{2,3})(X{1,2})$/.exec(edtf) ?? []
  if (digits === undefined || unknown === undefined || digits.length + unknown.length !== 4) return null
  const size = 10 ** unknown.length
  const year = Number(digits) * size
  return { from: utc(year, 0, 1), to: utc(year + size, 0, 1), openStart: false, openEnd: false, vague: false }
}

function utc(year: number, month: number, day: number): number {
  const date = new Date(0)
  date.setUTCFullYear(year, month, day)
  return date.getTime()
}

/** What part of the claims stands in the stretch that is shown first. */
const MOST = 0.9
/** How much shorter than all of it that stretch must be to be shown first. */
const SHORTER = 0.6

/** The shortest stretch with most of the claims, by the middle of their times; null where it is not much shorter than `all`. */
export function crowded(
  times: readonly { readonly time: Drawn; readonly claims: number }[],
  all: readonly [number, number],
): readonly [number, number] | null {
  const sorted = times
    .map(({ time, claims }) => ({ at: (time.from + time.to) / 2, claims }))
    .sort((a, b) => a.at - b.at)
  const wanted = MOST * sorted.reduce((sum, { claims }) => sum + claims, 0)
  let best: readonly [number, number] = all
  let first = 0
  let held = 0
  for (const { at, claims } of sorted) {
    held += claims
    while (held - sorted[first]!.claims >= wanted) held -= sorted[first++]!.claims
    if (held >= wanted && at - sorted[first]!.at < best[1] - best[0]) best = [sorted[first]!.at, at]
  }
  const [from, to] = best
  const margin = Math.max((to - from) * 0.06, 30 * DAY)
  const stretch = [Math.max(all[0], from - margin), Math.min(all[1], to + margin)] as const
  return stretch[1] - stretch[0] < SHORTER * (all[1] - all[0]) ? stretch : null
}
