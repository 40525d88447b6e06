/** What sentences say that a body did, was or suffered at a known time: deaths, births, offices, deeds and stays. */
import type { Passage } from '../passages/passage.js'
import { formsOf } from '../words/forms.js'
import deeds from '../words/deeds.json' with { type: 'json' }
import offices from '../words/offices.json' with { type: 'json' }
import { fold } from '../words/content.js'
import type { Dated } from './dates.js'
import type { Occurrence } from './people.js'

export interface Fact {
  readonly body: string
  /** Days, both included; infinite where open. */
  readonly first: number
  readonly last: number
  /** The sentences it rests on. */
  readonly passages: readonly Passage[]
  readonly marks: readonly string[]
}
export interface Tenure extends Fact {
  readonly post: Post
}
export interface Post {
  /** 'vice chair', 'director'. */
  readonly head: string
  /** Folded words of what it is the head of; empty where not said. */
  readonly of: readonly string[]
}

const forms = (list: string): string =>
  [...new Set(list.split(' ').flatMap(formsOf))].sort((a, b) => b.length - a.length).join('|')
/** Between a body and its verb. */
const LEAD = `^(?:(?:,[^,;.]{2,160}){1,3},|,)?(?:\\s+(?:who|then|also|himself|herself|personally|had|has|later|first|already|and|both|together|reportedly|duly|[\\p{Ll}]+ly)){0,4}\\s+`
const DIED = new RegExp(
  `${LEAD}(?:died|passed away|perished|drowned|succumbed|expired|breathed (?:his|her) last|lost (?:his|her) life|met (?:his|her) (?:death|end)|fell to (?:his|her) death|bled to death|froze to death|burned to death|took (?:his|her) own life|killed (?:himself|herself)|hanged (?:himself|herself)|shot (?:himself|herself)|committed suicide|(?:was|were|had been|has been) (?:found )?(?:killed|murdered|shot dead|stabbed to death|beaten to death|strangled|hanged|executed|assassinated|beheaded|electrocuted|poisoned|drowned|dead|buried|cremated|laid to rest|declared dead|pronounced dead)|(?:was|is|has been) dead)\\b`,
  'u',
)
const DEATH_OF =
  /\b(?:death|funeral|burial|cremation|body|corpse|murder|killing|passing|obituary) (?!toll\b)(?:of )?(?:the )?(?:[\p{Ll}]+,? ){0,2}$/iu
