/** A name goes on to the legal form of a company right behind it, which the encoder leaves out where it is also a word: "Orrwell AS". */
import type { MentionType } from '../../schema/reading.js'
import type { Name, Word } from '../layers.js'

/** As they are written; others ("Ltd", "Inc") are part of what the encoder learned as names. */
const FORMS = new Set(
  'AS ASA AB ApS Oy Oyj AG GmbH KG SE SA SpA Srl Sàrl NV BV Ltd Limited LLC LLP PLC Plc plc Inc Inc. Corp Corp. Co. JSC OJSC PJSC OOO ZAO PAO'.split(
    ' ',
  ),
)
const COMPANY: ReadonlySet<MentionType> = new Set<MentionType>([
  'Person',
  'Place',
  'Organization',
  'Other',
  'Object',
  'Work',
])

/** `names` with the forms that follow them; a name with one is a body's. */
export function withCompanyForms(words: readonly Word[], names: readonly Name[]): readonly Name[] {
  const taken = new Set(names.map((name) => name.first))
  return names.map((name) => {
    const last = words[name.last - 1]!
    const own = name.last - name.first > 1 && FORMS.has(last.text)
    const next = words[name.last]
    const goesOn =
      next?.sentence === last.sentence &&
      FORMS.has(next.text) &&
      !taken.has(name.last) &&
      next.start <= last.end + 1
    if ((!own && !goesOn) || !COMPANY.has(name.type)) return name
    return { ...name, last: goesOn ? name.last + 1 : name.last, type: 'Organization' }
  })
}
