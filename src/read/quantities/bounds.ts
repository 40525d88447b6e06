/** What stands before a number and leaves it open: "more than", "up to", "about". */
import counting from '../lang/en/counting.json' with { type: 'json' }
import { wordAt, type Lexeme } from '../lexemes.js'

const LOW = new Set(counting.atLeast)
const HIGH = new Set(counting.atMost)
const ABOUT = new Set(counting.about)
const LONGEST = 4

export interface Bounds {
  readonly low: boolean
  readonly high: boolean
  readonly approximate: boolean
}

/** How the words before lexeme `i` bound the number that begins there. */
export function boundsBefore(l: readonly Lexeme[], i: number): Bounds {
  let key = ''
  for (let n = 1; n <= LONGEST; n++) {
    const w = wordAt(l, i - n)
    if (w === '') break
    key = key === '' ? w : `${w} ${key}`
    // "No more than" is longer than "more than", which must not win.
    const longer = wordAt(l, i - n - 1)
    if ((longer === 'no' || longer === 'not') && !LOW.has(key) !== !HIGH.has(key)) continue
    if (LOW.has(key)) return { low: true, high: false, approximate: false }
    if (HIGH.has(key)) return { low: false, high: true, approximate: false }
    if (ABOUT.has(key)) return { low: false, high: false, approximate: true }
  }
  return { low: false, high: false, approximate: false }
}
