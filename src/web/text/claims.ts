/** What the page says about a claim, derived from its chain. */
import { NOBODY_NAMED, stanceWord } from '../../schema/labels.js'
import type { Claim, Link } from '../../schema/reading.js'
import type { Mark } from './runs.js'

/** The last link: whom the words lead back to. */
export const originOf = (claim: Claim): Link | undefined => claim.chain.at(-1)

export const nameOf = (link: Link): string => link.who.text || NOBODY_NAMED

/** The document itself speaks: nobody else is named. */
export const isOwnWord = (claim: Claim): boolean => claim.chain.length < 2

/** 'Brandt denied' */
export const sayingOf = (link: Link): string => `${nameOf(link)} ${stanceWord(link.stance, link.kind)}`

export const isDenied = (link: Link): boolean => link.stance === 'denies' || link.stance === 'doubts'

/** The same for all links that mean the same one. */
export const sourceKey = (link: Link): string => link.who.entity ?? nameOf(link).toLowerCase()

export interface SourceChoice {
  readonly key: string
  readonly name: string
  readonly claims: number
}

/** Everyone a claim leads back to, those with most claims first. The longest name they are given stands for them. */
export function sourcesOf(claims: readonly Claim[]): SourceChoice[] {
  const found = new Map<string, { name: string; claims: number }>()
  for (const claim of claims) {
    const origin = originOf(claim)
    if (!origin) continue
    const key = sourceKey(origin)
    const name = nameOf(origin)
    const known = found.get(key)
    found.set(key, {
      name: known && known.name.length >= name.length ? known.name : name,
      claims: (known?.claims ?? 0) + 1,
    })
  }
  return [...found]
    .map(([key, value]) => ({ key, ...value }))
    .sort((a, b) => b.claims - a.claims || a.name.localeCompare(b.name))
}

/** Where a claim's evidence, its hedges and the words of its chain stand. */
export function marksOf(claim: Claim): Mark[] {
  return [
    ...claim.evidence.map((span) => ({ ...span, kind: 'evidence' as const })),
    ...claim.chain.flatMap(({ who, cue }) => [
      ...(who.start !== undefined && who.end !== undefined
        ? [{ start: who.start, end: who.end, kind: 'source' as const }]
        : []),
      ...(cue ? [{ ...cue, kind: 'cue' as const }] : []),
    ]),
  ]
}

/** What is marked whether or not a claim is chosen: words that weaken, and words that deny. In order. */
export function standingMarks(claims: readonly Claim[]): Mark[] {
  const marks = new Map<string, Mark>()
  const add = (mark: Mark): unknown => marks.set(`${mark.kind} ${mark.start} ${mark.end}`, mark)
  for (const claim of claims) {
    for (const { start, end } of claim.hedges) add({ start, end, kind: 'hedge' })
    for (const link of claim.chain)
      if (link.cue && isDenied(link)) add({ start: link.cue.start, end: link.cue.end, kind: 'denial' })
  }
  return [...marks.values()].sort((a, b) => a.start - b.start)
}
