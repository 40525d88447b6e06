/** Which accounts of the case a denial answers: by what it denies, of whom, and what the accounts say of them. */
import { contentWords } from '../words/content.js'
import { conceptOf } from '../words/concepts.js'
import { matterOf } from '../words/derived.js'
import { chanceBy } from '../regression.js'
import type { Statement } from '../statement.js'
import { isPersonal } from '../document-kind.js'
import { affirmed, denialsOf, type Denial } from './denial.js'
import { EMPTY_WORDS } from './denying.js'
import { oneVoice, type Passages } from './index.js'
import { nearOf } from './meaning.js'
import type { Passage } from './passage.js'
import type { Retraction } from './retraction.js'
import { timesApart } from './whether.js'
import { ACCUSING } from './words.js'

/** A denial with the passage that says it. */
export interface Denying {
  readonly passage: Passage
  readonly denial: Denial
  /** Folded words of the names of who denies. */
  readonly denier: ReadonlySet<string>
  /** What is denied, in several wordings. */
  readonly wordings: readonly string[]
  readonly words: readonly string[]
  readonly names: readonly string[]
  readonly retraction?: Retraction
}

/** Accounts compared with one denial, at most: those that share most with it. */
const MOST_ACCOUNTS = 60
/** Texts embedded for a case, at most: about a minute's work. Words of denying and retractions come first, plain 'not' last. */
const MOST_TEXTS = 15_000

export interface Answer {
  readonly denying: Denying
  readonly account: Passage
  readonly features: Features
  /** 0..1: how likely the denial speaks of what the account says. */
  readonly score: number
}

const topic = (word: string): string => conceptOf(matterOf(word))

/** Every denial of the case that says what it denies. */
function denyingIn(passages: Passages, statementsOf: (p: Passage) => readonly Statement[]): Denying[] {
  return passages.all.flatMap((passage) =>
    denialsOf(passage)
      .filter((denial) => !denial.back)
      .flatMap((denial) => {
        const card = passages.cardOf(passage)
        const author = isPersonal(card.kind) ? (card.author?.name ?? '') : ''
        const speaker = passages.context.nameOf(passage.voice) || passage.voice || author
        const denier = new Set([
          ...passages.about(passage),
          ...contentWords(speaker),
          ...contentWords(author),
        ])
        const he = passage.voice === '' ? '' : speaker
        const said = denial.said
          .replace(/\b(?:I|me|we|us)\b/g, speaker || '$&')
          .replace(/\b(?:he|she|him|her)\b/gi, he || '$&')
          .replace(/\b(?:my|our)\b/gi, speaker ? `${speaker}'s` : '$&')
        const stems = contentWords(denial.said)
        const names = stems.filter((w) => passage.written.includes(w))
        const words = [...new Set(stems.filter((w) => !names.includes(w) && !EMPTY_WORDS.has(w)).map(topic))]
        // 'I do not own Halden Holdings'
        if (words.length === 0 && OWNS.test(denial.said)) words.push(...names)
        if (words.length === 0) return []
        // A party's paper answers in its own name, whoever signed it; a newspaper does where it corrects.
        if (denial.how === 'not' && speaker === '' && card.kind === 'press' && !passages.corrects(passage))
          return []
        const gists = statementsOf(passage)
          .filter((s) => s.polarity === 'negative' || s.tellers.some((t) => t.stance === 'denies'))
          .map((s) => affirmed(s.gist))
          .filter((gist) => {
            // 'The ranger's death' is not what is denied of it.
            const topics = contentWords(gist).map(topic)
            return 2 * words.filter((w) => topics.includes(w)).length > words.length
          })
        const before = passages.beside(passage, -1)
        const whole = before && POINTS.test(passage.evidence.text) ? [`${before.evidence.text} ${said}`] : []
        const wordings = [...new Set([said, ...whole, ...gists])].slice(0, 4)
        return [{ passage, denial, denier, wordings, words, names }]
      }),
  )
}

