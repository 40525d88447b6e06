/**
 * Learns from the planted truth of the cases that are tuned on (src/compare/check/learned.json): which sentences of a case say what a
 * draft's sentence says and which say otherwise, which verdict follows, and which words are the accused side's answer. Says how well it
 * does on cases that it did not learn from. It is run anew when the network for pairs changes.
 *
 *   WHENCE_READINGS=folder node --import tsx training/check.ts [--write]
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { placesOf, type Truth } from '../bench/case-truth.js'
import { compareAdded } from '../src/compare/added.js'
import { indexOf } from '../src/compare/check.js'
import { VERDICTS, verdictOf } from '../src/compare/check/decide.js'
import { beside, foundFor, type Found } from '../src/compare/check/found.js'
import { spokenOf } from '../src/compare/check/ground.js'
import type { Model } from '../src/compare/check/model.js'
import { replyTraits } from '../src/compare/check/reply.js'
import { isAmong, standingOf } from '../src/compare/check/standing.js'
import { termsOf } from '../src/compare/check/terms.js'
import { traitsOf } from '../src/compare/check/traits.js'
import type { Compared } from '../src/compare/compare.js'
import type { Context } from '../src/compare/context.js'
import { chanceBy, type Line, type Values } from '../src/compare/regression.js'
import type { Verdict } from '../src/schema/case.js'
import type { Evidence } from '../src/schema/reading.js'
import { draftCard } from '../src/workflow/check-draft.js'
import { labelsOf, type Label } from './check/labels.js'
import { affairsRead, ROOT } from './affairs.js'
import { logistic, softmax, type Example } from './regress.js'

const FOLDS = 7
const ROUNDS = 2
const RIDGE = { pair: 20, verdict: 30, answer: 300 }
/** In answers rightly given; one where the truth names none may still be an answer. */
const COST = { wrong: 0.2, needless: 0.05 }
/** Sentences of a case set beside one that its truth speaks of, besides those that the truth does. */
const BESIDE = 8
/** Of pairs that have nothing to do with one another one in so many is learned from. */
const SPARED = 2

interface Sentence {
  readonly case: string
  readonly fold: number
  readonly words: string
  readonly verdict: Verdict
  readonly answer: readonly Evidence[]
  readonly found: Found
  readonly context: Context
  readonly lineage: Compared['lineage']
}
interface Pair {
  readonly fold: number
  readonly values: Values
  readonly label: Label
  readonly weight: number
}

const pairs: Pair[] = []
const sentences: Sentence[] = []
let number = 0
for await (const { affair, read, planted, product, networks } of affairsRead()) {
  const { name, truth, texts } = planted
  const fold = number++ % FOLDS
  const investigation = await product.investigate(read)
  const { compared } = investigation
  const { reading } = await product.read(affair.draft)
  const card = draftCard(reading, investigation, read)
  const cards = new Map([...compared.context.cards, [card.document, card] as const])
  const context: Context = {
    ...compared.context,
    cards,
    embed: networks.embed,
    relate: networks.relate ?? null,
  }
  const known = indexOf(compared, context, card)
  const { findings } = await compareAdded(card, known.near, context)
  const contested = findings.filter(({ kind }) => kind === 'contradiction' || kind === 'disputed')
  const sought = { ...known, contested }
  const { ground } = sought

  const labels = labelsOf(truth, texts, ground)
  for (const p of labels.spoken) {
    const near = ground.nearest(ground.spoken(p), BESIDE)
    const others = [...new Set([...near, ...labels.partners(p)])].filter((q) => q !== p)
    const met = await beside(ground.spoken(p), others, sought)
    met.forEach(({ spoken, features }, i) => {
      const label = labels.of(p, spoken.passage)
      if (label.matter === 0 && i % SPARED !== 0) return
      pairs.push({ fold, values: termsOf(features), label, weight: label.matter === 0 ? SPARED : 1 })
    })
  }
  for (const verdict of truth.verdicts) {
    const i = sentenceAt(verdict, reading.document.text, reading.sentences)
    const own = card.statements.filter((s) => s.sentence === i)
    const passages = card.passages ?? []
    const spoken = spokenOf(passages[i]!, own, [passages[i - 1], passages[i - 2]], context)
    const answer = verdict.answer ? placesOf(texts.get(verdict.answer.file)!, verdict.answer.quote) : []
    const at = answer[(verdict.answer?.nth ?? 1) - 1]
    sentences.push({
      case: name,
      fold,
      words: spoken.passage.evidence.text,
      verdict: verdict.verdict,
      answer: at ? [{ ...at, file: verdict.answer!.file, text: '', claim: null }] : [],
      found: await foundFor(spoken, sought),
      context,
      lineage: compared.lineage,
    })
  }
  process.stderr.write(`${name}: ${labels.spoken.length} sentences, ${pairs.length} pairs in all\n`)
}

