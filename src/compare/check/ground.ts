/** The sentences of a case by what they speak of, so that those nearest to a sentence of a draft are found without going through all. */
import type { Evidence } from '../../schema/reading.js'
import type { Context } from '../context.js'
import type { Passage } from '../passages/passage.js'
import type { Statement } from '../statement.js'
import { conceptOf } from '../words/concepts.js'
import { contentWords } from '../words/content.js'

/** A sentence with what comparing asks of it again and again. */
export interface Spoken {
  readonly passage: Passage
  readonly statements: readonly Statement[]
  /** What it speaks of, one word for 'payment' and 'paid', without names. */
  readonly concepts: ReadonlySet<string>
  readonly names: ReadonlySet<string>
  /** Words of its neighbours, and of the names that they, its speaker and its document's author bear. */
  readonly around: ReadonlySet<string>
}

export interface Ground {
  readonly context: Context
  readonly all: readonly Passage[]
  readonly spoken: (passage: Passage) => Spoken
  /** The rarer a word in the case, the more it tells; at least 0.7. */
  readonly weight: (word: string) => number
  /** The sentences that share most of what this one speaks of, the likest first, at most `most`. */
  readonly nearest: (to: Spoken, most: number) => readonly Passage[]
  /** The sentences in which evidence stands. */
  readonly at: (evidence: Evidence) => readonly Passage[]
}

const known = new WeakMap<Context, Ground>()
/** The ground of a case; made once for each. Linear in the case's words. */
export function groundOf(context: Context): Ground {
  let found = known.get(context)
  if (!found) known.set(context, (found = lay(context)))
  return found
}

const conceptsIn = (passage: Passage): Set<string> => new Set(passage.words.map(conceptOf))

function lay(context: Context): Ground {
  const all = [...context.cards.values()].flatMap((card) => card.passages ?? [])
  const byFile = new Map<string, readonly Passage[]>(
    [...context.cards.values()].map((card) => [card.file, card.passages ?? []]),
  )
  const places = new Map<string, number[]>()
  const at = new Map<string, number>()
  for (const [i, p] of all.entries()) {
    at.set(keyOf(p), i)
    for (const word of new Set([...conceptsIn(p), ...p.names])) {
      const list = places.get(word)
      if (list) list.push(i)
      else places.set(word, [i])
    }
  }
  const statements = new Map<string, Statement[]>()
  for (const s of context.statements.values()) {
    const key = `${s.document} ${s.sentence}`
    const list = statements.get(key)
    if (list) list.push(s)
    else statements.set(key, [s])
  }
  const weight = (word: string): number =>
    Math.log(1 + all.length / Math.max(1, places.get(word)?.length ?? 1))
  const spoken = new Map<Passage, Spoken>()
  return {
    context,
    all,
    weight,
    spoken(passage) {
      let one = spoken.get(passage)
      if (!one) {
        const i = at.get(keyOf(passage))
        const beside = i === undefined ? [] : [all[i - 1], all[i + 1], all[i - 2]]
        one = spokenOf(passage, statements.get(keyOf(passage)) ?? [], beside, context)
        if (spoken.size > MOST_KEPT) spoken.clear()
        spoken.set(passage, one)
      }
      return one
    },
    at: ({ file, start, end }) =>
      (byFile.get(file) ?? []).filter(({ evidence }) => evidence.start < end && start < evidence.end),
    nearest(to, most) {
      const shared = new Float64Array(all.length)
      const touched: number[] = []
      for (const word of new Set([...to.concepts, ...to.names])) {
        const list = places.get(word) ?? []
        if (list.length > TOO_COMMON) continue
        const worth = weight(word)
        for (const i of list) {
          if (shared[i] === 0) touched.push(i)
          shared[i]! += worth
        }
      }
      const top = touched.reduce((n, i) => Math.max(n, shared[i]!), 0)
      // Of many, those that share little are not worth sorting
      const near = touched.length > MANY ? touched.filter((i) => shared[i]! > top / 4) : touched
      return near
        .sort((a, b) => shared[b]! - shared[a]! || a - b)
        .slice(0, most)
        .map((i) => all[i]!)
    },
  }
}
const MANY = 2000
const MOST_KEPT = 50_000
/** A word of more sentences than this leads to none. */
const TOO_COMMON = 20_000
const keyOf = (p: Passage): string => `${p.document} ${p.sentence}`

/** A sentence among its neighbours, given in any order. */
export function spokenOf(
  passage: Passage,
  statements: readonly Statement[],
  beside: readonly (Passage | undefined)[],
  context: Context,
): Spoken {
  const around = new Set<string>()
  for (const other of beside)
    if (other?.document === passage.document)
      for (const word of [...other.words.map(conceptOf), ...other.names]) around.add(word)
  const card = context.cards.get(passage.document)
  const speakers = [
    context.nameOf(passage.voice) || passage.voice,
    card?.author?.name ?? '',
    card?.publisher ?? '',
    ...statements.flatMap((s) => s.entities.map((id) => context.nameOf(id))),
  ]
  for (const name of speakers) for (const word of contentWords(name)) around.add(word)
  return {
    passage,
    statements,
    concepts: conceptsIn(passage),
    names: new Set(passage.names),
    around,
  }
}
