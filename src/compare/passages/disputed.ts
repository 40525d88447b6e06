/** What somebody is said to have done and denies: every account of it on one side, every denial on the other. */
import { isPersonal, isPrimary } from '../document-kind.js'
import { answersIn, type Denying } from './answered.js'
import { ACCEPTED, judgedIn, type Judged } from './answering.js'
import { denialsOf } from './denial.js'
import type { Passages, Raised } from './index.js'
import { nearOf, type Near } from './meaning.js'
import type { Passage } from './passage.js'
import { retractionsIn, type Retraction } from './retraction.js'
import { ACCUSING } from './words.js'

/** How likely the likeliest account must be what is denied, by how the denial is put. */
const RAISED = {
  denies: 0.35,
  uninvolved: 0.28,
  unknown: 0.35,
  absent: 0.4,
  not: 0.56,
  unsaid: 0.5,
  doubts: 0.5,
} as const
/** Who takes something back has said it. */
const TAKEN_BACK = 0.2
const SURE = 0.5

/** A denial with its accounts; `disputes`: it was put against them, and is no other account beside theirs; null where no network can be asked. */
interface Met extends Pick<Judged, 'denying' | 'accounts'> {
  readonly disputes: boolean | null
}

/** Denials of a case with the accounts that they answer; one that answers none raises nothing. */
export async function denialsAnswered(passages: Passages): Promise<Raised[]> {
  const retractions = retractionsIn(passages)
  const { embed, relate } = passages.context
  const met: Met[] = []
  const unmet: Denying[] = []
  const alone = new Set(retractions)
  for (const { denying, accounts, score } of await judgedIn(
    await answersIn(passages, retractions),
    passages,
  )) {
    const disputes = embed && relate ? score >= ACCEPTED : null
    if (disputes !== true && accounts[0]!.score < leastOf(denying, passages)) {
      unmet.push(denying)
      continue
    }
    if (denying.retraction) alone.delete(denying.retraction)
    met.push({ denying, accounts, disputes })
  }
  const near = await nearOf(
    met.flatMap(({ denying }) => denying.wordings.slice(0, 1)),
    passages.context,
  )
  return [
    ...[true, false, null].flatMap((disputes) =>
      gathered(
        met.filter((one) => one.disputes === disputes),
        near,
      ).flatMap((group) => raisedBy(group, passages)),
    ),
    ...[...alone].flatMap(withoutAccount),
    ...pointingBack(passages),
    ...unmet.flatMap((denying) => ofSuch(denying, passages)),
  ]
}

/** 'No collector was ever told to' in a party's own paper is said against somebody. */
const EMPHATIC = /\b(?:at no time|at any time|ever|not one|nobody|no one|in any way|whatsoever)\b/i
const EMPHASISED = 0.38

function leastOf({ passage, denial, retraction }: Denying, passages: Passages): number {
  if (retraction) return TAKEN_BACK
  const answers = isPersonal(passages.cardOf(passage).kind) && EMPHATIC.test(passage.evidence.text)
  return denial.how === 'not' && answers ? EMPHASISED : RAISED[denial.how]
}

/** What two denials of one matter deny lies so near. */
const ONE_MATTER = 0.45
/** A paper that corrects its number does not deny what its number was of. */
const ONE_WORDING = 0.65

/** Denials that share what they most likely answer, and deny much the same, are one matter. */
function gathered(met: readonly Met[], near: Near): Met[][] {
  const groups: Met[][] = []
  const at = new Map<Passage, Met[][]>()
  for (const one of met) {
    const sure = one.accounts.filter(({ score }, i) => i === 0 || score >= SURE).map(({ account }) => account)
    const [text] = one.denying.wordings
    const group = sure
      .flatMap((q) => at.get(q) ?? [])
      .find((known) =>
        known.some(
          ({ denying }) =>
            (near(text!, denying.wordings[0]!) ?? 1) >=
            (!denying.retraction === !one.denying.retraction ? ONE_MATTER : ONE_WORDING),
        ),
      )
    if (group) group.push(one)
    else groups.push([one])
    const own = group ?? groups.at(-1)!
    for (const q of sure) at.set(q, [...new Set([...(at.get(q) ?? []), own])])
  }
  return groups
}

/** A paper repeats what it takes back, so that both sides stand in one document. */
const withoutAccount = ({ repeats, by }: Retraction): Raised[] =>
  repeats && !by.includes(repeats)
    ? [{ kind: 'disputed', on: 'retraction', sides: [[repeats], by], why: '', score: 0.75 }]
    : []

const BY_WORD: ReadonlySet<string> = new Set(['denies', 'uninvolved', 'unknown', 'unsaid', 'doubts'])

