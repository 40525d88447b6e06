/** How a draft's sentence stands in a case: what carries it, whose word that is, and what speaks against it. */
import type { Evidence } from '../../schema/reading.js'
import type { Compared } from '../compare.js'
import type { Context } from '../context.js'
import { originsOf, type Origins } from '../origins.js'
import { carrierIn } from './carriers.js'
import type { Found, Met } from './found.js'
import { chanceBy } from '../regression.js'
import type { Model } from './model.js'
import { touches } from '../places.js'
import { termsOf } from './terms.js'

export interface Weighed extends Met {
  /** 0..1: says the same, perhaps more or less firmly. */
  readonly says: number
  /** 0..1: speaks of the same matter, for or against. */
  readonly matter: number
  /** 0..1: says otherwise of the same matter. */
  readonly against: number
}

export interface Standing {
  /** The likeliest to say so first. */
  readonly all: readonly Weighed[]
  readonly carried: readonly Weighed[]
  readonly origins: Origins
  /** Likely to say otherwise, the likeliest first, after what findings set against it. */
  readonly against: readonly Evidence[]
  /** Chances that what findings of the case set against a carrier speaks against the sentence; 0 where there is none. */
  readonly known: number
  /** Score of what comparing the draft with the case found against it; 0 where it found nothing. */
  readonly contested: number
}

/** Likely enough to say so, and nearly as likely as the likeliest. */
export const SAYS = 0.3
const SHARE = 0.4
/** The likeliest is taken where nothing else is likely. */
const LEAST = 0.12
const LEAST_AGAINST = 0.12

/** Weighs what was found by a model; `lineage` is the case's. */
export function standingOf(
  found: Found,
  model: Model,
  context: Context,
  lineage: Compared['lineage'],
): Standing {
  const weighed = new Map(found.met.map((m) => [m, weigh(m, model)] as const))
  const all = [...weighed.values()].sort(
    (a, b) => b.says - a.says || (textOf(a) < textOf(b) ? -1 : textOf(a) > textOf(b) ? 1 : 0),
  )
  const top = all[0]?.says ?? 0
  const likely = all.filter((w) => w.says >= Math.max(SAYS, SHARE * top) && w.says >= w.against)
  const carried = likely.length > 0 ? likely : all.slice(0, top >= LEAST ? 1 : 0)
  const opposed = found.met.flatMap((m) =>
    carried.includes(weighed.get(m)!) ? (found.opposite.get(m) ?? []).map((o) => weighed.get(o)!) : [],
  )
  const known = opposed.filter((w) => !carried.includes(w))
  const raised = found.raised.filter(
    ({ others }) => others.length === 0 || !others.every((o) => agrees(weighed.get(o)!)),
  )
  const rest = all
    .filter((w) => w.against >= LEAST_AGAINST && !carried.includes(w))
    .sort((a, b) => b.against - a.against)
  return {
    all,
    carried,
    origins: originsOf(
      carried.map(({ spoken }) => carrierIn(spoken, found.draft, context)),
      context,
      lineage,
    ),
    against: [
      ...raised.flatMap(({ evidence }) => evidence),
      ...[...rest, ...known].sort((a, b) => b.against - a.against).map((w) => w.spoken.passage.evidence),
    ],
    known: Math.max(0, ...known.map((w) => Math.max(w.matter, w.against))),
    contested: Math.max(0, ...raised.map(({ score }) => score)),
  }
}

function weigh(met: Met, { pair }: Model): Weighed {
  const terms = termsOf(met.features)
  return {
    ...met,
    says: chanceBy(pair.says, terms),
    matter: chanceBy(pair.matter, terms),
    against: chanceBy(pair.against, terms),
  }
}

/** Says the same and differs in nothing: what is found between the two is no contradiction. */
const agrees = ({ says, features: f }: Weighed): boolean =>
  says >= 0.5 && f.figuresApart + f.daysApart + f.clocksApart + f.exclusive === 0 && f.denied < 0.3

const textOf = ({ spoken }: Weighed): string => spoken.passage.evidence.text

/** It is among this evidence. */
export const isAmong = ({ spoken }: Met, list: readonly Evidence[]): boolean =>
  list.some((e) => touches(e, spoken.passage.evidence))
