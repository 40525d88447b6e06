/** Two days or two times of day. */
import type { Passages } from '../passages/index.js'
import { best, type Difference } from './aligned.js'
import { daysApart } from './dates.js'
import { hoursApart } from './hours.js'
import type { Day, Element, Sight } from './sight.js'

/** The likeliest pair of days in which two sentences differ; null where none does. */
export function days(a: Sight, b: Sight, passages: Passages): Difference | null {
  const found = best<Day, Day>(a.days, b.days, (x, y) => daysApart(x, y) > 0, passages)
  if (!found) return null
  const { x, y } = found
  return {
    on: 'date',
    a,
    b,
    x,
    y,
    said: [],
    values: [dayOf(x), dayOf(y)],
    features: {
      beside: found.sum,
      besideRarest: found.rarest,
      besideShare: found.share,
      agree: Math.min(3, found.agree),
      gap: Math.log(1 + daysApart(x, y)),
      sameYear: x.year !== null && x.year === y.year ? 1 : 0,
      yearless: (x.year === null ? 1 : 0) + (y.year === null ? 1 : 0),
      sameMonth: x.month === y.month ? 1 : 0,
      months: (x.day === null ? 1 : 0) + (y.day === null ? 1 : 0),
      headed: (headed(a) ? 1 : 0) + (headed(b) ? 1 : 0),
      alone: (alone(a, x) ? 1 : 0) + (alone(b, y) ? 1 : 0),
      figures: Math.log(a.days.length * b.days.length),
      borders: border(a, x) * border(b, y) < 0 ? 1 : 0,
    },
  }
}
const dayOf = ({ month, day }: Day): string => `${month}-${day ?? ''}`
/** The lines above a document give its own day. */
const headed = ({ passage }: Sight): boolean =>
  passage.sentence <= 1 &&
  (/\n/.test(passage.evidence.text) || !/\p{Ll}[.!?]["”’']?$/u.test(passage.evidence.text))
/** A date that is all of its line tells of no event. */
const alone = ({ passage }: Sight, x: Element): boolean =>
  passage.evidence.text.length - (x.end - x.start) < 25
/** -1 where a time is said to be after something or its end, 1 before it or its beginning. */
function border(s: Sight, x: Element): number {
  const before = s.passage.evidence.text.slice(Math.max(0, x.start - 14), x.start)
  return /\b(?:until|till|to|by|before|end(?:s|ed)?(?: on)?)\s*$/i.test(before)
    ? 1
    : /\b(?:from|since|after|as of|begin(?:s|ning)?(?: on)?)\s*$/i.test(before)
      ? -1
      : 0
}

/** The likeliest pair of times of day in which two sentences differ; null where none does. */
export function hours(a: Sight, b: Sight, passages: Passages): Difference | null {
  const found = best(a.hours, b.hours, (x, y) => hoursApart(x, y), passages)
  if (!found) return null
  const { x, y } = found
  return {
    on: 'time',
    a,
    b,
    x,
    y,
    said: [],
    values: [String(x.minutes), String(y.minutes)],
    features: {
      beside: found.sum,
      besideRarest: found.rarest,
      besideShare: found.share,
      agree: Math.min(3, found.agree),
      gap: Math.log(1 + Math.abs(x.minutes - y.minutes)),
      figures: Math.log(a.hours.length * b.hours.length),
      borders: border(a, x) * border(b, y) < 0 ? 1 : 0,
    },
  }
}
