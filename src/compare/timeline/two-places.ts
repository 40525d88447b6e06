/** What puts one body in two places at a time. */
import type { Passages, Raised } from '../passages/index.js'
import type { Passage } from '../passages/passage.js'
import { contentWords } from '../words/content.js'
import { all, apartFrom, byBody, gathered, quote, raised } from './against.js'
import type { Dated } from './dates.js'
import type { Fact } from './facts.js'
import type { Lives } from './lives.js'
import type { Stay } from './stays.js'

/** Stays of one body that nobody can have made both. */
export function inTwoPlaces(lives: Lives, passages: Passages): Raised[] {
  const out: Raised[] = []
  for (const [body, stays] of byBody(lives.stays)) {
    if (lives.people.namesakes.has(body) || body.endsWith('?')) continue
    const known = stays.slice(0, MOST)
    for (const [i, a] of known.entries())
      for (const b of known.slice(i + 1))
        if (conflicting(a, b, passages)) {
          // The other accounts of each stay stand on its side.
          const [one, other] = [a, b].map((x) => [
            x,
            ...known.filter((s) => s !== a && s !== b && sameSite(s, x) && meets(s, x) && s.dated),
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
/** Stays of one body that are held against one another. */
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
export function cannotHave(lives: Lives, passages: Passages): Raised[] {
  const out: Raised[] = []
  const byWhom = byBody(lives.stays)
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
    const stays = (byWhom.get(who.body) ?? []).filter(
      (s) => s.dated && (!day || (s.first <= day.last && day.first <= s.last)),
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