/** What is taken back is met by its accounts as what is denied is. */
function retracting(retraction: Retraction): Denying[] {
  const [passage] = retraction.by
  const stems = contentWords(retraction.said)
  const written = new Set([...passage!.written, ...(retraction.repeats?.written ?? [])])
  const names = stems.filter((w) => written.has(w))
  const words = [...new Set(stems.filter((w) => !names.includes(w) && !EMPTY_WORDS.has(w)).map(topic))]
  if (words.length === 0) return []
  const denial: Denial = { said: retraction.said, how: 'denies', back: false }
  return [
    { passage: passage!, denial, denier: new Set(), wordings: [retraction.said], words, names, retraction },
  ]
}

const OWNS = /\b(?:own(?:s|ed|ing)?|belong(?:s|ed|ing)?)\b/i

/** 'It', 'such a letter': the sentence before tells what. */
const POINTS = /\b(?:it|them|such|this|that one)\b/i

/** What a passage says as wholes and as single claims. */
function wordingsOf(p: Passage, statements: readonly Statement[]): string[] {
  return [
    ...new Set([p.evidence.text, ...statements.filter((s) => s.polarity === 'positive').map((s) => s.gist)]),
  ]
    .filter((text) => /\p{L}/u.test(text))
    .slice(0, 5)
}

/** Pairs of what is denied, or taken back, and accounts that may say it, with how likely they do. */
export async function answersIn(passages: Passages, retractions: readonly Retraction[]): Promise<Answer[]> {
  const bySentence = new Map<string, Statement[]>()
  for (const s of passages.context.statements.values()) {
    const key = `${s.document} ${s.sentence}`
    bySentence.set(key, [...(bySentence.get(key) ?? []), s])
  }
  const statementsOf = (p: Passage): readonly Statement[] =>
    bySentence.get(`${p.document} ${p.sentence}`) ?? []
  const topics = new Map<Passage, Set<string>>()
  const topicsOf = (q: Passage): Set<string> => {
    let found = topics.get(q)
    if (!found) topics.set(q, (found = new Set([...passages.positive(q)].map(topic))))
    return found
  }
  const asking = [...retractions.flatMap(retracting), ...denyingIn(passages, statementsOf)].sort(
    (a, b) => Number(a.denial.how === 'not') - Number(b.denial.how === 'not'),
  )
  const found = asking.map((denying) => {
    const { passage: p, words, names, denier, denial } = denying
    const before = POINTS.test(p.evidence.text) ? passages.beside(p, -1) : null
    const asked = [
      ...(before ? [...before.words, ...before.names] : []),
      ...words,
      ...p.words.filter((w) => words.includes(topic(w))),
      ...names,
      ...denier,
    ]
    const accounts = passages
      .sharing(asked)
      .filter(
        (q) =>
          q !== p &&
          q !== denying.retraction?.repeats &&
          !(denying.retraction ? q.document === p.document : oneVoice(p, q, passages)) &&
          isAccount(q) &&
          !deniesToo(q, words) &&
          (denial.how !== 'uninvolved' || accusedIn(q, denial.subject ?? '')),
      )
      .map((q) => ({
        q,
        share:
          words.filter((w) => topicsOf(q).has(w)).reduce((n, w) => n + passages.weight(w), 0) +
          [...denier, ...names].filter((n) => q.names.includes(n)).length,
      }))
      .sort((a, b) => b.share - a.share)
      .slice(0, MOST_ACCOUNTS)
      .map(({ q }) => q)
    return { denying, accounts }
  })
  const texts = new Set<string>()
  const all: typeof found = []
  for (const one of found) {
    if (texts.size >= MOST_TEXTS) break
    const { denying, accounts } = one
    all.push(one)
    for (const text of denying.wordings) texts.add(text)
    texts.add(wholeOf(denying))
    for (const q of accounts) for (const text of wordingsOf(q, statementsOf(q))) texts.add(text)
  }
  const near = await nearOf(texts, passages.context)
  return all.flatMap(({ denying, accounts }) => {
    const list = accounts.map((account) => ({
      account,
      known: featuresOf(
        denying,
        account,
        passages,
        near,
        wordingsOf(account, statementsOf(account)),
        topicsOf(account),
      ),
    }))
    const top = Math.max(...list.map(({ known }) => known.near))
    const { denial, denier, names } = denying
    const ofSelf =
      /\b(?:I|we|my|our|me|us)\b/i.test(denial.said) || [...denier].some((n) => names.includes(n))
    const own = ofSelf && !denying.retraction && denial.how !== 'uninvolved' ? 1 : 0
    return list.map(({ account, known }) => {
      const features = { ...known, below: known.near - top, own }
      return { denying, account, features, score: likelyAnswered(features) }
    })
  })
}

