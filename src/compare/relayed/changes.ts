/** What became of a sentence on its way into another document: a figure, day or place changed, a quotation altered, a doubt dropped. */
import { differencesOf } from '../apart/difference.js'
import { matterOfPair } from '../apart/matter.js'
import { sightOf } from '../apart/sight.js'
import { contentWords, fold } from '../words/content.js'
import { clausesOf } from '../passages/clauses.js'
import type { Passages } from '../passages/index.js'
import type { Passage } from '../passages/passage.js'
import type { Pair } from './pairs.js'

export type Kind = 'figure' | 'quotation' | 'certainty'
export type Features = Readonly<Record<string, number>>

export interface Change extends Pair {
  readonly kind: Kind
  readonly on: string
  /** The words of each that are compared in meaning. */
  readonly clauses: readonly [string, string]
  readonly features: Features
}

const HEDGES =
  /\b(?:may|might|could|possibl[ey]|perhaps|probabl[ey]|likely|suspect(?:s|ed)?|believe[sd]?|alleged(?:ly)?|reportedly|apparently|supposed(?:ly)?|seems?|seemed|appears?|appeared|rumou?r(?:s|ed)?|suggest(?:s|ed)?|assumes?|assumed|guess(?:es|ed)?|thought|thinks?|(?:is|are|was|were) said to|would not swear|not (?:sure|certain)|cannot (?:say|rule)|if\b)\b/i
const WEAK = /\b(?:may|might|could|possibl[ey]|perhaps)\b/i
const PROVES =
  /\b(?:prove[sdn]?|proof|confirm(?:s|ed)?|reveal(?:s|ed)?|establish(?:es|ed)|found out|show(?:s|n|ed)|in fact|official(?:ly)?|admit(?:s|ted)?)\b/i

/** The changes between two sentences. */
export function changesOf(pair: Pair, passages: Passages): Change[] {
  const { from, to } = pair
  const [a, b] = [sightOf(from), sightOf(to)]
  const matter = {
    ...matterOfPair(a, b, passages),
    named: pair.by === 1 ? 1 : 0,
    namedByWord: pair.by === 0.5 ? 1 : 0,
    namedHere: pair.here ? 1 : 0,
    repeats: pair.repeats ? 1 : 0,
    rankOf: Math.log(1 + pair.rank),
    toVoice: to.voice === '' ? 0 : 1,
    fromVoice: from.voice === '' ? 0 : 1,
    headline: to.sentence === 0 ? 1 : 0,
  }
  const out: Change[] = differencesOf(a, b, passages)
    .filter(({ on }) => on !== 'whether')
    .map((d) => ({
      ...pair,
      kind: 'figure' as const,
      on: d.on === 'number' && d.features['money'] === 1 ? 'amount' : d.on,
      clauses: [d.x.clause, d.y.clause] as const,
      features: { ...matter, ...d.features, [`on-${d.on}`]: 1 },
    }))
  const share = shareOf(from, to)
  if (share)
    out.push({ ...pair, ...share, kind: 'figure', on: 'number', features: { ...matter, ...share.features } })
  const altered = quotationOf(from, to, passages)
  if (altered)
    out.push({
      ...pair,
      ...altered,
      kind: 'quotation',
      on: 'quotation',
      features: { ...matter, ...altered.features },
    })
  const firmer = certaintyOf(from, to, passages)
  if (firmer)
    out.push({
      ...pair,
      ...firmer,
      kind: 'certainty',
      on: 'certainty',
      features: { ...matter, ...firmer.features },
    })
  return out
}

