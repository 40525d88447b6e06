/** Where a body was on a day: named places, and places that only stand for one ('the lodge', 'on board the ferry'). */
import type { Passages } from '../passages/index.js'
import type { Passage } from '../passages/passage.js'
import { formsOf } from '../words/forms.js'
import { fold } from '../words/content.js'
import deeds from '../words/deeds.json' with { type: 'json' }
import { clauseAt, dayAt, type Fact } from './facts.js'
import type { Dated } from './dates.js'
import type { Occurrence } from './people.js'

export interface Site {
  /** Entity of the case; null for a place without a name of its own. */
  readonly key: string | null
  /** Folded: 'vienna', 'lodge'. */
  readonly name: string
  readonly shown: string
}
export interface Stay extends Fact {
  readonly site: Site
  /** Left or came on that day: half of it was spent elsewhere. */
  readonly passing: boolean
  readonly voice: string
  /** Its sentence says when; else any day. */
  readonly dated: boolean
}

const forms = (list: string): string =>
  [...new Set(list.split(' ').flatMap(formsOf))].sort((a, b) => b.length - a.length).join('|')
const LEAD = `^(?:(?:,[^,;.]{2,160}){1,3},|,)?(?:\\s+(?:who|then|also|himself|herself|personally|had|has|have|later|first|already|still|only|and|both|together|again|[\\p{Ll}]+ly)){0,4}\\s+`
const WAS = new RegExp(`${LEAD}(?:was|were|am|is|been|spent|stayed|remained|slept)\\b`, 'u')
const DID = new RegExp(`${LEAD}(${forms(deeds.present)})\\b`, 'u')
const CAME = new RegExp(
  `${LEAD}(?:arrived|landed|came|got|flew|flown|travelled|traveled|drove|sailed|went|moved|returned|crossed|checked in|put in)\\b`,
  'u',
)
/** 'I saw him at the lodge', 'the minutes place him in London', 'has Mr Moe in Riga'. */
const SEEN =
  /\b(?:(?:saw|seen|met|photographed|filmed|spotted|visited|recogni[sz]ed|greeted|found|noticed|watched|received|hosted)\s+(?:(?:the|our|a|his|her) )?(?:(?!(?:in|at|on|to|from|by|with)\b)[\p{L}-]+,? (?:(?:of|for) (?:the )?)?){0,5}|(?:places?|placed|puts?|has|have|had|shows?|showed)\s+(?:(?:mr|mrs|ms|dr)\.? )?)$/iu
const BY = new RegExp(
  `\\b(?:${forms(deeds.present)})\\b[^.;]{0,120}?\\bby (?:the |its |our )?(?:[\\p{L}'’-]+,? ){0,6}$`,
  'u',
)
const FAR_OFF =
  /\b(?:video|telephone|phone|zoom|skype|letter|e-?mail|radio|remotely|online|link|proxy|represented|by post|wire)\b/i
