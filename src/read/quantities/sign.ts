/** Signs and codes of currencies that stand before their number. */
import currencies from '../lang/en/currencies.json' with { type: 'json' }
import { markAt, wordAt, type Lexeme } from '../lexemes.js'

const SIGNS: ReadonlyMap<string, string> = new Map(Object.entries(currencies.symbols))
const DOLLARS: ReadonlyMap<string, string> = new Map(Object.entries(currencies.dollarPrefixes))
const POUNDS: ReadonlyMap<string, string> = new Map(Object.entries(currencies.poundPrefixes))
const CODES = new Set(currencies.codes)

/** "€", "US$", "EUR" at lexeme `i`, as an ISO 4217 code. A bare "$" is read as US dollars. */
export function signAt(
  text: string,
  l: readonly Lexeme[],
  i: number,
): { readonly unit: string; readonly next: number } | null {
  const w = wordAt(l, i)
  const after = markAt(l, i + 1)
  if (w !== '') {
    const table = after === '$' ? DOLLARS : after === '£' ? POUNDS : null
    const unit = table?.get(w)
    if (unit !== undefined && l[i]!.capital) return { unit, next: i + 2 }
    const own = text.slice(l[i]!.start, l[i]!.end)
    return CODES.has(own) ? { unit: own, next: SIGNS.has(after) ? i + 2 : i + 1 } : null
  }
  const unit = SIGNS.get(markAt(l, i))
  return unit === undefined ? null : { unit, next: i + 1 }
}
