/** How likely a sentence of a case says what a draft's sentence says, and how likely it says otherwise: learned weights. */
import type { Features } from './features.js'
import weights from './weights.json' with { type: 'json' }

export interface Scores {
  /** 0..1: says the same, perhaps more or less firmly. */
  readonly says: number
  /** 0..1: speaks of the same matter, for or against. */
  readonly matter: number
  /** 0..1: says otherwise of the same matter. */
  readonly against: number
}

/** The chances for one pair of sentences. */
export function scoresOf(f: Features): Scores {
  const says = chance(weights.says, f)
  const matter = chance(weights.matter, { ...f, related: Math.max(f.same, f.differ) })
  const one = f.bothDeny === 0 ? 1 : 0
  const denies = f.deniedNear > 0 ? one : 0
  const against = chance(weights.against, {
    ...f,
    matter,
    unsaid: matter * (1 - says),
    deniedMatter: f.denied * matter,
    deniedNear: f.deniedNear * one,
    deniedNearMatter: f.deniedNear * one * matter,
    theirsDenied: f.theirs * denies,
    theirsMatter: f.theirs * matter,
    figuresApartMatter: f.figuresApart * matter,
    bareApartMatter: f.bareApart * matter,
    allApartMatter: f.allApart * matter,
    daysApartMatter: f.daysApart * matter,
    daysApartVerbs: f.daysApart * matter * f.verbs,
    clocksApartNear: f.clocksApart * f.nearest,
    exclusiveNear: f.exclusive * f.nearest,
    placesApartMatter: f.placesApart * matter,
    differMatter: f.differ * matter,
    differOdds: Math.log((f.differ + 0.001) / (1.001 - f.differ)) / 5,
  })
  return { says, matter, against }
}

/** A logistic regression's answer. */
function chance(of: Readonly<Record<string, number>>, values: object): number {
  let sum = of['bias'] ?? 0
  for (const [name, value] of Object.entries(values) as [string, number][]) sum += (of[name] ?? 0) * value
  return 1 / (1 + Math.exp(-sum))
}

/** How likely a case holds another account than a draft's sentence, 0..1. */
export function otherwise(
  s: {
    readonly against: number
    readonly second: number
    readonly known: number
    readonly contested: number
  },
  unnamed: boolean,
  planned: boolean,
): number {
  const odds = (x: number): number => Math.log((x + 0.02) / (1.02 - x))
  return chance(weights.otherwise, {
    odds: odds(s.against),
    secondOdds: odds(s.second),
    contested: s.contested,
    known: s.known > 0 ? 1 : 0,
    unnamed: unnamed ? 1 : 0,
    planned: planned ? 1 : 0,
  })
}
