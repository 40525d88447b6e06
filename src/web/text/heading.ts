import type { Finding } from '../../schema/reading.js'

/**
 * A finding's reason without the words that stand below it anyway: who is against whom, and in what. Where the reason is put
 * otherwise, or quotes what is not among the first `shown` pieces of evidence of a side, it is given whole.
 */
export function headingOf({ why, sides }: Finding, shown: number): string {
  const [one, other] = sides
  if (!one || !other || sides.length > 2) return why
  for (const left of one.evidence.slice(0, shown))
    for (const right of other.evidence.slice(0, shown)) {
      const between = `: “${left.text}”; `
      const last = `: “${right.text}”. `
      const [first, end] = [why.indexOf(between), why.lastIndexOf(last)]
      const second = first + between.length
      if (first <= 0 || end < second) continue
      const [who, whom] = [why.slice(0, first), why.slice(second, end)].map(once)
      const what = why.slice(end + last.length)
      return `${who === whom ? who : `${who} – ${whom}`}: ${what.slice(0, 1).toLowerCase()}${what.slice(1)}`
    }
  return why
}

/** Whoever speaks for himself is named once. */
const once = (who: string): string => {
  const [name, rest] = who.split(' (in ')
  return rest === `${name})` ? name! : who
}