function certaintyOf(
  from: Passage,
  to: Passage,
  passages: Passages,
): Pick<Change, 'clauses' | 'features'> | null {
  const hedge = HEDGES.exec(from.evidence.text)
  if (!(from.hedged || hedge) || to.hedged || HEDGES.test(to.evidence.text)) return null
  const clause =
    clausesOf(from.evidence.text).find((c) => HEDGES.test(c.text) && !c.negative)?.text ?? from.evidence.text
  const weigh = (list: readonly string[]): number => list.reduce((n, w) => n + passages.weight(w), 0)
  const words = contentWords(clause.replace(HEDGES, ' '))
  const theirs = new Set(contentWords(to.evidence.text))
  const whole = weigh(words) || 1
  return {
    clauses: [clause, to.evidence.text],
    features: {
      cover: weigh(words.filter((w) => theirs.has(w))) / whole,
      weak: WEAK.test(from.evidence.text) ? 1 : 0,
      readHedged: from.hedged ? 1 : 0,
      proves: PROVES.test(to.evidence.text) ? 1 : 0,
      denies: /\b(?:not|never|no|nor|den(?:y|ies|ied))\b|n['’]t\b/i.test(to.evidence.text) ? 1 : 0,
      quoted: /["“]/.test(to.evidence.text) ? 1 : 0,
    },
  }
}

const PARTS: Readonly<Record<string, number>> = { half: 0.5, third: 1 / 3, quarter: 0.25, fifth: 0.2, sixth: 1 / 6, tenth: 0.1, 'two thirds': 2 / 3, 'two-thirds': 2 / 3, 'three quarters': 0.75, 'three-quarters': 0.75 } // prettier-ignore
const NUMBERS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  )
const numberOf = (word: string): number | null => {
  const at = NUMBERS.indexOf(word.toLowerCase())
  return at >= 0 ? at : /^\d+$/.test(word) ? Number(word) : null
}
const PART = new RegExp(`\\b(${Object.keys(PARTS).sort((a, b) => b.length - a.length).join('|')}) of\\b`, 'i') // prettier-ignore
const SOME_OF = /\b(\w+) of (?:the|its|their|his|her|our) (\w+) (\p{L}+)/iu
const ALL_OF = /\b(?:all(?: of)?|every one of|each of)(?: the| its| their)? (\w+) (\p{L}+)/iu

interface Share {
  readonly share: number
  /** Of how many; null for 'a third'. */
  readonly of: number | null
  readonly at: number
  readonly end: number
}
/** 'A tenth of', 'eight of the eleven', 'all eleven'. */
function shareIn(text: string): Share | null {
  const [some, all, part] = [SOME_OF.exec(text), ALL_OF.exec(text), PART.exec(text)]
  const [n, of] = some ? [numberOf(some[1]!), numberOf(some[2]!)] : [null, null]
  if (some && n !== null && of) return { share: n / of, of, at: some.index, end: some.index + some[0].length }
  const whole = all ? numberOf(all[1]!) : null
  if (all && whole !== null) return { share: 1, of: whole, at: all.index, end: all.index + all[0].length }
  return part
    ? { share: PARTS[part[1]!.toLowerCase()]!, of: null, at: part.index, end: part.index + part[0].length }
    : null
}

function shareOf(from: Passage, to: Passage): Pick<Change, 'clauses' | 'features'> | null {
  const [x, y] = [shareIn(from.evidence.text), shareIn(to.evidence.text)]
  if (!x || !y || Math.abs(x.share - y.share) < 0.02) return null
  if ((x.of === null) !== (y.of === null)) return null
  const rest = ({ evidence: { text } }: Passage, s: Share): string =>
    `${text.slice(0, s.at)} ${text.slice(s.end)}`
  return {
    clauses: [rest(from, x), rest(to, y)],
    features: { share: 1, shareOfSame: x.of !== null && x.of === y.of ? 1 : 0 },
  }
}

const QUOTATION = /["“«„]([^"“”»„]{8,400})["”»“]/gu
const plain = (text: string): string[] =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
/** The stretches in quotation marks; of a sentence within a longer quotation, the sentence. */
const quotationsIn = (text: string): string[] => {
  const found = [...text.matchAll(QUOTATION)].map((m) => m[1]!)
  if (found.length > 0) return found
  const open = /^\s*["“«„](.{8,400})$/su.exec(text)?.[1] ?? /^(.{8,400})["”»]/su.exec(text)?.[1]
  return open ? [open] : []
}

/** Two wordings of one quotation: most of the words in common, in one order, and not a mere cut. */
function quotationOf(
  from: Passage,
  to: Passage,
  passages: Passages,
): Pick<Change, 'clauses' | 'features'> | null {
  let best: Pick<Change, 'clauses' | 'features'> | null = null
  for (const x of quotationsIn(from.evidence.text))
    for (const y of quotationsIn(to.evidence.text)) {
      const [u, v] = [plain(x), plain(y)]
      if (v.length < 3 || u.length < 3 || u.length > 80 || v.length > 80) continue
      const cut = ` ${u.join(' ')} `.includes(` ${v.join(' ')} `)
      // What is shortened is changed where a doubt is cut away.
      if (cut && !(HEDGES.test(x) && !HEDGES.test(y))) continue
      const run = inOrder(u, v)
      const less = Math.min(u.length, v.length)
      if (run < 2) continue
      const weight = (list: readonly string[]): number =>
        list.reduce((n, w) => n + (contentWords(w).length > 0 ? 1 : 0), 0)
      const common = u.filter((w) => v.includes(w))
      const features = {
        inOrder: run / less,
        run: Math.min(12, run),
        runContent: weight(common),
        shorter: Math.min(15, less),
        lengths: Math.log(Math.max(u.length, v.length) / less),
        newWords: weight(v.filter((w) => !u.includes(w))),
        names: passages.cardOf(from).kind === 'press' ? 1 : 0,
      }
      if (!best || features.inOrder > best.features['inOrder']!) best = { clauses: [x, y], features }
    }
  return best
}
/** Length of the longest common subsequence of words. */
function inOrder(a: readonly string[], b: readonly string[]): number {
  let last = new Array<number>(b.length + 1).fill(0)
  for (const w of a) {
    const now = [0]
    for (const [j, v] of b.entries()) now.push(w === v ? last[j]! + 1 : Math.max(now[j]!, last[j + 1]!))
    last = now
  }
  return last[b.length]!
}
