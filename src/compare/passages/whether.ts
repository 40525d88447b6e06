/** What one says and another says is not so. */
import { compatibleTimes } from '../../schema/edtf.js'
import { bounded, interval } from '../alike.js'
import { contentWords } from '../words/content.js'
import { matterOf } from '../words/derived.js'
import { clausesIn, deniedIn } from './clauses.js'
import { oneVoice, type Passages, type Raised } from './index.js'
import type { Passage } from './passage.js'
import { ACCUSING, OPEN } from './words.js'

/** Of what is denied, the weight that the other account must name. */
const COVER = 0.72
/** A word that the other document has elsewhere counts so much of one in the sentence. */
const OF_DOCUMENT = 0.6
/** 'Known as' is no knowing. */
const KNEW = /\b(?:knew|knows?|aware|learn(?:ed|t)|informed|told)\b/i
const EMPTY = new Set([
  'ever',
  'anyone',
  'anything',
  'anybody',
  'anywhere',
  'nobody',
  'nothing',
  'never',
  'not',
  'none',
  'suggestion',
  'allegation',
  'claim',
  'report',
  'accusation',
  'give',
  'take',
  'make',
  'have',
  'without',
  'such',
  'single',
  'time',
  'case',
  'evidence',
  'hear',
  'way',
  'say',
  'tell',
  'thing',
  'member',
  'doubt',
])
const POINTS_BACK = /\b(?:such|this|these|those|they|them)\b/i
const POINTS_ONLY = /^\W*(?:this|that|it|them|the (?:allegations?|accusations?|claims?|charges?))\W*$/i
const LATER = /\b(?:now|since then|by now|so far|in the meantime|meanwhile|yet|until)\b/i

/** Negated sentences of a case with the passages that say what they say is not so. */
export function disputes(passages: Passages): Raised[] {
  const out: Raised[] = []
  for (const p of passages.all) {
    if (passages.corrects(p) && !/\bsuch\b/i.test(p.evidence.text)) continue
    for (const { text, denial } of deniedIn(p.evidence.text)) {
      // What is denied by a word of denying is weighed in disputed.ts.
      if (denial) continue
      const found = POINTS_ONLY.test(text) ? spokenBefore(p, passages) : against(p, text, passages)
      if (found.length === 0) continue
      const accused = found.some((q) => q.words.some((w) => ACCUSING.has(w)))
      const answers = found.length === 1 && found[0] === passages.beside(p, -1)
      const kind = answers || (accused && /\b(?:I|we)\b/.test(p.evidence.text)) ? 'disputed' : 'contradiction'
      out.push({
        kind,
        on: kind === 'disputed' ? 'denial' : 'whether',
        sides: [found, [p]],
        why: '',
        score: 0.7,
      })
    }
  }
  return gathered(out)
}

/** Denials of the same passages are one matter; a plain 'not' of another document makes it a contradiction. */
function gathered(raised: readonly Raised[]): Raised[] {
  const out: Raised[] = []
  const at = new Map<Passage, number>()
  for (const one of raised) {
    const i = one.sides[0]!.map((q) => at.get(q)).find((n) => n !== undefined) ?? out.length
    for (const q of one.sides[0]!) at.set(q, i)
    const known = out[i]
    if (!known) {
      out.push(one)
      continue
    }
    const plain = [known, one].find((r) => r.kind === 'contradiction') ?? known
    out[i] = {
      ...plain,
      sides: known.sides.map((side, k) => [...new Set([...side, ...one.sides[k]!])]),
      score: Math.max(known.score, one.score),
    }
  }
  return out
}

/** What was said just before by one other voice: 'He denies this'. */
function spokenBefore(p: Passage, passages: Passages): Passage[] {
  const out: Passage[] = []
  for (let by = -1; by >= -5; by--) {
    const q = passages.beside(p, by)
    if (!q || (out.length > 0 && q.voice !== out[0]!.voice && q.voice !== '')) break
    if (q.voice === '' || q.voice === p.voice || p.entities.includes(q.voice)) {
      if (out.length === 0) continue
      break
    }
    out.push(q)
  }
  return out
}

function against(p: Passage, text: string, passages: Passages): Passage[] {
  const stems = contentWords(text)
  const names = stems.filter((w) => p.written.includes(w))
  const words = stems
    .filter((w) => !names.includes(w))
    .map(matterOf)
    .filter((w) => !EMPTY.has(w))
  if (words.length === 0) return []
  const speakers = /\b(?:I|we|she|he|they)\b/i.test(text)
    ? [...passages.about(p)].filter((n) => !names.includes(n))
    : []
  const before = POINTS_BACK.test(text) ? passages.beside(p, -1) : null
  const whole = words.reduce((n, w) => n + passages.weight(w), 0)
  const candidates = passages.sharing(words)
  return candidates.filter((q) => {
    if (q === p || oneVoice(p, q, passages)) return false
    const says = passages.positive(q)
    const met = words.filter((w) => says.has(w))
    const told = passages.wordsOfDocument(q.document)
    const person = met.length > 0 && speakers.some((n) => q.names.includes(n) && passages.weight(n) > 1)
    const around = person ? words.filter((w) => !met.includes(w) && told.has(w)) : []
    const weigh = (list: readonly string[]): number => list.reduce((n, w) => n + passages.weight(w), 0)
    if (weigh(met) + OF_DOCUMENT * weigh(around) < COVER * whole) return false
    if (
      /\?["”’']?\s*$/.test(q.evidence.text) ||
      clausesIn(q).some(
        (c) =>
          OPEN.test(c.text) &&
          contentWords(c.text)
            .map(matterOf)
            .some((w) => words.includes(w)),
      ) ||
      passages.corrects(q)
    )
      return false
    if (met.length === 1 && around.length === 0 && !aloneEnough(met[0]!, p, q, before, passages)) return false
    const known = passages.namesOfDocument(q.document)
    if (names.some((n) => !q.names.includes(n) && !known.has(n))) return false
    if (words.includes('know') && !KNEW.test(q.evidence.text)) return false
    if (timesApart(p, q)) return false
    return !(LATER.test(q.evidence.text) && q.document !== p.document)
  })
}

/** One word in common: a wrong that is laid to the same person, or a thing of which the sentence before tells more. */
function aloneEnough(
  word: string,
  p: Passage,
  q: Passage,
  before: Passage | null,
  passages: Passages,
): boolean {
  if (q === before) return false
  if (q === passages.beside(p, -1))
    return q.voice !== p.voice && [...passages.about(p)].some((n) => q.names.includes(n))
  if (ACCUSING.has(word))
    return p.names.some((n) => q.names.includes(n) || passages.namesOfDocument(q.document).has(n))
  if (!before) return false
  const told = [...before.words, ...before.names].filter((w) => w !== word)
  const shared = told.filter((w) => q.words.includes(w) || q.names.includes(w))
  return shared.length >= 1 && shared.some((w) => passages.weight(w) > 3)
}

/** True where both say when, and no time of the one fits one of the other. */
export function timesApart(p: Passage, q: Passage): boolean {
  const read = (one: Passage) => one.times.map(interval).filter((t) => t !== null && bounded(t))
  const [a, b] = [read(p), read(q)]
  return a.length > 0 && b.length > 0 && !a.some((x) => b.some((y) => compatibleTimes(x!, y!)))
}
