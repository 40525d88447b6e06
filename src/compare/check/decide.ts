/** The verdict on a draft's sentence, by what is learned, within what can be shown for it. */
import type { Verdict } from '../../schema/case.js'
import { isHedged } from './hedged.js'
import { givesAccount, givesBoth } from './kind.js'
import { oddsBy, type Values } from '../regression.js'
import type { Model } from './model.js'
import type { Standing } from './standing.js'

export const VERDICTS: readonly Verdict[] = [
  'supported',
  'single-origin',
  'overstated',
  'contradicted',
  'unsupported',
  'no-claim',
]

/** The likeliest verdict that has what it rests on; `words` are the sentence. */
export function verdictOf(words: string, traits: Values, s: Standing, model: Model): Verdict {
  let [best, most]: [Verdict, number] = ['unsupported', -Infinity]
  for (const verdict of VERDICTS) {
    if (!canShow(verdict, words, traits, s)) continue
    const odds = Math.max(...standsFor(verdict, words).map((v) => oddsBy(model.verdict[v]!, traits)))
    if (odds > most) [best, most] = [verdict, odds]
  }
  return best
}

/** That somebody says so is carried or is not, however many have it from them. */
const standsFor = (verdict: Verdict, words: string): readonly Verdict[] =>
  verdict === 'supported' && givesAccount(words) ? ['supported', 'single-origin', 'overstated'] : [verdict]

/** Unknown lineage is not independence, and no contradiction stands without the words of the other side. */
function canShow(verdict: Verdict, words: string, traits: Values, s: Standing): boolean {
  const { established } = s.origins
  const surely = (s.carried[0]?.says ?? 0) >= SURE && established > 0
  if (verdict === 'unsupported') return !surely
  if (verdict === 'no-claim') return mayClaimNothing(traits)
  if (verdict === 'contradicted') return s.against.length > 0 && !givesBoth(words)
  if (s.carried.length === 0) return false
  if (verdict === 'overstated') return !isHedged(words) && firstHedged(s) !== null
  if (verdict === 'supported') return established >= 2 || givesAccount(words)
  return established === 1 && !givesAccount(words)
}

/** Likely enough to say so that somebody's word stands for it. */
const SURE = 0.6

/** What names somebody, counts or dates claims something, unless its form says otherwise. */
const mayClaimNothing = (t: Values): boolean =>
  t['nothing'] === 1 || t['question'] === 1 || t['names']! + t['figures']! + t['days']! === 0

const firstHedged = (s: Standing): string | null =>
  [...s.carried, ...s.all.slice(0, MOST_HEDGED)].find(({ features }) => features.hedged === 1)?.spoken.passage
    .evidence.text ?? null
const MOST_HEDGED = 3

/** Why, in a sentence that names or quotes what the verdict rests on. */
export function reasonOf(verdict: Verdict, words: string, s: Standing): string {
  const { list, established } = s.origins
  const names = list.filter((o) => o.count > 0).map((o) => o.who)
  switch (verdict) {
    case 'no-claim':
      return 'The sentence says nothing that could be checked.'
    case 'contradicted': {
      // 'That was wrong.' says less than what it is said of.
      const other = s.against.find(({ text }) => text.split(/\s+/).length > 4) ?? s.against[0]
      return `The case holds another account: “${brief(other?.text ?? '')}”.`
    }
    case 'overstated':
      return `The case puts it less firmly: “${brief(firstHedged(s) ?? '')}”.`
    case 'single-origin':
      return `${names[0]} alone says so.`
    case 'supported':
      return givesAccount(words)
        ? 'The case holds that they say so.'
        : `${established} independent origins: ${names.slice(0, 4).join(', ')}.`
    case 'unsupported':
      if (s.carried.length === 0) return 'Nothing in the case says so.'
      return established === 0
        ? 'It stands in the case, but nobody is named whose word it is.'
        : `What comes nearest does not say as much: “${brief(s.carried[0]!.spoken.passage.evidence.text)}”.`
  }
}
const brief = (text: string): string => text.replace(/\s+/g, ' ').slice(0, 140)
