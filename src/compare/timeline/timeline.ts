/** What no life has room for: acts after death, before birth or outside the post, and two places at a time. */
import type { Passages, Raised } from '../passages/index.js'
import { apartFrom, byBody, gathered, raised } from './against.js'
import { samePost, type Fact, type Tenure } from './facts.js'
import { livesOf, OF_DEATH, type Act, type Lives } from './lives.js'
import { cannotHave, inTwoPlaces } from './two-places.js'

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
    const own = (acts.get(body) ?? []).filter((act) => act.post !== null && act.official).slice(0, MOST)
    for (const act of own) {
      const same = tenures.slice(0, MOST).filter((t) => samePostAs(t, act) && apartFrom(t, act))
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
/** Acts, and tenures, of one body that are held against one another. */
const MOST = 1000
const samePostAs = (t: Tenure, act: Act): boolean => act.post !== null && samePost(t.post, act.post)