const accounts = new WeakMap<Passage, boolean>()
/** Neither a question nor a condition nor a bare heading. */
function isAccount(q: Passage): boolean {
  let found = accounts.get(q)
  if (found === undefined) accounts.set(q, (found = tells(q)))
  return found
}

function tells(q: Passage): boolean {
  const { text } = q.evidence
  if (/\?["”’']?\s*$/.test(text) || /^\W*(?:if|whether)\b/i.test(text)) return false
  return (
    (text.match(/[\p{L}\d]+/gu)?.length ?? 0) >= LEAST_WORDS &&
    (q.sentence > 0 || /[.!:;,"”’)\d]\s*$/.test(text))
  )
}
const LEAST_WORDS = 3

/** 'Had nothing to do with it' answers only what speaks of who had not. */
const accusedIn = (q: Passage, subject: string): boolean =>
  contentWords(subject).some((word) => q.written.includes(word))

/** It denies the same itself. */
const deniesToo = (q: Passage, words: readonly string[]): boolean =>
  denialsOf(q).some(
    (d) =>
      (d.back && d.how === 'denies') ||
      contentWords(d.said)
        .map(topic)
        .some((w) => words.includes(w)),
  )

/**
 * Logistic regression over pairs of a denial and an account, with leave-one-case-out as the check. Both wordings' nearness in
 * meaning, the denied words that the account has and its document has, whether it stands right before, speaks of a wrong, is of
 * another time, is hedged, is the press's, the rarest word of both, how far it lies behind the nearest account, and whether the
 * denier speaks of himself.
 */
const WEIGHTS = {
  near: 4.9,
  whole: 2.8,
  met: 1.6,
  around: 0.2,
  before: 1.8,
  accusing: 0.4,
  timesApart: -0.4,
  hedged: 0.5,
  press: 0.5,
  below: 2.1,
  own: -0.2,
  rare: 1,
}
const BIAS = -6.5
type Features = Readonly<Record<keyof typeof WEIGHTS, number>>

const likelyAnswered = (features: Features): number => chanceBy({ bias: BIAS, weights: WEIGHTS }, features)

/** The sentence of a denial; of a retraction the one that repeats what is taken back. */
const wholeOf = ({ passage, denial, retraction }: Denying): string =>
  retraction ? (retraction.repeats?.evidence.text ?? denial.said) : passage.evidence.text

function featuresOf(
  denying: Denying,
  q: Passage,
  passages: Passages,
  near: (a: string, b: string) => number | null,
  theirs: readonly string[],
  says: ReadonlySet<string>,
): Omit<Features, 'below' | 'own'> {
  const { passage: p, wordings, words } = denying
  const cosines = wordings.flatMap((a) =>
    // 'It' is what the sentence before speaks of; that is no second account of it.
    a.startsWith(q.evidence.text) ? [] : theirs.map((b) => near(a, b) ?? 0),
  )
  const weigh = (list: readonly string[]): number => list.reduce((n, w) => n + passages.weight(w), 0)
  const whole = weigh(words) || 1
  const met = words.filter((w) => says.has(w))
  const told = passages.wordsOfDocument(q.document)
  const around = words.filter((w) => !met.includes(w) && told.has(w))
  const distance = q.document === p.document ? p.sentence - q.sentence : 0
  return {
    near: Math.max(0, ...cosines),
    whole: near(wholeOf(denying), q.evidence.text) ?? 0,
    met: weigh(met) / whole,
    around: weigh(around) / whole,
    before: distance > 0 && distance <= 3 ? 1 / distance : 0,
    accusing: q.words.some((w) => ACCUSING.has(w)) ? 1 : 0,
    timesApart: timesApart(p, q) ? 1 : 0,
    hedged: q.hedged ? 1 : 0,
    press: passages.cardOf(q).kind === 'press' ? 1 : 0,
    rare: Math.max(0, ...met.map((w) => passages.weight(w))) / 6,
  }
}
