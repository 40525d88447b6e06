/** What is learned from of two sentences: what they have in common, and what each difference weighs the nearer they lie. */
import type { Features } from './features.js'
import type { Values } from '../regression.js'
import { logit } from './model.js'

export function termsOf(f: Features): Values {
  const near = Math.max(0, f.nearest)
  const one = f.bothDeny === 0 ? 1 : 0
  return {
    ...f,
    deniedNear: f.deniedNear * one,
    deniedNearness: f.deniedNear * one * near,
    deniedCovered: f.denied * f.covered,
    theirsDenied: f.deniedNear > 0 ? f.theirs * one : 0,
    nearSquared: near * near,
    nearCovered: near * f.covered,
    sameOdds: f.same + f.differ > 0 ? logit(f.same) / 5 : -0.9,
    differOdds: f.same + f.differ > 0 ? logit(f.differ) / 5 : -0.9,
    sameNear: f.same * near,
    differNear: f.differ * near,
    sameCovered: f.same * f.covered,
    differCovered: f.differ * f.covered,
    differNamed: f.differ * f.namedAround,
    figuresApartNear: f.figuresApart * near,
    bareApartNear: f.bareApart * near,
    allApartNear: f.allApart * near,
    daysApartNear: f.daysApart * near,
    daysApartVerbs: f.daysApart * f.verbs,
    clocksApartNear: f.clocksApart * near,
    exclusiveNear: f.exclusive * near,
    placesApartNear: f.placesApart * near,
  }
}
