/** When they were born and died; who acts after the other died is another. */
import type { DateInterval } from '../../schema/edtf.js'
import { compatibleTimes, daysCovered } from '../../schema/edtf.js'
import { civilDate } from '../../schema/day.js'
import type { Compare, Said } from './feature.js'

export const births: Compare = (a, b) => agree(a.born, b.born, 'born')
export const deaths: Compare = (a, b) => agree(a.died, b.died, 'dead')

function agree(x: DateInterval | null, y: DateInterval | null, what: 'born' | 'dead'): Said | null {
  if (!x || !y) return null
  const said = what === 'born' ? 'were born' : 'died'
  if (compatibleTimes(x, y)) {
    const days = Math.max(daysCovered(x), daysCovered(y))
    return {
      score: days <= 1 ? 1 : days <= 31 ? 0.8 : days <= 366 ? 0.5 : 0.35,
      why: `both ${said} ${shown(days <= 366 ? x : y)}`,
    }
  }
  const apart = Math.max(x.earliest - y.latest, y.earliest - x.latest)
  // Papers disagree by a day over a death and by a year over an age; both may still be one person.
  const near = what === 'born' ? apart <= 366 : apart <= 31
  return { score: near ? -0.4 : -1, why: `they ${said} at different times: ${shown(x)} and ${shown(y)}` }
}

function shown({ earliest, latest }: DateInterval): string {
  const [from, to] = [civilDate(earliest), civilDate(latest)]
  if (from.year !== to.year) return `between ${from.year} and ${to.year}`
  return earliest === latest
    ? `on ${from.year}-${String(from.month).padStart(2, '0')}-${String(from.day).padStart(2, '0')}`
    : `in ${from.year}`
}