const UNREAL =
  /\b(?:not|never|cannot|would|will|shall|should|could|may|might|must|if|whether|unless|supposed|said to|alleged|invited|planned|wanted|hoped|meant|due|expected)\b|n['’]t\b/
const PREPOSITION =
  /\b(?:at|in|on board|aboard|from|to|on|near|outside|inside)\s+(?:(?:the|a|an|his|her|their|its|our) )?(?:(?:[\p{Ll}-]+ ){1,3}(?:of|in|at) (?:the )?)?$/iu
const OPAQUE =
  /\b(?:at|in|inside|from|on board|aboard|on) (?:the|his|her|their|our|its|[\p{Lu}][\p{L}]+['’]s) ((?:(?!(?:when|as|while|that|and|of|where|until)\b)[\p{L}-]+ ){0,3}?)(office|lodge|hospital|clinic|hotel|house|home|factory|mill|mine|quarry|school|church|museum|bank|court|ship|ferry|boat|plane|train|flight|prison|station|airport|harbour|port|farm|villa|castle|palace|embassy|ministry|laboratory|warehouse|depot|yard|dam|site|plant|camp|club|restaurant|theatre|gallery|university|college|town hall|surgery|isolation|custody|cell)\b/giu

/** Names of the case's places, so that they are known where the reader missed them. */
export function placesOf(passages: Passages): ReadonlyMap<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const p of passages.all)
    for (const { key, name } of p.places) {
      if (!/^\p{Lu}\p{Ll}/u.test(name) || name.length < 3 || key === fold(name)) continue
      const of = counts.get(fold(name)) ?? new Map<string, number>()
      counts.set(fold(name), of.set(key, (of.get(key) ?? 0) + 1))
    }
  return new Map([...counts].map(([name, keys]) => [name, [...keys].sort((a, b) => b[1] - a[1])[0]![0]]))
}

/** The places that a stretch of a sentence puts somebody in. */
export function sitesIn(
  text: string,
  from: number,
  to: number,
  places: ReadonlyMap<string, string>,
): (Site & { at: number })[] {
  const out: (Site & { at: number })[] = []
  for (const { index, 0: run } of text.matchAll(/\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+){0,3}/gu)) {
    if (index < from || index >= to) continue
    const tokens = run.replace(/['’]s$/, '').split(' ')
    const name = [tokens.join(' ')].find((n) => places.has(fold(n)))
    if (name === undefined || !PREPOSITION.test(text.slice(Math.max(0, index - 40), index))) continue
    out.push({ key: places.get(fold(name))!, name: fold(name), shown: name, at: index })
  }
  if (out.length > 0) return out
  for (const { index, 0: whole, 2: noun } of text.matchAll(OPAQUE))
    if (index >= from && index < to)
      out.push({ key: null, name: noun!.toLowerCase(), shown: whole, at: index })
  return out
}

/** 'There': the last place named before it. */
const thereIn = (text: string, at: number, places: ReadonlyMap<string, string>): Site | null =>
  sitesIn(text, 0, at, places)
    .filter((s) => s.key !== null)
    .at(-1) ?? null

/** Where a body is said to have been in one sentence, with the day where one is said. */
export function staysOf(
  p: Passage,
  o: Occurrence,
  dates: readonly Dated[],
  places: ReadonlyMap<string, string>,
): Stay[] {
  const text = p.evidence.text
  if (o.possessive) return []
  const after = text.slice(o.end, o.end + 240)
  const before = text.slice(Math.max(0, o.at - 200), o.at)
  if (/^\s+(?:was |is )?born\b/.test(after)) return []
  const verb = WAS.exec(after) ?? DID.exec(after) ?? CAME.exec(after)
  const passive = verb ? null : BY.exec(before)
  const seen = !verb && !passive && SEEN.test(before)
  if (!verb && !passive && !seen) return []
  const at = verb ? o.end + verb[0].length : passive ? o.at - before.length + passive.index : o.end
  const [from, to] = clauseAt(text, at)
  if (
    UNREAL.test(text.slice(Math.max(from, Math.min(o.at, at) - 30), Math.min(to, at + 12))) ||
    FAR_OFF.test(text.slice(at, to))
  )
    return []
  const there =
    !passive && /^\W*(?:[\p{Ll}]+ )?there\b/u.test(text.slice(at, to)) ? thereIn(text, at, places) : null
  const sites = there
    ? [there]
    : passive
      ? sitesIn(text, Math.max(from, at), o.at, places)
      : sitesIn(text, at, to, places)
  const keys = new Set(sites.map((s) => s.key ?? s.name))
  const [site] = sites
  if (!site || keys.size !== 1) return []
  const when = stretchAt(text, at, dates)
  return [
    {
      body: o.body,
      passages: [p],
      marks: o.marks,
      site,
      voice: p.voice,
      dated: when !== null,
      passing: CAME.test(after) || /\b(?:left|departed)\b/.test(after.slice(0, 60)),
      ...(when ?? { first: -Infinity, last: Infinity }),
    },
  ]
}

/** 'From the 17th to the 29th', 'from 4 May on', or a day. */
function stretchAt(
  text: string,
  at: number,
  dates: readonly Dated[],
): { first: number; last: number } | null {
  const [from, to] = clauseAt(text, at)
  const inside = dates.filter((d) => d.at >= from && d.at < to)
  const since = inside.find((d) => d.border === 'since' && d.last - d.first <= 1)
  const until = inside.find((d) => d.border === 'until' && d.last - d.first <= 1)
  if (since && until && since.first <= until.last) return { first: since.first, last: until.last }
  if (since && /^,? on\b/.test(text.slice(since.end)))
    return { first: since.first, last: since.first + SOME_DAYS }
  const day = dayAt(text, at, dates)
  return day &&
    day.last - day.first <= 40 &&
    (day.last - day.first <= 1 ||
      /\b(?:from|between|spent|throughout|whole|all)\b/i.test(text.slice(Math.max(0, day.at - 40), day.at)))
    ? { first: day.first, last: day.last }
    : null
}
/** 'From the 17th on' says nothing of its end. */
const SOME_DAYS = 9

const MANIFEST =
  /\b(?:(?:his|her) name|(?<who>[\p{Lu}][\p{L}'’-]+['’]s? name)|(?:he|she) (?:is|was)) (?:is |was |stands |appears |listed |entered |recorded |found )*(?:on|in|among) the (?<list>(?:[\p{Ll}-]+ )?(?:list|book|manifest|register|roll|log)(?: of)?(?: the)? ?[\p{L} ]{0,40})/iu

/** 'His name is on the passenger list of the ferry': on its way as long as the sentence says. */
export function manifestIn(
  p: Passage,
  dates: readonly Dated[],
  here: readonly Occurrence[],
  before: string | null,
): Stay[] {
  const match = MANIFEST.exec(p.evidence.text)
  const body = match && (here.find((o) => o.at <= match.index + 20)?.body ?? before)
  if (!match || !body || dates.length === 0) return []
  const name = match.groups!['list']!.trim().toLowerCase()
  return [
    {
      body,
      passages: [p],
      marks: [],
      site: { key: null, name, shown: name },
      voice: '',
      dated: true,
      passing: false,
      first: Math.min(...dates.map((d) => d.first)),
      last: Math.max(...dates.map((d) => d.last)),
    },
  ]
}
