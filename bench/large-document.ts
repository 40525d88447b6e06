/** Invented documents as a reader would give them: about 460 words, 30 claims, 15 names and 11 entities each. */
import { createHash } from 'node:crypto'
import type { Derived } from '../src/schema/case.js'
import type { Certainty, Claim, Entity, Link, Mention, MentionType, Term } from '../src/schema/reading.js'
import type { Span } from '../src/schema/span.js'

/** Somebody or something of the whole case. */
export interface Figure {
  readonly name: string
  readonly type: MentionType
}

/** Some places stand on the map. */
const TOWNS =
  'Lisbon Rotterdam Gdynia Tromsø Bergen Malmö Riga Tallinn Valletta Palermo Marseille Bilbao Porto Antwerp Bremen Turku Cork Cardiff Split Varna'.split(
    ' ',
  )
const SYLLABLES = 'ba kel lo mir nu rask se tiv vo zan dri fle gro pla stav the chu wen kor zhi'.split(' ')
/** The `n`-th invented word, with a capital. */
const coined = (n: number): string => {
  let word = ''
  for (let rest = n + 21; rest > 0; rest = Math.floor(rest / SYLLABLES.length))
    word += SYLLABLES[rest % SYLLABLES.length]!
  return word[0]!.toUpperCase() + word.slice(1)
}

/** `count` of them: six in ten people, a quarter organisations, the rest places. */
export const figures = (count: number): Figure[] =>
  Array.from({ length: count }, (_, i): Figure => {
    const of = i % 20
    if (of < 12) return { name: `${coined(i * 7)} ${coined(i % 900)}`, type: 'Person' }
    if (of < 17)
      return {
        name: `${coined(i * 5)} ${['Holdings', 'Bank', 'Council', 'Shipping'][i % 4]}`,
        type: 'Organization',
      }
    return { name: TOWNS[Math.floor(i / 20)] ?? coined(i * 11), type: 'Place' }
  })

const PUBLISHERS = Array.from({ length: 40 }, (_, i) => `The ${coined(3000 + i * 13)} Courier`)
const PREDICATES = 'pay sell own transfer direct sign approve deny meet sue employ found buy lease'.split(' ')
const PROPERTIES = Array.from({ length: 40 }, (_, i) => `${PREDICATES[i % PREDICATES.length]}-${i}`)
const NOUNS = 'permit contract invoice dredger shipment tender account ledger warehouse licence'.split(' ')
const ROLES = [
  'an official',
  'two workers',
  'a former director',
  'people familiar with the matter',
  'a nurse',
]
const CERTAINTIES: readonly Certainty[] = ['certain', 'certain', 'certain', 'probable', 'possible', 'unknown']
const SENTENCES = 24
const CLAIMS = 30

type Next = () => number
const pick = <T>(next: Next, all: readonly T[]): T => all[Math.floor(next() * all.length)]!

/** EDTF: days mostly; months, years, about and open ends as well. */
function timeBy(next: Next): string {
  const year = 2008 + Math.floor(next() * 17)
  const two = (n: number): string => String(n).padStart(2, '0')
  const month = `${year}-${two(1 + Math.floor(next() * 12))}`
  const kind = next()
  if (kind < 0.6) return `${month}-${two(1 + Math.floor(next() * 28))}`
  if (kind < 0.75) return month
  if (kind < 0.9) return String(year)
  return kind < 0.95 ? `${year}~` : `${year}/..`
}

/**
 * Document `number` about some of the case's figures. `cast`: who and what comes in it, in order of importance; its entity
 * `e0` is the first of them, and so on.
 */
