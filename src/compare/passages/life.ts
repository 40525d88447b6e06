/** What a person cannot have done: after death, before birth, in a post before taking it up, in two places on one day. */
import type { DateInterval } from '../../schema/edtf.js'
import { bounded, interval } from '../alike.js'
import type { Passages, Raised } from './index.js'
import type { Passage, Person } from './passage.js'
import { OPEN } from './words.js'
import { fold } from '../words/content.js'

const POSTS =
  'director|inspector|mayor|minister|manager|chair(?:man|woman|person)?|president|chief executive|chief|head|secretary|treasurer|commissioner|governor|judge|prosecutor|rector|headmaster|headmistress|editor|captain|master|surveyor|engineer|bishop|ambassador'
const DIED = /\b(?:died|was killed|passed away|was murdered|perished|drowned)\b/i
const BORN = /\b(?:born|date of birth)\b/i
const ENTERED = new RegExp(
  `\\b(?:(?:has been|have been|had been|been) (?:the |its |their )?(?:acting |managing |deputy )?(${POSTS})\\b.{0,60}\\bsince|(?:became|becomes|is appointed|was appointed|appointed|was made|was elected|took over as|took office as) (?:the |its |their |as )?(?:new |managing )?(${POSTS})\\b)`,
  'i',
)
const IN_POST = new RegExp(
  `\\b(?:as (?:the |its |their |our )?(?:acting |managing )?(${POSTS})\\b|(?:by|from) the (?:\\w+ )?(${POSTS})\\b[^,.;]{0,40}, (?:mr |mrs |ms |dr )?)`,
  'i',
)
/** Deeds that need somebody alive on the other side. */
const DEED =
  /\b(?:sold|sell|bought|met|meets?|signed|paid|chaired|received|attended|visited|agreed|accepted|negotiated|ordered|handed|lent|hired|employed|interviewed|voted|travelled|told)\b/i