function sentenceAt(
  { quote }: Truth['verdicts'][number],
  text: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): number {
  const place = placesOf(text, quote)[0]
  if (!place) throw new Error(`“${quote}” does not stand in the draft`)
  const shared = spans.map((s) => Math.min(place.end, s.end) - Math.max(place.start, s.start))
  return shared.indexOf(Math.max(...shared))
}

const apart = <T extends { readonly fold: number }>(list: readonly T[], fold: number): T[] =>
  list.filter((one) => one.fold !== fold)

type PairLines = Model['pair']

function learnPairs(from: readonly Pair[]): PairLines {
  const line = (of: keyof Label): Line =>
    logistic(
      from.flatMap(({ values, label, weight }): Example[] =>
        label[of] === null ? [] : [{ values, label: label[of], weight }],
      ),
      RIDGE.pair,
    )
  return { says: line('says'), matter: line('matter'), against: line('against') }
}

/**
 * What a verdict says of the sentences found: that one of them carries the sentence or speaks against it, not which. It is taken to be
 * the one likeliest by what was learned elsewhere.
 */
function guessed({ fold, verdict, answer, found }: Sentence, lines: PairLines): Pair[] {
  const scored = found.met.map((m) => {
    const values = termsOf(m.features)
    const says = chanceBy(lines.says, values)
    return { m, values, says, against: chanceBy(lines.against, values), replies: isAmong(m, answer) }
  })
  const pair = (values: Values, label: Partial<Label>, weight: number): Pair => ({
    fold,
    values,
    label: { says: null, matter: null, against: null, ...label },
    weight,
  })
  const out: Pair[] = []
  const quiet = scored.filter(({ replies }) => !replies)
  for (const { values, replies } of scored) if (replies) out.push(pair(values, { against: 1, matter: 1 }, 2))
  if (verdict === 'no-claim') return out
  if (verdict === 'contradicted') {
    const [first] = quiet.sort((a, b) => b.against - a.against)
    if (first) out.push(pair(first.values, { against: 1, matter: 1 }, 2))
    return out
  }
  for (const { values } of quiet) out.push(pair(values, { against: 0 }, 0.5))
  if (verdict === 'unsupported') return out
  const [first, ...rest] = quiet.sort((a, b) => b.says - a.says)
  if (first) out.push(pair(first.values, { says: 1, matter: 1 }, 2))
  const other = rest.find(({ m }) => first && m.spoken.passage.document !== first.m.spoken.passage.document)
  if (other && verdict === 'supported') out.push(pair(other.values, { says: 1, matter: 1 }, 1))
  return out
}

let guesses: Pair[] = []
let pairLines: PairLines[] = []
for (let round = 0; round <= ROUNDS; round++) {
  pairLines = Array.from({ length: FOLDS }, (_, fold) => learnPairs(apart([...pairs, ...guesses], fold)))
  guesses = sentences.flatMap((s) => guessed(s, pairLines[s.fold]!))
}
const pairsOnly = (pair: PairLines): Model => ({
  pair,
  verdict: {},
  answer: { bias: 0, weights: {} },
  answered: 1,
})