function raisedBy(group: readonly Met[], passages: Passages): Raised[] {
  const answers = group.flatMap(({ accounts }) => accounts).sort((a, b) => b.score - a.score)
  const retractions = group.flatMap(({ denying }) => denying.retraction ?? [])
  const by = new Set([...group.map(({ denying }) => denying.passage), ...retractions.flatMap((r) => r.by)])
  const said = new Set([
    ...answers.map(({ account }) => account),
    ...retractions.flatMap((r) => r.repeats ?? []),
    ...group.flatMap(({ denying }) => suchBefore(denying, passages)),
  ])
  const accounts = [...said].filter((q) => !by.has(q))
  const asDispute =
    group.some(({ denying }) => BY_WORD.has(denying.denial.how)) ||
    onlyHearsayAnswered(accounts, [...by][0]!, passages)
  const disputed = group[0]!.disputes ?? asDispute
  // What would be a dispute, and is not likely one, is nothing.
  if (asDispute && !disputed) return []
  const taken = retractions.length > 0
  // Who speaks for himself within one record contradicts nobody.
  if (!disputed && accounts.every((q) => [...by].every((p) => p.document === q.document))) return []
  return [
    {
      kind: disputed ? 'disputed' : 'contradiction',
      on: taken ? 'retraction' : disputed ? 'denial' : 'whether',
      sides: [accounts, [...by]],
      why: '',
      score: Math.max(taken ? 0.8 : 0, 0.5 + 0.4 * answers[0]!.score),
    },
  ]
}
/** What was out when it was denied was neither a record nor the word of a party itself. */
function onlyHearsayAnswered(accounts: readonly Passage[], by: Passage, passages: Passages): boolean {
  const day = passages.datedOf(by)?.slice(0, 10) ?? '9999'
  const out = accounts.filter((q) => (passages.datedOf(q)?.slice(0, 10) ?? '') <= day)
  return (
    out.length > 0 &&
    out.every((q) => {
      const { kind } = passages.cardOf(q)
      return !isPrimary(kind) && !isPersonal(kind)
    })
  )
}

const FURTHEST_BACK = 4
const ACCUSED = /\b(?:charge|accus|alleg|claim|suspect|blam)\p{Ll}*/iu
/** 'He denies this', 'both reject the charges': what another said just before, and how the denier goes on. */
function pointingBack(passages: Passages): Raised[] {
  return passages.all.flatMap((p): Raised[] => {
    const back = denialsOf(p).find((d) => d.back && d.how === 'denies')
    if (passages.corrects(p) || !back || VAGUE.test(p.evidence.text)) return []
    // 'He had nothing to do with it. He denies it': the same once more.
    const last = passages.beside(p, -1)
    if (last && denialsOf(last).some((d) => !d.back)) return []
    const said = POINTED.test(p.evidence.text) ? accusedBefore(p, passages) : spokenBefore(p, passages)
    if (said.length === 0) return []
    const next = passages.beside(p, 1)
    const goesOn =
      next && next.voice !== said[0]!.voice && (next.voice !== '' || /^["“]/.test(next.evidence.text))
    return [{ kind: 'disputed', on: 'denial', sides: [said, goesOn ? [p, next] : [p]], why: '', score: 0.7 }]
  })
}
const POINTED =
  /\b(?:the|these|those|all|any|both) (?:\w+ )?(?:charges?|accusations?|allegations?|claims?)\b/i
/** 'The report' may be a whole article, 'any doubt' anything. */
const VAGUE = /\b(?:the|any|all|these|such) (?:reports?|story|stories|doubts?|articles?|questions?)\b/i

/** 'There never was such a letter': of whatever was told right before. */
function ofSuch({ passage: p, denial }: Denying, passages: Passages): Raised[] {
  const said = suchBefore({ passage: p, denial }, passages)
  return said.length > 0 ? [{ kind: 'disputed', on: 'denial', sides: [said, [p]], why: '', score: 0.65 }] : []
}
const suchBefore = (
  { passage: p, denial }: Pick<Denying, 'passage' | 'denial'>,
  passages: Passages,
): Passage[] =>
  denial.how === 'not' || denial.how === 'doubts' || !SUCH.test(p.evidence.text)
    ? []
    : spokenBefore(p, passages)
const SUCH = /\bsuch (?:an? )?\p{Ll}+/iu

function accusedBefore(p: Passage, passages: Passages): Passage[] {
  for (let by = -1; by >= -FURTHEST_BACK; by--) {
    const q = passages.beside(p, by)
    if (!q) break
    if (ACCUSED.test(q.evidence.text) || q.words.some((w) => ACCUSING.has(w))) return [q]
  }
  return []
}

function spokenBefore(p: Passage, passages: Passages): Passage[] {
  const said: Passage[] = []
  for (let by = -1; by >= -FURTHEST_BACK; by--) {
    const q = passages.beside(p, by)
    if (!q || (said.length > 0 && (q.voice !== said[0]!.voice || q.voice === ''))) break
    if (denialsOf(q).some(({ how }) => how === 'denies')) continue
    if (q.voice !== '' && (q.voice === p.voice || p.entities.includes(q.voice))) {
      if (said.length > 0) break
      continue
    }
    said.push(q)
  }
  return said
}