const WITH =
  /\b(?:by|to|with|undersigned,)\s+(?:(?:the|a|an|his|her|its|their)\s+)?(?:[\p{L}'-]+,?\s+){0,3}(?:(?:mr|mrs|ms|dr|sir|prof)\.?\s+)?$/u
const YOUNG = /\b(?:junior|jr|the younger|the son|his son|her son|grandson|granddaughter)\b/i
/** Right behind a name, which its own words say is one of two. */
const MARKED_OLD = /^\S+(?: \S+){0,2},? (?:senior|sr\b|the elder)/i
const MARKED_YOUNG = /^\S+(?: \S+){0,2},? (?:junior|jr\b|the younger|the (?:\w+ )?(?:man's |woman's )?son\b)/i
const OLD = /\b(?:senior|sr|the elder|the father|founder|grandfather|old)\b/i

interface Fact {
  readonly person: Person
  readonly when: DateInterval
  readonly time: string
  readonly passage: Passage
  readonly post?: string
}

/** Passages that no life has room for. Linear in passages, and in the acts of each name. */
export function outsideLife(passages: Passages): Raised[] {
  const usable = passages.all.filter((p) => !/\?["”’']?\s*$/.test(p.evidence.text) && !passages.corrects(p))
  const deaths = usable.flatMap((p) => factOf(p, DIED, passages))
  const births = usable.flatMap((p) => factOf(p, BORN, passages))
  const posts = usable.flatMap((p) => postOf(p))
  const acts = usable.flatMap((p) => actsOf(p, passages))
  const offices = usable.flatMap((p) => officeOf(p, passages))
  const names = new Map<string, Fact[]>()
  for (const act of acts) {
    const key = act.person.words.at(-1) ?? ''
    const list = names.get(key)
    if (list) list.push(act)
    else names.set(key, [act])
  }
  const held = new Map<string, Fact[]>()
  for (const act of offices) {
    const key = `${act.post} ${act.person.words.at(-1) ?? ''}`
    const list = held.get(key)
    if (list) list.push(act)
    else held.set(key, [act])
  }
  const out: Raised[] = []
  const raise = (on: string, fact: Fact, found: readonly Fact[], how: string): void => {
    const [first] = found
    if (first)
      out.push({
        kind: 'impossible',
        on,
        sides: [[fact.passage], found.map((f) => f.passage)],
        score: 0.8,
        why: `${how} ${fact.time}: “${fact.passage.evidence.text.slice(0, 160)}”; yet of ${first.time}: “${first.passage.evidence.text.slice(0, 160)}”.`,
      })
  }
  const namesakes = namesakesOf(usable)
  for (const death of deaths)
    raise(
      'after death',
      death,
      (names.get(death.person.words.at(-1) ?? '') ?? []).filter(
        (act) => one(death, act, namesakes) && act.when.earliest > death.when.latest,
      ),
      `${nameIn(death)} died`,
    )
  for (const birth of births)
    raise(
      'before birth',
      birth,
      (names.get(birth.person.words.at(-1) ?? '') ?? []).filter(
        (act) => one(birth, act, namesakes) && act.when.latest < birth.when.earliest,
      ),
      `${nameIn(birth)} was born`,
    )
  for (const post of posts)
    raise(
      'before the post',
      post,
      (held.get(`${post.post} ${post.person.words.at(-1) ?? ''}`) ?? []).filter(
        (act) => one(post, act, namesakes) && act.when.latest < post.when.earliest,
      ),
      `${nameIn(post)} became ${post.post}`,
    )
  return out
}

/** The name as the sentence has it; where only a pronoun stands there, no name is put in its place. */
const nameIn = ({ person, passage }: Fact): string => {
  const text = passage.evidence.text
  const plain = fold(text)
  const at = person.words.map((w) => plain.indexOf(w))
  if (at.length === 0 || at.some((i) => i < 0) || plain.length !== text.length) return 'The person named'
  return text.slice(Math.min(...at), Math.max(...at.map((i, k) => i + person.words[k]!.length)))
}

/** The person last named before the word, and the first day or year after it. */
function factOf(p: Passage, word: RegExp, passages: Passages): Fact[] {
  const at = p.evidence.text.search(word)
  if (at < 0 || p.hedged) return []
  const person = formOf(p, passages) ?? [...p.people].filter((one) => one.at < at).at(-1)
  const time = timeAfter(p, at)
  return person && time ? [{ person, ...time, passage: p }] : []
}

/** Of a form ('Family name: …, Given name: …') the name in the lines before. */
function formOf(p: Passage, passages: Passages): Person | null {
  if (!/date of birth/i.test(p.evidence.text)) return null
  let entity: string | null = null
  const words: string[] = []
  for (let by = -8; by <= 0; by++) {
    const line = passages.beside(p, by)
    if (!line) continue
    for (const match of line.evidence.text.matchAll(
      /\b(?:family|given|first|last|full|sur)[ -]?name:\s*([\p{L} '’-]+)/giu,
    ))
      words.push(...fold(match[1]!).split(/\s+/).filter(Boolean))
    entity ??= line.people[0]?.entity ?? null
  }
  return words.length > 0 ? { entity, words: [...new Set(words)].reverse(), before: '', at: 0 } : null
}

function timeAfter(p: Passage, _at: number): { when: DateInterval; time: string } | null {
  const time = p.times.find((t) => {
    const read = interval(t)
    return read !== null && bounded(read)
  })
  return time === undefined ? null : { when: interval(time)!, time }
}

function postOf(p: Passage): Fact[] {
  const match = ENTERED.exec(p.evidence.text)
  if (!match) return []
  const person = p.people.filter((one) => one.at <= match.index).at(-1)
  const time = p.times
    .map((t) => ({ time: t, when: interval(t) }))
    .filter((t) => t.when !== null && Number.isFinite(t.when.earliest))
    .at(-1)
  return person && time
    ? [{ person, when: time.when!, time: time.time, passage: p, post: (match[1] ?? match[2])!.toLowerCase() }]
    : []
}

/** When it happened: a day of its own, of the sentence it points back to, or of the letter that says 'today'. */
function dayOf(p: Passage, passages: Passages): { when: DateInterval; time: string } | null {
  const published = passages.datedOf(p)
  if (/\btoday|hereby|undersigned\b/i.test(p.evidence.text) && published && interval(published))
    return { when: interval(published)!, time: published }
  const own = timeAfter(p, 0)
  if (own) return own
  if (p.times.length > 0) return null
  const before = /\b(?:it|there|then|this)\b/i.test(p.evidence.text) ? passages.beside(p, -1) : null
  return before && before.times.length === 1 ? timeAfter(before, 0) : null
}

function actsOf(p: Passage, passages: Passages): Fact[] {
  if (OPEN.test(p.evidence.text) || !DEED.test(p.evidence.text)) return []
  const day = dayOf(p, passages)
  return day
    ? p.people.filter(({ before }) => WITH.test(before)).map((person) => ({ person, ...day, passage: p }))
    : []
}

function officeOf(p: Passage, passages: Passages): Fact[] {
  const match = IN_POST.exec(p.evidence.text)
  if (!match || ENTERED.test(p.evidence.text)) return []
  const post = (match[1] ?? match[2])!.toLowerCase()
  const end = match.index + match[0].length
  const person =
    match[1] !== undefined
      ? p.people.filter(({ at }) => at < match.index).at(-1)
      : p.people.find(({ at }) => at >= end - 5 && at <= end + 5)
  const day = dayOf(p, passages)
  return person && day ? [{ person, ...day, passage: p, post }] : []
}

/** Names that a case has for an older and a younger one. */
function namesakesOf(usable: readonly Passage[]): ReadonlySet<string> {
  const out = new Set<string>()
  for (const p of usable)
    for (const { words, at } of p.people)
      if (
        MARKED_YOUNG.test(p.evidence.text.slice(at, at + 60)) ||
        MARKED_OLD.test(p.evidence.text.slice(at, at + 60))
      )
        out.add(plain(words).join(' '))
  return out
}
const MARKS = new Set(['senior', 'junior', 'younger', 'elder', 'old', 'sr', 'jr'])
const plain = (words: readonly string[]): string[] => words.filter((w) => !MARKS.has(w))

/** One person by entity or by name; of father and son of one name only the one that is marked as the elder. */
function one(a: Fact, b: Fact, namesakes: ReadonlySet<string>): boolean {
  if (a.passage.document === b.passage.document && a.passage.sentence === b.passage.sentence) return false
  const [x, y] = [plain(a.person.words), plain(b.person.words)]
  if (YOUNG.test(around(b)) && !OLD.test(around(b))) return false
  const named = [x, y].some((w) => namesakes.has(w.join(' ')))
  if (named && !OLD.test(around(b))) return false
  if (a.person.entity !== null && a.person.entity === b.person.entity) return true
  const [less, more] = x.length <= y.length ? [x, y] : [y, x]
  if (less.length < 2) return false
  return less.every((w) => more.includes(w)) || (x.at(-1) === y.at(-1) && bones(x[0]!) === bones(y[0]!))
}
/** Youssef and Yusuf: the consonants stay where a name is written in other letters. */
const bones = (word: string): string => word.replace(/[aeiou]/g, '').replace(/(.)\1+/g, '$1')
const around = ({ person, passage }: Fact): string =>
  `${person.before} ${passage.evidence.text.slice(person.at, person.at + 40)}`

const PRESENT =
  /\b(?:was|were|spent|chaired|attended|sat|sitting|met|stayed|stood|spoke|seen|saw|dined|visited|arrived|am in|is in|helped|hosted|opened|gave a)\b/i
const SUPPOSED = /\b(?:supposed|alleged|said|rumou?red|believed) to\b/i

/** One person on one day in two places of which neither is known to lie in the other. */
export function inTwoPlaces(passages: Passages): Raised[] {
  interface Stay {
    readonly person: Person
    readonly when: DateInterval
    readonly place: Passage['places'][number]
    readonly passage: Passage
  }
  const byName = new Map<string, Stay[]>()
  for (const p of passages.all) {
    if (OPEN.test(p.evidence.text) && !/\bam in\b/.test(p.evidence.text)) continue
    if (!PRESENT.test(p.evidence.text) || passages.corrects(p)) continue
    const day = timeAfter(p, 0)
    const clauses = p.evidence.text.split(/,/)
    const places = p.places.filter(
      ({ name, after }) =>
        /^(?:in|at|to|on|from)$/.test(after) && !clauses.some((c) => c.includes(name) && SUPPOSED.test(c)),
    )
    const place = places.at(-1)
    if (!day || !place || new Set(places.map((q) => q.key)).size !== 1) continue
    for (const person of p.people) {
      const key = person.words.at(-1) ?? ''
      byName.set(key, [...(byName.get(key) ?? []), { person, when: day.when, place, passage: p }])
    }
  }
  const { within } = passages.context
  const out: Raised[] = []
  for (const stays of byName.values())
    for (const [i, a] of stays.slice(0, 200).entries())
      for (const b of stays.slice(i + 1, 200)) {
        if (a.passage.document === b.passage.document || a.place.key === b.place.key) continue
        if (
          fold(a.place.name) === fold(b.place.name) ||
          within(a.place.key, b.place.key) ||
          within(b.place.key, a.place.key)
        )
          continue
        const short = ({ when }: Stay): boolean => when.latest - when.earliest <= 1
        if (!short(a) || !short(b) || a.when.earliest > b.when.latest || b.when.earliest > a.when.latest)
          continue
        const [x, y] = [plain(a.person.words), plain(b.person.words)]
        const [less, more] = x.length <= y.length ? [x, y] : [y, x]
        if (
          !(a.person.entity !== null && a.person.entity === b.person.entity) &&
          !less.every((w) => more.includes(w))
        )
          continue
        out.push({
          kind: 'impossible',
          on: 'two places',
          sides: [[a.passage], [b.passage]],
          why: `One person cannot have been in ${a.place.name} and in ${b.place.name} on one day: “${a.passage.evidence.text.slice(0, 160)}”; “${b.passage.evidence.text.slice(0, 160)}”.`,
          score: 0.7,
        })
      }
  return out
}
