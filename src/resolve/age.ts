/** When someone was born, from an age beside the name: "Henrik Løvik, 61," or "61-year-old Henrik Løvik". */
import { edtfInterval } from '../schema/edtf.js'
import { civilDate, yearText } from '../schema/day.js'
import type { Mention } from '../schema/reading.js'

const AFTER = /^,? ?(?:\((?:aged )?(\d{1,3})\)|, (?:aged )?(\d{1,3})(?=[,.;)]|\s*$)|,? aged (\d{1,3})\b)/
const BEFORE = /\b(\d{1,3})[- ]year[- ]old (?:[\p{Ll}-]+ ){0,3}$/u
const INSIDE = /\b(\d{1,3})[- ]year[- ]old\b/

/** EDTF interval of two years, or null where no age is given or the text has no date. */
export function bornFromAge(
  mentions: readonly Mention[],
  text: string,
  published: string | null,
): string | null {
  const day = published === null ? null : edtfInterval(published)
  if (!day || !Number.isFinite(day.latest) || day.latest - day.earliest > 366) return null
  for (const m of mentions) {
    if (m.form === 'pronoun') continue
    const match =
      (m.form === 'name'
        ? (AFTER.exec(text.slice(m.end, m.end + 16)) ??
          BEFORE.exec(text.slice(Math.max(0, m.start - 60), m.start)))
        : null) ?? INSIDE.exec(m.text.slice(0, 80))
    const age = Number(match?.slice(1).find((group) => group !== undefined))
    if (!match || age < 1 || age > 115) continue
    const first = civilDate(day.earliest).year - age - 1
    const last = civilDate(day.latest).year - age
    return `${yearText(first)}/${yearText(last)}`
  }
  return null
}