export function largeDocument(number: number, cast: readonly Figure[], next: Next): Derived {
  const id = createHash('sha256').update(`large ${number}`).digest('hex')
  const mentions: Mention[] = []
  const sentences: (Span & { parts: Term[] })[] = []
  let text = ''
  const name = (which: number): Term => {
    const { name: words, type } = cast[which]!
    const start = text.length
    text += words
    const own = { start, end: text.length, text: words }
    mentions.push({ ...own, id: `m${mentions.length}`, form: 'name', type, entity: `e${which}` })
    return { ...own, entity: `e${which}` }
  }
  const words = (plain: string): Term => {
    const start = text.length
    text += plain
    return { start, end: text.length, text: plain }
  }
  for (let s = 0; s < SENTENCES; s++) {
    const start = text.length
    const first = mentions.length < 15 ? name(Math.floor(cast.length * next() ** 2)) : words('The company')
    text += ` is said to have ${pick(next, PREDICATES)} `
    const second =
      mentions.length < 15 && next() < 0.5
        ? name(Math.floor(cast.length * next()))
        : words(`the ${pick(next, NOUNS)} numbered ${Math.floor(next() * 9000)}`)
    text += ' after the'
    for (let w = 0; w < 8; w++) text += ` ${pick(next, NOUNS)}`
    text += '. '
    sentences.push({ start, end: text.length - 1, parts: [first, second] })
  }
  const publisher = pick(next, PUBLISHERS)
  const published = `${2015 + Math.floor(next() * 10)}-${String(1 + Math.floor(next() * 12)).padStart(2, '0')}-${String(1 + Math.floor(next() * 28)).padStart(2, '0')}`
  const claims = Array.from({ length: CLAIMS }, (_, i): Claim => {
    const { start, end, parts } = sentences[i % SENTENCES]!
    const own = text.slice(start, end)
    const certainty = pick(next, CERTAINTIES)
    const link = (who: Link['who'], kind: Link['kind']): Link => ({
      who,
      kind,
      stance: kind === 'document' ? 'reports' : 'asserts',
      certainty,
      quantifier: null,
      cue: null,
      attribution: null,
    })
    const chain = [link({ text: publisher }, 'document')]
    if (next() < 0.45) {
      const speaker = Math.floor(cast.length * next())
      if (next() < 0.6 && cast[speaker]!.type !== 'Place')
        chain.push(link({ text: cast[speaker]!.name, entity: `e${speaker}` }, 'named'))
      else chain.push(link({ text: pick(next, ROLES) }, 'role'))
      if (next() < 0.1) chain.push(link({ text: pick(next, ROLES) }, 'role'))
    }
    const third = Math.floor(cast.length * next())
    const place = cast.findIndex(({ type }) => type === 'Place')
    return {
      id: `c${i}`,
      evidence: [{ start, end }],
      text: own,
      subject: parts[0]!,
      predicate: pick(next, PREDICATES),
      property: next() < 0.35 ? PROPERTIES[Math.floor(PROPERTIES.length * next() ** 2)]! : null,
      object: parts[1]!,
      roles:
        next() < 0.2
          ? [
              {
                role: 'with',
                term: { start, end: start + 3, text: text.slice(start, start + 3), entity: `e${third}` },
              },
            ]
          : [],
      time: next() < 0.3 ? timeBy(next) : null,
      place: place >= 0 && next() < 0.2 ? `e${place}` : null,
      polarity: next() < 0.07 ? 'negative' : 'positive',
      certainty,
      hedges: [],
      chain,
    }
  })
  const entities = cast.map(({ name: own, type }, i): Entity => ({
    id: `e${i}`,
    type,
    name: own,
    aliases: i === 0 ? [own.split(' ').at(-1)!] : [],
  }))
  const file = `batch-${Math.floor(number / 500)}/article-${number}.html`
  const title = `${cast[0]!.name} and the ${pick(next, NOUNS)} of ${cast.at(-1)!.name}`
  return {
    reading: {
      whence: 1,
      document: {
        id,
        file,
        mediaType: 'text/html',
        language: 'en',
        title,
        publisher,
        byline: [],
        published,
        text,
      },
      sentences: sentences.map(({ start, end }) => ({ start, end })),
      mentions,
      entities,
      times: [],
      quantities: [],
      attributions: [],
      claims,
      findings: [],
      problems: [],
    },
    parts: [],
    turns: [],
    fields: [],
    headers: [],
    languages: [],
    pages: null,
    madeBy: 'bench',
  }
}
