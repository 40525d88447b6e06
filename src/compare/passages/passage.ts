/**
 * One sentence of a document as comparing sees it: its words, names, figures, times and whose words they are. It holds also where
 * the reader found no claim, so that two accounts meet by what they speak of and not only by how they were read.
 */
import type { Evidence, Reading } from '../../schema/reading.js'
import type { Statement } from '../statement.js'
import { contentWords, fold } from '../words/content.js'
import { amountsIn, type Amount } from '../words/numbers.js'
import { matterOf } from '../words/derived.js'

/** Longer sentences (tables, lists without an end) are cut. */
const LONGEST = 600

export interface Passage {
  readonly document: string
  readonly sentence: number
  readonly evidence: Evidence
  /** Stems of its words that are no names: noun and verb of one root are one ('signature', 'sign'). */
  readonly words: readonly string[]
  /** Folded words of the names in it, pronouns counted by the name they stand for. */
  readonly names: readonly string[]
  /** Of `names`, those that stand in it letter by letter. */
  readonly written: readonly string[]
  readonly entities: readonly string[]
  readonly amounts: readonly Amount[]
  /** EDTF, in order. */
  readonly times: readonly string[]
  /** The same with their places in the passage, where the text has them. */
  readonly days?: readonly { readonly time: string; readonly start: number; readonly end: number }[]
  /** Entity of the case or folded name, with the words before it ('in', 'at', 'to'). */
  readonly places: readonly { readonly key: string; readonly name: string; readonly after: string }[]
  /** Persons named, or meant by 'he' and 'she', with the words right before. */
  readonly people: readonly Person[]
  /** Who says it, nearest the origin; '' for the document itself. */
  readonly voice: string
  /** Put as possible or believed: 'may have been', 'she thought'. */
  readonly hedged: boolean
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
)
const DAY = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTHS.join('|')})\\b(?! \\d{4})`, 'gi')

/** Who knew of a thing is no source of it. */
const KNEW = /^\W*(?:\p{Lu}[\p{L}'’-]+ ){1,3}knew\b/u
const HEAD = 400

/** The day in the head of a letter or statement whose date was not found. */
function firstDay({ times }: Reading): string | null {
  return (
    times.find(({ edtf, start }) => start < HEAD && edtf !== null && /^\d{4}-\d\d-\d\d$/.test(edtf))?.edtf ??
    null
  )
}

/** A guessed day after the document was published is rather the last one before. */
function pastOf(time: string, published: string | null): string {
  const [, year, rest] = /^(\d{4})(-\d\d-\d\d)\?$/.exec(time) ?? []
  return year !== undefined && published !== null && `${year}${rest}` > published
    ? `${Number(year) - 1}${rest}?`
    : time
}

/** '25 December' of which the reader knows no year: the last one before the document was published. */
function yearless(text: string, known: readonly string[], published: string | null): string[] {
  const year = Number(/^\d{4}/.exec(published ?? '')?.[0])
  if (!year) return []
  return [...text.matchAll(DAY)].flatMap(([, day, month]) => {
    const rest = `-${String(MONTHS.indexOf(month!.toLowerCase()) + 1).padStart(2, '0')}-${day!.padStart(2, '0')}`
    if (Number(day) > 31 || known.some((t) => t.includes(rest))) return []
    return [`${`${year}${rest}` > published! ? year - 1 : year}${rest}`]
  })
}

export interface Person {
  readonly entity: string | null
  /** Folded words of the name. */
  readonly words: readonly string[]
  readonly before: string
  /** Where it stands in the passage. */
  readonly at: number
}

const HEDGE =
  /\b(?:may|might|could) (?:well )?(?:have|be)\b|\b(?:possibly|perhaps|probably|allegedly|reportedly|apparently|seems?|appears? to|(?:is|are|was|were) (?:said|believed|thought|rumou?red|alleged|understood) to|suspect(?:s|ed)?|believe[sd]?|thought that|thinks? that)\b/i

/**
 * The sentences of a reading, in order. `named` gives the case's entity of one of the document's, `nameOf` a name for an
 * entity of the document. Linear in the reading's size.
 */
export function passagesOf(
  reading: Reading,
  named: (id: string) => string | null,
  nameOf: (id: string) => string,
  statements: readonly Statement[],
): Passage[] {
  const { document, sentences } = reading
  const bySentence = new Map<number, Statement[]>()
  for (const s of statements) bySentence.set(s.sentence, [...(bySentence.get(s.sentence) ?? []), s])
  const types = new Map(reading.entities.map((e) => [e.id, e.type]))
  let last: Person | null = null
  let recent: Person[] = []
  const dated = document.published ?? firstDay(reading)
  const mentions = [...reading.mentions].sort((a, b) => a.start - b.start)
  const times = [...reading.times].sort((a, b) => a.start - b.start)
  let [m, t] = [0, 0]
  return sentences.map((span, sentence): Passage => {
    const raw = document.text.slice(span.start, Math.min(span.end, span.start + LONGEST))
    const lead = raw.length - raw.trimStart().length
    const text = raw.trim()
    const start = span.start + lead
    const end = start + text.length
    while (m < mentions.length && mentions[m]!.start < start) m++
    const inside: typeof mentions = []
    for (let i = m; i < mentions.length && mentions[i]!.start < end; i++)
      if (mentions[i]!.end <= end) inside.push(mentions[i]!)
    while (t < times.length && times[t]!.start < start) t++
    const days: { time: string; start: number; end: number }[] = []
    for (let i = t; i < times.length && times[i]!.start < end; i++) {
      const { edtf, ...at } = times[i]!
      if (edtf !== null)
        days.push({ time: pastOf(edtf, dated), start: at.start - start, end: at.end - start })
    }
    const when = days.map(({ time }) => time)
    when.push(...yearless(text, when, dated))
    const written = new Set<string>()
    const names = new Set<string>()
    const entities = new Set<string>()
    for (const mention of inside) {
      const entity = mention.entity === null ? null : named(mention.entity)
      if (entity !== null) entities.add(entity)
      if (mention.form === 'name' && /\p{Lu}/u.test(mention.text))
        for (const word of contentWords(mention.text)) written.add(word)
      else if (mention.form === 'pronoun' && entity !== null && /^\p{Lu}/u.test(nameOf(mention.entity!)))
        for (const word of contentWords(nameOf(mention.entity!))) names.add(word)
    }
    for (const word of written) names.add(word)
    const people: Person[] = []
    for (const mention of inside) {
      const before = document.text
        .slice(Math.max(start, mention.start - 40), mention.start)
        .toLowerCase()
        .replace(/\s+/g, ' ')
      const place = { before, at: mention.start - start }
      const entity = mention.entity === null ? null : named(mention.entity)
      if (mention.form === 'name' && mention.type === 'Person')
        people.push({ ...place, entity, words: contentWords(mention.text) })
      else if (/^(?:he|she)$/i.test(mention.text)) {
        const name =
          mention.entity !== null && types.get(mention.entity) === 'Person' ? nameOf(mention.entity) : ''
        const words = contentWords(name)
        // A reader's guess from far away yields to who was named just before.
        const near = recent.some((one) => one.words.some((w) => words.includes(w)))
        if (/^\p{Lu}/u.test(name) && (near || !last)) people.push({ ...place, entity, words })
        else if (last) people.push({ ...last, ...place })
      }
    }
    const main = people.find(({ at, words }) => /^\p{Lu}/u.test(text.slice(at)) && words.length > 1)
    last = main ?? last
    recent = [...(main ? people : []), ...recent].slice(0, 8)
    for (const { words } of people) for (const word of words) names.add(word)
    const own = bySentence.get(sentence) ?? []
    const teller = own.flatMap((s) => s.tellers.slice(-1)).find((one) => one.name.trim() !== '')
    return {
      document: document.id,
      sentence,
      evidence: { file: document.file, start, end, text, claim: null },
      words: [
        ...new Set(
          contentWords(text.replace(/\d[\d.,/:-]*/g, ' '))
            .filter((w) => !written.has(w))
            .map(matterOf),
        ),
      ],
      names: [...names],
      written: [...written],
      entities: [...entities],
      amounts: amountsIn(text),
      times: when,
      days,
      places: inside
        .filter(({ type, form }) => type === 'Place' && form === 'name')
        .map((place) => ({
          key: (place.entity === null ? null : named(place.entity)) ?? fold(place.text),
          name: place.text,
          after:
            /(\p{L}+)\s+(?:the\s+)?$/u
              .exec(document.text.slice(Math.max(0, place.start - 20), place.start))?.[1]
              ?.toLowerCase() ?? '',
        })),
      people,
      voice: teller && !KNEW.test(text) ? (teller.entity ?? fold(teller.name)) : '',
      hedged: HEDGE.test(text) || own.some((s) => s.strength === 1),
    }
  })
}
