/**
 * Whether a denial, or a retraction, disputes what its likeliest accounts say: a logistic regression over how it is put, who speaks,
 * how near both lie and what the network of pairs makes of them. training/answering.ts learns its weights from planted truth.
 */
import type { Related } from '../../inference/relate.js'
import { isPersonal, isPrimary } from '../document-kind.js'
import { chanceBy, type Values } from '../regression.js'
import { isLater } from '../statement.js'
import type { Answer, Denying } from './answered.js'
import data from './answering.json' with { type: 'json' }
import type { Passages } from './index.js'
import type { Passage } from './passage.js'

export type Traits = Values
export interface Judged {
  readonly denying: Denying
  /** The likeliest first. */
  readonly accounts: readonly Answer[]
  readonly traits: Traits
  /** 0..1. */
  readonly score: number
}

export const ACCEPTED: number = data.accepted
/** Further accounts stand beside the likeliest from here on. */
const BESIDE = 0.3
/** Accounts of a denial that the network is asked of, and pairs of a case. */
const ASKED = 2
const MOST_ASKED = 400
/** An account less likely than this is not worth a question. */
const LEAST = 0.1

const EMPHATIC =
  /\b(?:at no time|at any time|ever|never|not one|nobody|no one|in any way|whatsoever|under oath|categorically|firmly)\b/i
const OWN = /\b(?:I|we|my|our|me|us)\b/

/** Each denial with its accounts; those that answer nothing likely are left out. */
export async function judgedIn(answers: readonly Answer[], passages: Passages): Promise<Judged[]> {
  const byDenying = new Map<Denying, Answer[]>()
  for (const answer of answers) {
    const list = byDenying.get(answer.denying)
    if (list) list.push(answer)
    else byDenying.set(answer.denying, [answer])
  }
  const found = [...byDenying].map(([denying, list]) => {
    const sorted = [...list].sort((a, b) => b.score - a.score)
    const best = sorted[0]!.score
    return {
      denying,
      sorted,
      accounts: sorted.filter(({ score }) => score >= Math.min(best, Math.max(BESIDE, best / 2))),
    }
  })
  const asked = found
    .flatMap(({ sorted, denying }) =>
      sorted
        .slice(0, ASKED)
        .filter(({ score }) => score >= LEAST)
        .map((answer) => ({ denying, answer })),
    )
    .sort((a, b) => b.answer.score - a.answer.score)
    .slice(0, MOST_ASKED)
  const related = await passages.context.relate?.(
    asked.map(({ denying, answer }) => [said(wholeOf(denying)), said(answer.account.evidence.text)]),
  )
  const byAnswer = new Map(asked.map(({ answer }, i) => [answer, related?.[i]] as const))
  return found.map(({ denying, accounts, sorted }) => {
    const traits = traitsOf(denying, sorted, (a) => byAnswer.get(a), passages)
    return { denying, accounts, traits, score: chanceBy(data, traits) }
  })
}
const said = (text: string) => ({ text, who: '', when: '' })
const wholeOf = ({ retraction, passage }: Denying): string =>
  retraction?.repeats?.evidence.text ?? passage.evidence.text

function traitsOf(
  denying: Denying,
  sorted: readonly Answer[],
  related: (a: Answer) => Related | undefined,
  passages: Passages,
): Traits {
  const { passage: p, denial, retraction, denier, names } = denying
  const [best, second] = sorted
  const q = best!.account
  const [own, other] = [passages.cardOf(p), passages.cardOf(q)]
  const text = p.evidence.text
  const asked = sorted.slice(0, ASKED).flatMap((a) => related(a) ?? [])
  const most = (of: (r: Related) => number): number => Math.max(0, ...asked.map(of))
  const person = (one: Passage): boolean => one.people.length > 0
  return {
    ...Object.fromEntries(Object.entries(best!.features).map(([name, v]) => [`best-${name}`, v])),
    score: best!.score,
    logit: Math.log(Math.max(1e-4, best!.score) / Math.max(1e-4, 1 - best!.score)),
    lead: best!.score - (second?.score ?? 0),
    likely: Math.log(1 + sorted.filter(({ score }) => score >= BESIDE).length),
    [`how-${retraction ? 'retraction' : denial.how}`]: 1,
    emphatic: EMPHATIC.test(text) ? 1 : 0,
    first: OWN.test(denial.said) || OWN.test(text) ? 1 : 0,
    namesDenier: [...denier].some((n) => q.names.includes(n)) ? 1 : 0,
    namesShared: Math.min(3, names.filter((n) => q.names.includes(n)).length),
    sameDocument: p.document === q.document ? 1 : 0,
    otherDocuments: new Set(
      sorted.filter(({ score }) => score >= BESIDE).map(({ account }) => account.document),
    ).size,
    voice: p.voice === '' ? 0 : 1,
    accountVoice: q.voice === '' ? 0 : 1,
    personal: isPersonal(own.kind) ? 1 : 0,
    accountPersonal: isPersonal(other.kind) ? 1 : 0,
    primary: isPrimary(own.kind) ? 1 : 0,
    accountPrimary: isPrimary(other.kind) ? 1 : 0,
    later: isLater(own, other) ? 1 : 0,
    earlier: isLater(other, own) ? 1 : 0,
    corrects: passages.corrects(p) ? 1 : 0,
    person: person(p) ? 1 : 0,
    accountPerson: person(q) ? 1 : 0,
    hedgedSelf: p.hedged ? 1 : 0,
    length: Math.log(1 + text.length),
    accountLength: Math.log(1 + q.evidence.text.length),
    words: Math.log(1 + denying.words.length),
    figures: p.amounts.length > 0 || p.times.length > 0 ? 1 : 0,
    asked: asked.length > 0 ? 1 : 0,
    same: most(({ same }) => same),
    differ: most(({ differ }) => differ),
    asDenial: most(({ kinds }) => kinds['denial'] ?? 0),
    asWhether: most(({ kinds }) => kinds['whether'] ?? 0),
    asRetraction: most(({ kinds }) => kinds['retraction'] ?? 0),
  }
}