const THEIR_DEATH =
  /^(?:['’]s)? (?:death|funeral|burial|cremation|body|murder|passing)\b(?! (?:certificate|threat|penalty))/
const BORN = new RegExp(`${LEAD}(?:(?:was|is) )?born\\b`, 'u')
const ACT = new RegExp(`${LEAD}(${forms(deeds.acts)})\\b`, 'u')
const BY = new RegExp(
  `\\b(${forms(deeds.acts)})\\b[^.;]{0,60}?\\b(?:by|with|to|before) (?:me, )?(?:(?:the|a|an|its|their|his|her|our) )?(?:[\\p{L}'’-]+,? ){0,6}$`,
  'u',
)
const OFFICIAL = new RegExp(`\\b(?:${forms(deeds.official)}|represented)\\b`, 'u')
/** Of what may come, was asked, or was done for somebody else. */
const UNREAL =
  /\b(?:not|never|cannot|would|will|shall|should|could|may|might|must|if|whether|unless|supposed|in (?:the|his|her) name of|on behalf of|in (?:memory|honou?r) of|posthum\w+|widow of|estate of|heirs? of|portrait of|grave of|late)\b|n['’]t\b/

const HEADS = [...new Set(offices.heads.split(' '))].sort((a, b) => b.length - a.length).join('|')
const APART = offices['kept apart'].split(' ').join('|')
const POST = `((?:[\\p{L}’'-]+[ -]){0,3}?(?:${HEADS}))\\b((?: (?:of|for|at) (?:the )?[\\p{L}’' -]{2,60}?)?)(?=$|[,.;:()]| (?:on|in|from|since|until|till|by|and|as|with|when|who|at|after|before|to|has|had|was|is)\\b)`
const ENTERED = new RegExp(
  `${LEAD}(?:became|becomes|(?:was|is|were|has been|had been) (?:\\w+ly )?(?:appointed|elected|named|made|chosen|sworn in|promoted|nominated|confirmed|installed|ordained|reappointed|hired)|took over|takes over|took office|assumed (?:the )?(?:office|post|duties)|took up (?:the |his |her )?(?:post|office|duties)|started(?: work)?|joined|succeeded [\\p{L}. ]{2,40})(?: [\\p{Ll}]+){0,4}?(?: (?:as|to|the|its|their|a|an|new|of|to be))* ${POST}`,
  'iu',
)
const HELD_SINCE = new RegExp(
  `${LEAD}(?:(?:has|have|had) been |(?:has|have) (?:served|worked|acted) as |is |was )(?:the |its |their |a |an )?${POST}`,
  'iu',
)
const LED_SINCE =
  /^(?:,[^,;.]{2,90},)?(?: who)? (?:has|have) (chaired|directed|headed|led|managed|presided over|run)\b/
const LED: Readonly<Record<string, string>> = {
  chaired: 'chair',
  directed: 'director',
  headed: 'head',
  led: 'head',
  managed: 'manager',
  'presided over': 'president',
  run: 'head',
}
const LEFT = new RegExp(
  `${LEAD}(?:resigned|retired|stepped down|stood down|quit|(?:was|were|has been|had been) (?:dismissed|sacked|fired|relieved|removed|ousted|replaced|recalled|suspended|voted out|pensioned)|left (?:the |his |her )?(?:office|post)|handed over|gave up)(?: [\\p{Ll}]+){0,4}? (?:as|post of|office of|position of|his post as|her post as) (?:the |its |their )?${POST}`,
  'iu',
)
const RETIRED_AFTER = new RegExp(
  `^,? (?:the )?(?:former|ex|retired|late|then|outgoing|designate|elect)\\b`,
  'iu',
)

function postOf(words: string, of: string): Post {
  const plain = fold(words).replace(/\b(?:the|its|their|our|a|an|new|mr|mrs|ms|dr)\b/g, ' ')
  const head = plain
    .trim()
    .split(/[ -]+/)
    .at(-1)!
    .replace(/(?:man|woman|person|lady)$/, '')
    .replace(/^directress$/, 'director')
    .replace(/^mayoress$/, 'mayor')
  const apart = [...plain.matchAll(new RegExp(`\\b(?:${APART})\\b`, 'g'))].map(([w]) => w)
  return {
    head: [...apart, head].join(' '),
    of: fold(of)
      .split(/[^\p{L}]+/u)
      .filter((w) => w.length > 3 && !/^(?:district|the)$/.test(w)),
  }
}

/** One office, as far as the words tell. */
export const samePost = (a: Post, b: Post): boolean =>
  a.head === b.head && (a.of.length === 0 || b.of.length === 0 || a.of.some((w) => b.of.includes(w)))

const BIRTHDAY = /\b(?:born|date of birth:?)\b[^,.;]{0,40}$/i

/** The day that belongs to a place in a sentence: in its clause, at the sentence's head, or the only one. */
export function dayAt(text: string, at: number, dates: readonly Dated[]): Dated | null {
  const own = dates.filter(
    (d) => d.border === null && !BIRTHDAY.test(text.slice(Math.max(0, d.at - 50), d.at)),
  )
  if (own.length === 0) return null
  const [from, to] = clauseAt(text, at)
  const inside = own.filter((d) => d.at >= from && d.at < to)
  if (inside.length > 0)
    return [...inside].sort((a, b) => distance(a, at) - distance(b, at) || a.at - b.at)[0]!
  const [first] = own
  if (first!.at < 12) return first!
  const [low, high] = [Math.min(first!.at, at), Math.max(first!.at, at)]
  return own.length === 1 && text.slice(low, high).search(CUT) < 0 ? first! : null
}
/** What stands before a verb is farther from it than what stands behind. */
const distance = (d: Dated, at: number): number => (d.at >= at ? d.at - at : 2 * (at - d.at) + 10)

const CUT =
  /;|: |, (?:and|but|which|who|whose|where|when|while|although|though)\b|\b(?:because|whereas|while|although|after|before)\b|["“”]/g
/** Start and end of the clause around a place in a sentence; end exclusive. */
export function clauseAt(text: string, at: number): [number, number] {
  let [from, to] = [0, text.length]
  for (const { index, 0: cut } of text.matchAll(CUT)) {
    if (index + cut.length <= at) from = index + cut.length
    else if (index > at) {
      to = index
      break
    }
  }
  return [from, to]
}

const spanOf = (d: Dated): Pick<Fact, 'first' | 'last'> => ({ first: d.first, last: d.last })

/** Of one body in one sentence. `written` is the day of a document that is itself an act: a contract, a permit, a record. */
export function factsOf(p: Passage, o: Occurrence, dates: readonly Dated[]) {
  const text = p.evidence.text
  const after = text.slice(o.end, o.end + 240)
  const before = text.slice(Math.max(0, o.at - 160), o.at)
  const base = { body: o.body, passages: [p], marks: o.marks }
  const dated = (at: number): Pick<Fact, 'first' | 'last'> | null => {
    const d = dayAt(text, at, dates)
    return d ? spanOf(d) : null
  }
  const unreal = (at: number): boolean =>
    UNREAL.test(text.slice(Math.max(clauseAt(text, at)[0], Math.min(o.at, at) - 30), at + 20))
  const out: {
    deaths: Fact[]
    births: Fact[]
    acts: (Fact & { readonly official: boolean })[]
    tenures: Tenure[]
  } = { deaths: [], births: [], acts: [], tenures: [] }
  const died = o.possessive ? null : DIED.exec(after)
  const deathAt = died
    ? o.end + died[0].length - 2
    : o.named && DEATH_OF.test(before)
      ? o.at
      : THEIR_DEATH.test(after)
        ? o.end
        : null
  if (deathAt !== null && !p.hedged) {
    const when = dated(deathAt)
    const [from] = clauseAt(text, deathAt)
    if (
      when &&
      !/\b(?:not|never|if|may|might|almost|nearly|before|until|after)\b|n['’]t\b/i.test(
        text.slice(from, deathAt),
      )
    )
      out.deaths.push({ ...base, ...when })
  }
  if (o.possessive) return out
  const born = BORN.exec(after)
  if (born) {
    const end = o.end + born[0].length
    const day = dates.find((d) => d.at >= end && d.at < end + 60 && !/[,;.]/.test(text.slice(end, d.at)))
    if (day) out.births.push({ ...base, ...spanOf(day) })
  }
  const acted = ACT.exec(after)
  const by = acted ? null : BY.exec(before)
  const done = by && !/\b(?:in|for|and|behalf)\b/.test(by[0].slice(by[0].lastIndexOf(' by '))) ? by : null
  const at = acted ? o.end + acted[0].length - 1 : done ? o.at - before.length + done.index : null
  if (at !== null && !unreal(at)) {
    const when = dated(at)
    if (when) out.acts.push({ ...base, ...when, official: OFFICIAL.test(acted ? acted[1]! : done![1]!) })
  }
  out.tenures.push(...tenuresOf(text, after, o, dates).map((t) => ({ ...base, ...t })))
  return out
}

function tenuresOf(
  text: string,
  after: string,
  o: Occurrence,
  dates: readonly Dated[],
): Omit<Tenure, 'body' | 'passages' | 'marks'>[] {
  const since = dates.find((d) => d.border === 'since' && d.at > o.end)
  const until = dates.find((d) => d.border === 'until' && d.at > o.end)
  const entered = ENTERED.exec(after)
  if (entered) {
    const end = o.end + entered[0].length
    const d =
      dates.find(
        (x) => x.at >= end - 2 && x.at < end + 60 && x.border !== 'until' && x.border !== 'before',
      ) ?? dayAt(text, end - 1, dates)
    return d ? [{ post: postOf(entered[1]!, entered[2] ?? ''), first: d.first, last: Infinity }] : []
  }
  const left = LEFT.exec(after)
  if (left) {
    const d = dayAt(text, o.end + left[0].length - 1, dates)
    return d ? [{ post: postOf(left[1]!, left[2] ?? ''), first: -Infinity, last: d.last }] : []
  }
  const led = LED_SINCE.exec(after)
  if (led && since) return [{ post: { head: LED[led[1]!]!, of: [] }, first: since.first, last: Infinity }]
  const held = HELD_SINCE.exec(after)
  if (held && (since || until))
    return [
      {
        post: postOf(held[1]!, held[2] ?? ''),
        first: since?.first ?? -Infinity,
        last: until?.last ?? Infinity,
      },
    ]
  // 'Marta Lind, inspector until 15 May'
  const beside = new RegExp(`^,?\\s+(?:the |its |their |as )?${POST}`, 'iu').exec(after)
  if (
    beside &&
    !RETIRED_AFTER.test(after) &&
    (since ?? until) &&
    (since ?? until)!.at < o.end + beside[0].length + 25
  )
    return [
      {
        post: postOf(beside[1]!, beside[2] ?? ''),
        first: since?.first ?? -Infinity,
        last: until?.last ?? Infinity,
      },
    ]
  return []
}

const AS_POST = new RegExp(`\\bas (?:the |its |their |our )?${POST}`, 'iu')
const POST_BEFORE = new RegExp(
  `\\b(?:the |its |their |our |by |a )?${POST}(?:, | )(?:mr|mrs|ms|dr)?\\.? ?$`,
  'iu',
)
const POST_AFTER = new RegExp(`^(?:,?\\s+| \\(|\\s*[–—-] )(?:the |its |their |our )?${POST}`, 'iu')
const LABEL = new RegExp(`^\\W*${POST}: ?$`, 'iu')

/** The office that a sentence gives a body. */
export function officeOf(p: Passage, o: Occurrence): Post | null {
  const text = p.evidence.text
  const [before, after] = [text.slice(Math.max(0, o.at - 90), o.at), text.slice(o.end, o.end + 120)]
  const found = LABEL.exec(before) ?? POST_AFTER.exec(after) ?? POST_BEFORE.exec(before)
  if (!found) {
    const as = AS_POST.exec(after)
    return as && as.index < 80 && !/[;:]/.test(after.slice(0, as.index)) ? postOf(as[1]!, as[2] ?? '') : null
  }
  if (/\b(?:former|then|ex|late|retired|future|designate|elect|previous)\b/i.test(before + found[0]))
    return null
  return postOf(found[1]!, found[2] ?? '')
}
