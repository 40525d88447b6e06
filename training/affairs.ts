/** The planted affairs as learning sees them: their sentences as comparing has them, and what of their truth these bear. */
import { join } from 'node:path'
import {
  affairs,
  locate,
  overlap,
  type Affair,
  type Located,
  type PlantedFinding,
  type Truth,
} from '../bench/case-truth.js'
import { productOf, type Product } from '../bench/case-product.js'
import { networksFor } from '../bench/unseen-pairs.js'
import { contextOf, type Context, type Surroundings } from '../src/compare/context.js'
import type { Passage } from '../src/compare/passages/passage.js'
import { cardsOf, resolvedIn, type Read } from '../src/workflow/investigate.js'
import { openReader } from '../src/workflow/read-document.js'

export const ROOT = join(import.meta.dirname, '..')

/** WHENCE_CASES names some of the affairs, by commas. */
const ONLY = process.env['WHENCE_CASES']?.split(',')

export type Placed = PlantedFinding & { readonly at: readonly (readonly Located[])[] }

export interface Planted {
  readonly name: string
  readonly truth: Truth
  /** The text of each file. */
  readonly texts: ReadonlyMap<string, string>
  readonly findings: readonly Placed[]
  readonly arguable: readonly Placed[]
}

export interface AffairRead {
  readonly affair: Affair
  readonly read: readonly Read[]
  readonly planted: Planted
  /** What reads further files and investigates, until the next affair is asked for. */
  readonly product: Product
  /** Those that it investigates with, which were not taught on the affair. */
  readonly networks: ReturnType<typeof networksFor>
}

/** All affairs that are tuned on, with their documents read. WHENCE_READINGS names a folder that keeps readings. */
export async function* affairsRead(): AsyncGenerator<AffairRead> {
  const reader = await openReader({ threads: 2 })
  for (const affair of affairs(join(ROOT, 'cases'))) {
    if (ONLY && !ONLY.includes(affair.name)) continue
    const networks = networksFor(affair.name)
    const product = productOf(reader, networks)
    const read: Read[] = []
    for (const file of affair.documents) read.push(await product.read(file))
    yield { affair, read, planted: plantedIn(affair, read), product, networks }
    await networks.close()
  }
  await reader.close()
}

function plantedIn({ name, truth }: Affair, read: readonly Read[]): Planted {
  const texts = new Map(read.map(({ reading: { document } }) => [document.file, document.text]))
  const place = (list: Truth['findings']): Placed[] =>
    list.map((p) => ({ ...p, at: p.sides.map((side) => side.map((quote) => locate(texts, quote))) }))
  return { name, truth, texts, findings: place(truth.findings), arguable: place(truth.arguable) }
}

/** What is compared of documents, before anything is raised. */
export function contextIn(read: readonly Read[], networks: Pick<Surroundings, 'embed' | 'relate'>): Context {
  const { documents, entities, entityOf, surroundings } = resolvedIn(read)
  const cards = [...cardsOf(documents, entities, entityOf)].sort((a, b) => (a.document < b.document ? -1 : 1))
  return contextOf(cards, { ...networks, ...surroundings })
}

/** One of the sentences stands where the truth says. */
export const touches = (places: readonly Located[], list: readonly Passage[]): boolean =>
  places.some((place) => list.some((p) => overlap(place, p.evidence) > 0))

/** The sentences of two sides stand on the two planted sides, whichever is first. */
export function opposes({ at: [x, y] }: Placed, one: readonly Passage[], other: readonly Passage[]): boolean {
  if (x === undefined || y === undefined) return false
  return (touches(x, one) && touches(y, other)) || (touches(x, other) && touches(y, one))
}

/** What may be raised of a case, and whether it is to be. */
export interface Candidate {
  readonly case: string
  /** 1 planted, 0 not, null where an editor may or may not want it. */
  readonly label: 0 | 1 | null
  /** Numbers of the planted findings that it meets. */
  readonly met: readonly number[]
}

/** How many planted findings candidates meet. */
export const metBy = (candidates: readonly Candidate[]): number =>
  new Set(candidates.flatMap((c) => c.met.map((k) => `${c.case} ${k}`))).size

/**
 * Each with what is learned from other cases alone, in the cases' order: from all but its own or, where that takes too long, from all
 * but those that fall into one of so many `folds` with its own.
 */
export function leftOut<T extends { readonly case: string }, L>(
  all: readonly T[],
  learn: (from: readonly T[]) => L,
  folds = Infinity,
): { readonly one: T; readonly learned: L }[] {
  const names = [...new Set(all.map((one) => one.case))]
  const count = Math.min(folds, names.length)
  return Array.from({ length: count }).flatMap((_, fold) => {
    const own = new Set(names.filter((_, i) => i % count === fold))
    const learned = learn(all.filter((one) => !own.has(one.case)))
    return all.filter((one) => own.has(one.case)).map((one) => ({ one, learned }))
  })
}

/** Affairs that are scored and not looked into while the tests are worked on (docs/figures.md). */
export const UNSEEN: ReadonlySet<string> = new Set(
  'striker solvent pension thesis orchard avalanche ferry ward'.split(' ').map((name) => `affair-${name}`),
)

/** Affairs that were written after the tests of findings: what these raise there tells how far they can be trusted. */
export const UNSEEN_BY_TESTS: ReadonlySet<string> = new Set(
  'prison striker statue solvent checkpoint pension petition footbridge thesis convoy orchard canteen avalanche wells ferry ward'
    .split(' ')
    .map((name) => `affair-${name}`),
)
