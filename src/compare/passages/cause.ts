/** Two causes of one event: 'went aground because the channel had silted up', 'the grounding was caused by a failure of the gear'. */
import { contentWords } from '../words/content.js'
import { matterOf } from '../words/derived.js'
import { merged } from './states.js'
import { oneVoice, type Passages, type Raised } from './index.js'
import type { Passage } from './passage.js'

/** Event and cause, by the words between them; the first group is the event but where `turned`. */
const PATTERNS: readonly { readonly pattern: RegExp; readonly turned?: true }[] = [
  {
    pattern:
      /^(.{3,200}?)\b(?:was|were|had been|is|are) (?:\w+ )?(?:caused|triggered|brought about|sparked|started) by\b(.{3,200})/i,
  },
  {
    pattern:
      /^(.{3,200}?)\b(?:because of|because|due to|owing to|as a result of|as a consequence of|thanks to|under the (?:weight|pressure|load) of|resulted from|was the (?:result|consequence) of|came from)\b(.{3,200})/i,
  },
  {
    pattern:
      /\b(causes? of (?:the |his |her |their )?\w+(?: of [\w ]{3,40})?) (?:was|were|is|had been)\b(.{3,200})/i,
  },
  { pattern: /\b(died|dead|perished|suffering) (?:of|from)\b(.{3,120})/i },
  {
    pattern:
      /^(.{3,120}?)\b(?:caused|triggered|led to|brought about|is to blame for|was to blame for|was behind)\b(.{3,200})/i,
    turned: true,
  },
]
/** Events by their nouns and verbs: what was caused is one where these are. */
const EVENTS: readonly (readonly [string, RegExp])[] = [
  [
    'collapse',
    /\b(?:collaps\w*|gave way|given way|gives? way|came down|caved? in|fell in|breach\w*|burst\w*)\b/i,
  ],
  ['death', /\b(?:die[sd]?|deaths?|dead|killed|perish\w*|fatalit\w+)\b/i],
  ['grounding', /\b(?:aground|grounding|stranding|stranded)\b/i],
  ['fire', /\b(?:fires?|blaze|burn(?:ed|t)? down|burned|went up in flames|caught fire)\b/i],
  ['explosion', /\b(?:explo\w+|blast|blew up)\b/i],
  ['sinking', /\b(?:sank|sinking|sunk|capsiz\w+|foundered)\b/i],
  ['crash', /\b(?:crash\w*|derail\w*|collision|collided)\b/i],
  ['outage', /\b(?:outage|blackout|power cut|failure of the (?:power|network|system)|shutdown)\b/i],
  ['illness', /\b(?:ill|illness|sick\w*|poisoning|outbreak|epidemic|infections?)\b/i],
  ['flood', /\b(?:flood\w*|dam break)\b/i],
  ['spill', /\b(?:spill\w*|leak\w*|contaminat\w*|pollution)\b/i],
  ['loss', /\b(?:bankrupt\w*|insolven\w*|deficit|losses)\b/i],
]

interface Caused {
  readonly passage: Passage
  readonly event: string
  readonly cause: ReadonlySet<string>
  readonly nouns: ReadonlySet<string>
}

/** Accounts that lay one event to causes with no word in common. */
export function causesApart(passages: Passages): Raised[] {
  const byEvent = new Map<string, Caused[]>()
  for (const passage of passages.all) {
    if (/\?["”’']?\s*$/.test(passage.evidence.text) || passages.corrects(passage)) continue
    const found = causedIn(passage)
    if (!found) continue
    const list = byEvent.get(found.event)
    if (list) list.push(found)
    else byEvent.set(found.event, [found])
  }
  const out: Raised[] = []
  for (const list of byEvent.values())
    for (const [i, a] of list.entries()) {
      // Those that lay it to the same as the first stand on its side.
      const against = list.slice(i + 1, i + 1 + MOST).filter((b) => apart(a, b, passages))
      if (against.length > 0)
        out.push({
          kind: 'contradiction',
          on: 'cause',
          sides: [[a.passage], against.map((b) => b.passage)],
          why: '',
          score: 0.7,
        })
    }
  return merged(out)
}
const MOST = 100

function causedIn(passage: Passage): Caused | null {
  const text = passage.evidence.text
  for (const { pattern, turned } of PATTERNS) {
    const match = pattern.exec(text)
    if (!match) continue
    const [event, cause] = turned ? [match[2]!, match[1]!] : [match[1]!, match[2]!]
    const named = EVENTS.find(([, words]) => words.test(event))?.[0]
    if (!named) continue
    const words = new Set(
      contentWords(cause.split(/[;:“”]|, (?:as|and|but|which|who|said)\b/)[0]!).map(matterOf),
    )
    if (words.size === 0) continue
    return { passage, event: named, cause: words, nouns: new Set([...contentWords(event).map(matterOf)]) }
  }
  return null
}

function apart(a: Caused, b: Caused, passages: Passages): boolean {
  if (oneVoice(a.passage, b.passage, passages)) return false
  if ([...a.cause].some((w) => b.cause.has(w))) return false
  // One names the cause within the other's: 'the ice that hung on the roof' and 'the roof'.
  const [known, other] = [a, b].map((c) => passages.namesOfDocument(c.passage.document)) as [
    ReadonlySet<string>,
    ReadonlySet<string>,
  ]
  const event = [...a.nouns].some((w) => b.nouns.has(w) && passages.weight(w) > 1.5)
  const names =
    [...a.passage.written].some((w) => other.has(w)) || [...b.passage.written].some((w) => known.has(w))
  const documents = [...known].filter((w) => other.has(w)).length
  return event || names || documents >= 3
}
