/** What a document makes of another's words when it passes them on: a hedge dropped, a share or a count changed. */
import { isPrimary } from '../document-kind.js'
import type { Lineage } from '../lineage.js'
import { isLater } from '../statement.js'
import { contentWords } from '../words/content.js'
import { matterOf } from '../words/derived.js'
import { clausesOf } from './clauses.js'
import type { Passages, Raised } from './index.js'
import type { Passage } from './passage.js'
import { OPEN } from './words.js'

const HEDGES =
  /\b(?:may|might|could|possibly|perhaps|probably|suspect(?:s|ed)?|believe[sd]?|(?:is|are|was|were) (?:said|believed|thought|rumou?red|alleged) to|thought)\b/i
const PROVES =
  /\b(?:prove[sdn]?|proof|confirm(?:s|ed)?|reveal(?:s|ed)?|established|shown|in fact|official)\b/i
const COVER = 0.5
const COVER_OF_PROOF = 0.4
const EMPTY = new Set([
  'may',
  'might',
  'could',
  'possibly',
  'perhaps',
  'probably',
  'suspect',
  'believe',
  'think',
  'say',
  'tell',
  'part',
  'also',
])

/** True where the later document names the earlier one's publisher, or repeats its text. */
function relays(to: Passage, from: Passage, passages: Passages, lineage: Lineage): boolean {
  const [a, b] = [passages.cardOf(from), passages.cardOf(to)]
  if (a === b || isLater(a, b) || isPrimary(b.kind) || passages.corrects(to) || passages.corrects(from))
    return false
  return lineage.namesPublisherOf(b, a) || lineage.repeats(b, a)
}

/** A possibility or belief of one document that another, which passes it on, states as a fact. */
export function hedgesDropped(passages: Passages, lineage: Lineage): Raised[] {
  const out: Raised[] = []
  for (const from of passages.all) {
    if (!from.hedged) continue
    const clause = clausesOf(from.evidence.text)
      .filter((c) => HEDGES.test(c.text) && !c.negative)
      .map((c) => c.text)
      .join(' ')
    const words = contentWords(clause)
      .map(matterOf)
      .filter((w) => !EMPTY.has(w))
    if (words.length < 2) continue
    const whole = words.reduce((n, w) => n + passages.weight(w), 0)
    const best = new Map<string, { to: Passage; share: number }>()
    for (const to of passages.sharing(words)) {
      if (to.hedged || OPEN.test(to.evidence.text) || !relays(to, from, passages, lineage)) continue
      const says = passages.positive(to)
      const met = words.filter((w) => says.has(w))
      const share = met.reduce((n, w) => n + passages.weight(w), 0) / whole
      const enough = PROVES.test(to.evidence.text) ? COVER_OF_PROOF : COVER
      if (met.length < 2 || share < enough) continue
      const known = best.get(to.document)
      if (!known || known.share < share) best.set(to.document, { to, share })
    }
    for (const { to, share } of best.values())
      out.push({
        kind: 'inflation',
        on: 'certainty',
        sides: [[from], [to]],
        why: `${short(from)} was put as possible; ${short(to)} passes it on as a fact.`,
        score: 0.55 + 0.3 * share,
      })
  }
  return out
}
const short = (p: Passage): string => `“${p.evidence.text.replace(/\s+/g, ' ').slice(0, 160)}”`

const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const numberOf = (word: string): number | null => {
  const at = NUMBERS.indexOf(word.toLowerCase())
  return at >= 0 ? at : /^\d+$/.test(word) ? Number(word) : null
}
const SOME_OF = /\b(\w+) of (?:the|its|their|his|her|our) (\w+) (\p{L}+)/giu
const ALL_OF =
  /\b(?:all(?: of)?(?: the| its| their)?|every one of (?:the|its|their)|each of (?:the|its|their)) (\w+) (\p{L}+)/giu
const SHARES: Readonly<Record<string, number>> = {
  half: 0.5,
  third: 1 / 3,
  quarter: 0.25,
  fifth: 0.2,
  sixth: 1 / 6,
  tenth: 0.1,
  'two thirds': 2 / 3,
  'three quarters': 0.75,
  most: 0.75,
  all: 1,
}
const SHARE_OF =
  /\b(?:(?:a|one|barely|only|nearly|almost|about|over|less than|more than) )*(half|third|quarter|fifth|sixth|tenth|two thirds|three quarters) of (?:the |its |their )?(\p{L}+)/giu

/** Counts of one thing that are held against one another. */
const MOST = 100

interface Counted {
  readonly passage: Passage
  readonly value: number
  readonly key: string
}

/** 'Eight of the eleven carers' that became 'all eleven carers'; 'half of the cement' that became a fifth. */
export function countsChanged(passages: Passages, lineage: Lineage): Raised[] {
  const byKey = new Map<string, Counted[]>()
  const add = (passage: Passage, key: string, value: number | null): void => {
    if (value === null) return
    const list = byKey.get(key)
    if (!list) byKey.set(key, [{ passage, value, key }])
    else if (list.length < MOST) list.push({ passage, value, key })
  }
  for (const p of passages.all) {
    const text = p.evidence.text
    for (const [, some, of, noun] of text.matchAll(SOME_OF)) {
      const whole = numberOf(of!)
      if (whole !== null) add(p, `${whole} ${matterOf(contentWords(noun!)[0] ?? '')}`, numberOf(some!))
    }
    for (const [, of, noun] of text.matchAll(ALL_OF)) {
      const whole = numberOf(of!)
      if (whole !== null) add(p, `${whole} ${matterOf(contentWords(noun!)[0] ?? '')}`, whole)
    }
    for (const [, share, noun] of text.matchAll(SHARE_OF)) {
      const other = [...p.words].filter((w) => passages.weight(w) > 2.5 && w !== noun).slice(0, 8)
      for (const word of other)
        add(
          p,
          `share ${matterOf(contentWords(noun!)[0] ?? '')} ${word}`,
          SHARES[share!.toLowerCase()] ?? null,
        )
    }
  }
  const out: Raised[] = []
  for (const list of byKey.values())
    for (const [i, a] of list.entries())
      for (const b of list.slice(i + 1)) {
        const [from, to] = isLater(passages.cardOf(a.passage), passages.cardOf(b.passage)) ? [b, a] : [a, b]
        const told = from.passage.words.filter(
          (w) => !from.key.includes(w) && passages.weight(w) > 1.5 && to.passage.words.includes(w),
        )
        if (
          from.value === to.value ||
          told.length === 0 ||
          !relays(to.passage, from.passage, passages, lineage)
        )
          continue
        out.push({
          kind: 'drift',
          on: 'number',
          sides: [[from.passage], [to.passage]],
          why: `${short(from.passage)} became on the way ${short(to.passage)}`,
          score: 0.75,
        })
      }
  return out
}
