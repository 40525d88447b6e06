/** Figures that two sentences have in common, that one lacks, or that cannot both be. */
import { amountsIn, sameAmount, sameUnit, type Amount } from '../words/numbers.js'
import type { Features } from './features.js'

/** The figures of a text; 'one patient' counts where the other text counts patients. */
export function figuresOf(text: string, other: string): Amount[] {
  const found = amountsIn(text)
  for (const { unit } of amountsIn(other))
    if (
      unit !== '' &&
      !found.some((a) => a.unit === unit) &&
      new RegExp(`\\b(?:one|a single|a) (?:\\w+ )?${escape(unit)}\\b`, 'i').test(text) &&
      /\b(?:one|single)\b/i.test(text)
    )
      found.push({ value: 1, unit, bound: 'exact' })
  return found
}
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `x` are the draft's figures. */
export function figures(
  x: readonly Amount[],
  y: readonly Amount[],
): Pick<Features, 'figures' | 'figuresMissing' | 'figuresApart' | 'bareApart'> {
  if (x.length === 0) return { figures: 0, figuresMissing: 0, figuresApart: 0, bareApart: 0 }
  let [same, apart, missing] = [0, 0, 0]
  for (const a of x) {
    const plain = { ...a, bound: a.bound === 'about' ? a.bound : ('exact' as const) }
    if (
      y.some(
        (b) =>
          sameAmount(plain, { ...b, bound: b.bound === 'about' ? b.bound : 'exact' }) &&
          (sameUnit(a, b) || a.unit === '' || b.unit === '' || a.value > 12),
      )
    )
      same++
    else if (y.some((b) => sameUnit(a, b) && !sameAmount(a, b))) apart++
    else missing++
  }
  // '41 people', 'about 25': what is counted is not said, and they are of one size.
  const bare = y.some((b) => x.some((a) => (a.unit === '' || b.unit === '') && ratio(a, b) < 12))
  return {
    figures: same / x.length,
    figuresMissing: missing / x.length,
    figuresApart: apart / x.length,
    bareApart: same === 0 && apart === 0 && bare ? 1 : 0,
  }
}

const ratio = (a: Amount, b: Amount): number =>
  Math.max(a.value, b.value) / Math.max(1e-9, Math.min(a.value, b.value))

const ALL = /\b(?:all|every one of the|each of the|both|everyone|everybody|none)\b/i
/** One says 'all ten', the other less than all. */
export const allApart = (a: string, b: string): boolean => {
  if (!ALL.test(a) || (ALL.test(b) && !/\bnot all\b/i.test(b))) return false
  const [x, y] = [amountsIn(a), amountsIn(b)]
  return (
    /\bnot all\b/i.test(b) ||
    (x.length > 0 && y.some((n) => x.some((m) => n.value < m.value && (n.unit === m.unit || n.unit === ''))))
  )
}
