/** The life of every body of a case, as its documents tell it, and what no life has room for. */
import { bounded, interval } from '../alike.js'
import type { Passages, Raised } from '../passages/index.js'
import type { Passage } from '../passages/passage.js'
import { contentWords } from '../words/content.js'
import { datesOf, type Dated } from './dates.js'
import { factsOf, officeOf, samePost, type Fact, type Post, type Tenure } from './facts.js'
import { dayOf, isSignature, paperOf, type Paper } from './papers.js'
import { peopleOf, type Occurrence, type People } from './people.js'
import { manifestIn, placesOf, sitesIn, staysOf, type Stay } from './stays.js'

export interface Act extends Fact {
  readonly official: boolean
  /** The office in which it was done; null where the sentence gives none. */
  readonly post: Post | null
}

export interface Lives {
  readonly people: People
  readonly deaths: readonly Fact[]
  readonly births: readonly Fact[]
  readonly tenures: readonly Tenure[]
  readonly acts: readonly Act[]
  readonly stays: readonly Stay[]
  readonly datesOf: (p: Passage) => readonly Dated[]
}

const QUESTION = /\?["”’']?\s*$/
/** Of whom an autopsy, an inquest or a certificate of death is. */
const DECEASED =
  /^\W*(?:(?:name of )?(?:the )?deceased\b|(?:record of (?:the )?)?(?:inquest|inquiry) (?:into|touching) the death of|(?:certificate|register) of death)[^.;]{0,60}$/i
const HEREBY =
  /\b(?:hereby|undersigned|before me|in (?:my|our) presence|represented by|acting through|on the application of)\b/i
const OF_DEATH = /\b(?:die[ds]?|dead|death|funeral|buri(?:ed|al)|body|born)\b/i
const UNDERSIGNED = /\bundersigned,? (?:(?:mr|mrs|ms|dr)\.? )?$/i

/** Linear in the case, but for looking up names. */
export function livesOf(passages: Passages): Lives {
  const people = peopleOf(passages)
  const places = placesOf(passages)
  const days = new Map<Passage, readonly Dated[]>()
  const [deaths, births, tenures, acts, stays] = [[], [], [], [], []] as [
    Fact[],
    Fact[],
    Tenure[],
    Act[],
    Stay[],
  ]
  for (const card of passages.context.cards.values()) {
    const list = card.passages ?? []
    const texts = list.map(({ evidence }) => evidence.text)
    const published = card.published === null ? null : dayOf(card.published)
    const rough = datesOf(texts.slice(0, 8), published)
    const written = published ?? rough.flat().find((d) => d.first === d.last)?.first ?? null
    const dates = datesOf(texts, written).map((own, i) => (own.length > 0 ? own : readerDay(list[i]!)))
    const paper = paperOf(card, dates)
    const deceased =
      list
        .flatMap((p) => people.in(p).filter((o) => DECEASED.test(p.evidence.text.slice(0, o.at))))
        .find((o) => o.named)?.body ?? null
    for (const [i, p] of list.entries()) {
      days.set(p, dates[i]!)
      if (QUESTION.test(p.evidence.text) || passages.corrects(p)) continue
      const own =
        dates[i]!.length === 0 && POINTS_BACK.test(p.evidence.text) ? backIn(dates[i - 1]) : dates[i]!
      births.push(...birthInForm(p, dates[i]!, people, passages))
      for (const o of people.in(p)) {
        const facts = factsOf(p, o, own)
        births.push(...facts.births)
        tenures.push(...facts.tenures)
        if (o.named || deathIsMeant(p, o, people, passages)) deaths.push(...facts.deaths)
        else if (deceased !== null && facts.deaths.length > 0)
          deaths.push(...facts.deaths.map((d) => ({ ...d, body: deceased })))
        stays.push(...staysOf(p, o, dates[i]!, places))
        const post = officeOf(p, o)
        acts.push(...facts.acts.map((act) => ({ ...act, post })))
        acts.push(...paperActs(p, o, post, paper, passages))
        stays.push(...signedAt(p, o, paper, passages, places))
      }
      stays.push(...manifestIn(p, dates[i]!, people.in(p), bodyBefore(p, people, passages)))
    }
  }
  return { people, deaths, births, tenures, acts, stays, datesOf: (p) => days.get(p) ?? [] }
}

/** The one day that the reader found where the words of none are known here. */
function readerDay(p: Passage): readonly Dated[] {
  const [time] = p.times
  const read = p.times.length === 1 && !time!.includes('?') ? interval(time!) : null
  return read && bounded(read)
    ? [{ at: 0, end: 0, border: null, first: read.earliest, last: read.latest }]
    : []
}

/** The one day of the sentence before, as if at the head of this. */
function backIn(dates: readonly Dated[] | undefined): readonly Dated[] {
  const days = (dates ?? []).filter((d) => d.border === null)
  return days.length === 1 ? [{ ...days[0]!, at: 0, end: 0 }] : []
}
const POINTS_BACK =
  /\b(?:signed|certified|approved|issued|accepted|countersigned|witnessed|sold|handed|sent|chaired|attended|opened) (?:it|this|them)\b|^\W*(?:it|this)\b|\bthere\b|\bthen\b/i

const BORN_LINE = /^\W*(?:date of birth|born|d\.? ?o\.? ?b\.?)(?: on)?:? /i
const NAME_LINE =
  /\b(?<part>family|given|first|last|full|sur|christian)?[ -]?names?:\s*(?<name>[\p{L} '’-]+)/iu
/** Of a form ('Family name: …, Given name: …, Date of birth: …') the name in the lines before. */
function birthInForm(p: Passage, dates: readonly Dated[], people: People, { beside }: Passages): Fact[] {
  const [day] = dates
  if (!day || !BORN_LINE.test(p.evidence.text)) return []
  const parts: string[] = []
  for (let by = -8; by < 0; by++) {
    const { part, name } = NAME_LINE.exec(beside(p, by)?.evidence.text ?? '')?.groups ?? {}
    if (name !== undefined) parts[/^(?:family|last|sur)$/i.test(part ?? '') ? 1 : 0] = name.trim()
  }
  const body = people.bodyOf(parts.filter(Boolean).join(' '))
  return body === null ? [] : [{ body, first: day.first, last: day.last, passages: [p], marks: [] }]
}

/** 'He died': of whom the sentence before tells that he was born, or dead. */
function deathIsMeant(p: Passage, o: Occurrence, people: People, passages: Passages): boolean {
  if (people.in(p).some((x) => x.named && x.body === o.body)) return true
  const before = passages.beside(p, -1)
  return before !== null && OF_DEATH.test(before.evidence.text) && people.in(before)[0]?.body === o.body
}

const bodyBefore = (p: Passage, people: People, { beside }: Passages): string | null => {
  const before = beside(p, -1)
  return before ? (people.in(before).find((o) => !o.possessive)?.body ?? null) : null
}

/** What a contract, permit or record does on its day: signing, standing for somebody, selling hereby. */
function paperActs(p: Passage, o: Occurrence, post: Post | null, paper: Paper, passages: Passages): Act[] {
  if (!paper.deed || paper.day === null || o.possessive || !o.named) return []
  const { text } = p.evidence
  const signed = isSignature(p, o, paper, passages)
  const near = text.slice(Math.max(0, o.at - 70), o.at)
  if (!signed && !UNDERSIGNED.test(near) && !HEREBY.test(near)) return []
  const evidence = paper.dayLine && paper.dayLine !== p ? [p, paper.dayLine] : [p]
  return [
    {
      body: o.body,
      first: paper.day,
      last: paper.day,
      passages: evidence,
      marks: o.marks,
      official: true,
      post,
    },
  ]
}

function signedAt(
  p: Passage,
  o: Occurrence,
  paper: Paper,
  passages: Passages,
  places: ReadonlyMap<string, string>,
): Stay[] {
  if (!paper.made || paper.day === null || paper.dayLine === null || !isSignature(p, o, paper, passages))
    return []
  const { text } = paper.dayLine.evidence
  const [site] = sitesIn(text, 0, text.length, places)
  if (!site || site.key === null) return []
  return [
    {
      body: o.body,
      first: paper.day,
      last: paper.day,
      passages: [p, paper.dayLine],
      marks: o.marks,
      site,
      voice: '',
      dated: true,
      passing: false,
    },
  ]
}

/** Findings over the lives of a case. */
export function impossibleInTimeline(passages: Passages): Raised[] {
  const lives = livesOf(passages)
  return [
    ...outsideLife(lives),
    ...outsidePost(lives),
    ...inTwoPlaces(lives, passages),
    ...cannotHave(lives, passages),
  ]
}

function byBody<T extends Fact>(facts: readonly T[]): Map<string, T[]> {
  const out = new Map<string, T[]>()
  for (const f of facts) {
    const list = out.get(f.body)
    if (list) list.push(f)
    else out.set(f.body, [f])
  }
  return out
}

const quote = (p: Passage): string => `“${p.evidence.text.replace(/\s+/g, ' ').slice(0, 160)}”`
const all = (facts: readonly Fact[]): Passage[] => [...new Set(facts.flatMap((f) => f.passages))]
const raised = (
  on: string,
  one: readonly Fact[],
  other: readonly Fact[],
  why: string,
  score: number,
): Raised => ({
  kind: 'impossible',
  on,
  sides: [all(one), all(other)],
  why: `${why}: ${quote(one[0]!.passages[0]!)}; yet ${quote(other[0]!.passages[0]!)}.`,
  score,
})
const apartFrom = (a: Fact, b: Fact): boolean => !a.passages.some((p) => b.passages.includes(p))

const OLD = /\b(?:senior|sr|the elder|the father|founder|grandfather)\b/i
const PLAIN = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'the', 'sir', 'madam', 'herr', 'frau'])

/** Of two bodies of one name, the one of whom the first fact tells: by an office or title in both, or 'senior'. */
function meant(fact: Fact, act: Fact, { people }: Lives): boolean {
  if (!people.namesakes.has(fact.body)) return true
  if (act.passages.some(({ evidence }) => OLD.test(evidence.text))) return true
  return act.marks.some((m) => !PLAIN.has(m) && fact.marks.includes(m))
}

function outsideLife(lives: Lives): Raised[] {
  const out: Raised[] = []
  const acts = byBody<Fact>([...lives.acts, ...lives.stays.filter((s) => s.dated)])
  for (const [body, deaths] of byBody(lives.deaths)) {
    const death = deaths.reduce((a, b) => (b.last > a.last ? b : a))
    const late = (acts.get(body) ?? []).filter(
      (act) =>
        act.first > death.last &&
        apartFrom(death, act) &&
        !act.passages.some(({ evidence }) => OF_DEATH.test(evidence.text)) &&
        meant(death, act, lives),
    )
    if (late.length > 0)
      out.push(raised('after death', deaths, late, `${lives.people.nameOf(body)} was dead by then`, 0.8))
  }
  for (const [body, births] of byBody(lives.births)) {
    const birth = births.reduce((a, b) => (b.first < a.first ? b : a))
    const early = (acts.get(body) ?? []).filter(
      (act) => act.last < birth.first && apartFrom(birth, act) && meant(birth, act, lives),
    )
    if (early.length > 0)
      out.push(raised('before birth', births, early, `${lives.people.nameOf(body)} was not born yet`, 0.8))
  }
  return out
}

function outsidePost(lives: Lives): Raised[] {
  const out: Raised[] = []
  const acts = byBody(lives.acts)
  for (const [body, tenures] of byBody(lives.tenures)) {
    const own = (acts.get(body) ?? []).filter((act) => act.post !== null && act.official)
    for (const act of own) {
      const same = tenures.filter((t) => samePostAs(t, act) && apartFrom(t, act))
      const entered = same
        .filter((t) => t.first <= act.last)
        .reduce((n, t) => Math.max(n, t.first), -Infinity)
      const before = Number.isFinite(entered) ? [] : same.filter((t) => act.last < t.first)
      const after = same.filter((t) => act.first > t.last && t.last >= entered)
      const [on, against] =
        before.length > 0 && after.length === 0
          ? (['before the post', before] as const)
          : (['after the post', after] as const)
      if (against.length > 0 && meant(against[0]!, act, lives))
        out.push(raised(on, against, [act], `${lives.people.nameOf(body)} did not hold the post then`, 0.8))
    }
  }
  return gathered(out)
}
const samePostAs = (t: Tenure, act: Act): boolean => act.post !== null && samePost(t.post, act.post)

function inTwoPlaces(lives: Lives, passages: Passages): Raised[] {
  const out: Raised[] = []
  for (const [body, stays] of byBody(lives.stays)) {
    if (lives.people.namesakes.has(body) || body.endsWith('?')) continue
    for (const [i, a] of stays.slice(0, MOST).entries())
      for (const b of stays.slice(i + 1, MOST))
        if (conflicting(a, b, passages)) {
          // The other accounts of each stay stand on its side.
          const [one, other] = [a, b].map((x) => [
            x,
            ...stays.filter((s) => s !== a && s !== b && sameSite(s, x) && meets(s, x) && s.dated),
          ])
          out.push(
            raised(
              'two places',
              one!,
              other!,
              `${lives.people.nameOf(body)} cannot have been in both places`,
              0.72,
            ),
          )
        }
  }
  return gathered(out)
}
const MOST = 200
const meets = (a: Fact, b: Fact): boolean => a.first <= b.last && b.first <= a.last
const sameSite = (a: Stay, b: Stay): boolean => (a.site.key ?? a.site.name) === (b.site.key ?? b.site.name)

const RECORD =
  /\b(?:minutes|records?|logs?|list|manifest|register|guest book|book|tachograph|telephone|phone|camera|footage|tickets?|stamps?|passport|data|certificate|receipt|bill|airline|release|diary|photographs?)\b/i
const STATED =
  /\b(?:said|says|stated?|states|swore|swears|claim(?:s|ed)|maintain(?:s|ed)|insist(?:s|ed)|testified|told|declared?)\b/i

function conflicting(a: Stay, b: Stay, passages: Passages): boolean {
  if (sameSite(a, b) || !apartFrom(a, b) || !meets(a, b) || (a.passing && b.passing)) return false
  const [p, q] = [a.passages[0]!, b.passages[0]!]
  const near = p.document === q.document && Math.abs(p.sentence - q.sentence) <= 2
  if (!a.dated || !b.dated) {
    // One swears that he was here, and the next sentence has a record of his being there.
    const [first, second] = p.sentence < q.sentence ? [a, b] : [b, a]
    return (
      near &&
      (a.dated || b.dated) &&
      STATED.test(first.passages[0]!.evidence.text) &&
      RECORD.test(second.passages[0]!.evidence.text)
    )
  }
  const { within } = passages.context
  if (a.site.key !== null && b.site.key !== null) {
    if (a.site.name.includes(b.site.name) || b.site.name.includes(a.site.name)) return false
    if (within(a.site.key, b.site.key) || within(b.site.key, a.site.key)) return false
    return (
      p.document !== q.document ||
      a.voice !== b.voice ||
      (near && RECORD.test(q.evidence.text + p.evidence.text))
    )
  }
  // A lodge may lie in the town: only what is set against it in so many words.
  if (!near) return false
  return a.voice !== b.voice || (STATED.test(p.evidence.text) && RECORD.test(q.evidence.text))
}

const SAYS_LITTLE = /^(?:been|had|done|known|made|got|gone|said|thought|seen|come|meant)$/
const CANNOT = /\b(?:cannot|can['’]t|could not|couldn['’]t|can not) (?:possibly )?have (?:been|\p{Ll}+)\b/u

/** 'Moe cannot have signed on the 25th', with what says that he did. */
function cannotHave(lives: Lives, passages: Passages): Raised[] {
  const out: Raised[] = []
  for (const p of passages.all) {
    const match = CANNOT.exec(p.evidence.text)
    const who = match && lives.people.in(p).find((o) => o.end <= match.index && !o.possessive)
    if (!match || !who) continue
    const verb = match[0].split(' ').at(-1)!
    if (SAYS_LITTLE.test(verb)) continue
    const day = lives.datesOf(p)[0]
    const name = lives.people.nameOf(who.body).split(' ').at(-1)!
    const against = passages
      .sharing(contentWords(name))
      .filter(
        (q) =>
          q.document !== p.document &&
          q.evidence.text.includes(verb) &&
          !new RegExp(`\\b(?:not|never|cannot)\\b[^.]{0,30}\\b${verb}`).test(q.evidence.text) &&
          lives.people
            .in(q)
            .some((o) => o.body === who.body && Math.abs(q.evidence.text.indexOf(verb) - o.end) < 60) &&
          (!day || near(q, lives, passages).some((d) => d.first <= day.last && day.first <= d.last)),
      )
    if (against.length === 0) continue
    const stays = lives.stays.filter(
      (s) => s.body === who.body && s.dated && (!day || (s.first <= day.last && day.first <= s.last)),
    )
    out.push({
      kind: 'impossible',
      on: 'two places',
      sides: [against, [p, ...all(stays)]],
      why: `${quote(p)} is held against ${quote(against[0]!)}.`,
      score: 0.7,
    })
  }
  return out
}
/** The days of a sentence, and of those just before where it has none. */
function near(q: Passage, lives: Lives, { beside }: Passages): readonly Dated[] {
  for (let by = 0; by >= -3; by--) {
    const one = beside(q, by)
    if (!one) return []
    const days = lives.datesOf(one)
    if (days.length > 0) return days
  }
  return []
}

/** Findings that share a side are one. */
function gathered(list: readonly Raised[]): Raised[] {
  const out: Raised[] = []
  for (const one of list) {
    const i = out.findIndex(
      (r) => r.on === one.on && r.sides.every((side, k) => side.some((p) => one.sides[k]!.includes(p))),
    )
    const turned = out.findIndex(
      (r) => r.on === one.on && r.sides.every((side, k) => side.some((p) => one.sides[1 - k]!.includes(p))),
    )
    const at = i >= 0 ? i : turned
    if (at < 0) out.push(one)
    else {
      const sides = i >= 0 ? one.sides : [...one.sides].reverse()
      out[at] = { ...out[at]!, sides: out[at]!.sides.map((side, k) => [...new Set([...side, ...sides[k]!])]) }
    }
  }
  return out
}