// The model of the sentence's own fold: what follows never rests on pairs that were learned by heart.
const standings = sentences.map((s) => {
  const standing = standingOf(s.found, pairsOnly(pairLines[s.fold]!), s.context, s.lineage)
  const traits = traitsOf(s.found, standing, s.context)
  const replies = standing.all.map((w) => ({
    values: replyTraits(w, s.found.draft, standing.carried, standing.against, s.context),
    right: isAmong(w, s.answer),
  }))
  return { ...s, standing, traits, replies }
})
type Standings = typeof standings

function learnVerdicts(from: Standings, ridge: number): Model['verdict'] {
  const lines = softmax(
    from.map(({ traits }) => traits),
    from.map(({ verdict }) => VERDICTS.indexOf(verdict)),
    VERDICTS.length,
    ridge,
  )
  return Object.fromEntries(VERDICTS.map((verdict, c) => [verdict, lines[c]!]))
}
const learnAnswer = (from: Standings): Line =>
  logistic(
    from.flatMap(({ replies, answer }) =>
      replies.map(({ values, right }): Example => ({
        values,
        label: right ? 1 : 0,
        weight: right ? 10 : answer.length > 0 ? 1 : 0.3,
      })),
    ),
    RIDGE.answer,
  )

const verdictLines = Array.from({ length: FOLDS }, (_, f) =>
  learnVerdicts(apart(standings, f), RIDGE.verdict),
)
const answerLines = Array.from({ length: FOLDS }, (_, f) => learnAnswer(apart(standings, f)))
const judged = standings.map((s) => {
  const model = { ...pairsOnly(pairLines[s.fold]!), verdict: verdictLines[s.fold]! }
  const best = s.replies
    .map(({ values, right }) => ({ right, chance: chanceBy(answerLines[s.fold]!, values) }))
    .sort((a, b) => b.chance - a.chance)[0]
  return { ...s, given: verdictOf(s.words, s.traits, s.standing, model), best }
})

let answered = { least: 0.5, worth: -Infinity }
for (let least = 0.1; least < 0.95; least += 0.05) {
  const given = judged.filter(({ best }) => best && best.chance >= least)
  const right = given.filter(({ best }) => best!.right).length
  const wrong = given.filter(({ best, answer }) => !best!.right && answer.length > 0).length
  const needless = given.length - right - wrong
  process.stdout.write(`answers ≥ ${least.toFixed(2)}: ${right} right, ${wrong} wrong, ${needless} where none is planted\n`) // prettier-ignore
  const worth = right - COST.wrong * wrong - COST.needless * needless
  if (worth > answered.worth) answered = { least, worth }
}
process.stdout.write(`answers from ${answered.least.toFixed(2)}\n`)

const count = (list: typeof judged): string => {
  const asked = list.filter(({ answer }) => answer.length > 0)
  const met = asked.filter(({ best }) => best && best.right && best.chance >= answered.least).length
  return `${list.filter((s) => s.given === s.verdict).length} of ${list.length} verdicts, ${met} of ${asked.length} answers`
}
for (const name of new Set(judged.map((s) => s.case)))
  process.stdout.write(`${name}: ${count(judged.filter((s) => s.case === name))}\n`)
process.stdout.write(`all, each learned from others: ${count(judged)}\n`)
for (const meant of VERDICTS)
  process.stdout.write(
    `${meant}: ${VERDICTS.map((v) => `${v} ${judged.filter((s) => s.verdict === meant && s.given === v).length}`).join(', ')}\n`,
  )

if (process.argv.includes('--write')) {
  const about =
    'Learned by training/check.ts from the planted truth of cases/affair-*; not to be changed by hand. answered: likelihood from which a sentence is given as the answer of the accused.'
  const model: Model = {
    pair: learnPairs([...pairs, ...guesses]),
    verdict: learnVerdicts(standings, RIDGE.verdict),
    answer: learnAnswer(standings),
    answered: Number(answered.least.toFixed(2)),
  }
  writeFileSync(
    join(ROOT, 'src/compare/check/learned.json'),
    `${JSON.stringify({ about, ...model }, null, 2)}\n`,
  )
}
