/** "Early", "mid" and "late" parts of a stretch of the calendar, as first and last EDTF dates. */
import { daysInMonth, dayText, yearText } from '../../schema/day.js'
import { boundsOf, monthText, type Moment } from './moment.js'

type Third = 'START' | 'MID' | 'END'

const THIRDS: Readonly<Record<Third, 0 | 1 | 2>> = { START: 0, MID: 1, END: 2 }

/**
 * A third of the moment, as the language has it: early 2014 is January to April, late July the 21st to the 31st.
 * Of decades and centuries the thirds overlap, since writers differ.
 */
export function thirdOf(m: Moment, third: Third): readonly [string, string] {
  const at = THIRDS[third]
  const pick = <T>(of: readonly [T, T, T]): T => of[at]
  switch (m.grain) {
    case 'year':
      return [monthText(m.year, at * 4 + 1), monthText(m.year, at * 4 + 4)]
    case 'month': {
      const text = (day: number): string => `${monthText(m.year, m.index)}-${String(day).padStart(2, '0')}`
      return [text(at * 10 + 1), text(pick([10, 20, daysInMonth(m.year, m.index)]))]
    }
    case 'decade':
      return [yearText(m.year + pick([0, 3, 5])), yearText(m.year + pick([4, 7, 9]))]
    case 'century':
      return [yearText(m.year + pick([0, 30, 60])), yearText(m.year + pick([39, 69, 99]))]
    case 'quarter':
    case 'season': {
      const first = m.index * 3 - (m.grain === 'quarter' ? 2 : 0) + at
      const text = first > 12 ? monthText(m.year + 1, first - 12) : monthText(m.year, first)
      return [text, text]
    }
    case 'half':
      return [monthText(m.year, m.index * 6 - 5 + at * 2), monthText(m.year, m.index * 6 - 4 + at * 2)]
    case 'week':
      return [dayText(m.day + pick([0, 2, 4])), dayText(m.day + pick([1, 3, 6]))]
    default:
      return boundsOf(m)
  }
}
