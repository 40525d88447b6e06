/** Given names and their familiar forms: Bill is William. */
import type { NameWord } from '../names/person.js'
import type { Likeness } from './likeness.js'
import data from './nicknames.json' with { type: 'json' }

/** Form → row → whether it is the row's head. Rows of spellings have heads only. */
const ROWS = new Map<string, Map<number, boolean>>()
const rows = [...data.spellings, ...data.groups]
rows.forEach((row, i) => {
  row.split(' ').forEach((form, n) => {
    const own = ROWS.get(form) ?? new Map<number, boolean>()
    ROWS.set(form, own.set(i, n === 0 || i < data.spellings.length))
  })
})
const ABROAD: ReadonlySet<string> = new Set(data.abroad)

/** The rows a given name stands in; none for most. */
export const nicknameGroups = (folded: string): readonly number[] => [...(ROWS.get(folded)?.keys() ?? [])]

/** Letters that other spellings of a given name begin with, and the whole name where it is a familiar form: E for Irini, W for Bill. */
export function startsOf(folded: string): ReadonlySet<string> {
  const letters = new Set<string>()
  for (const row of ROWS.get(folded)?.keys() ?? []) {
    const forms = rows[row]!.split(' ')
    for (const form of row < data.spellings.length ? forms : forms.slice(0, 1)) letters.add(form[0]!)
  }
  return letters
}

export function nicknames(a: NameWord, b: NameWord): Likeness | null {
  const [x, y] = [ROWS.get(a.folded), ROWS.get(b.folded)]
  const shared = x && y ? [...x.keys()].filter((row) => y.has(row)) : []
  if (!x || !y || shared.length === 0) return clipped(a, b)
  // Two short forms of one name, or its forms in two languages, are often two people's names.
  const spelt = shared.some((row) => row < data.spellings.length)
  const close = spelt || shared.some((row) => x.get(row) || y.get(row))
  const abroad = !spelt && (ABROAD.has(a.folded) || ABROAD.has(b.folded))
  const why = `${title(a)} and ${title(b)} are forms of one given name`
  return { score: close && !(abroad && a.script === b.script) ? 0.85 : 0.64, kind: 'nickname', why }
}

/** "Zura" is short for Zurab; Jan is not for Jana, nor Ann for Annemarie's sister Anna. */
function clipped(a: NameWord, b: NameWord): Likeness | null {
  const [short, long] = a.folded.length < b.folded.length ? [a, b] : [b, a]
  const rest = long.folded.slice(short.folded.length)
  if (short.folded.length < 3 || short.folded.length > 5 || !long.folded.startsWith(short.folded)) return null
  if (/^[aeiouy]*$/.test(rest)) return null
  return { score: 0.8, kind: 'nickname', why: `${title(short)} may be short for ${title(long)}` }
}

export const title = ({ raw }: NameWord): string => raw.charAt(0).toUpperCase() + raw.slice(1)
