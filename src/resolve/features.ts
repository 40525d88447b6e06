/** All evidence for and against two profiles being one, with its weight in nats: one table. */
import type { Reason } from '../schema/case.js'
import { company } from './features/company.js'
import { births, deaths } from './features/dates.js'
import { documents } from './features/documents.js'
import type { Compare } from './features/feature.js'
import { gender } from './features/gender.js'
import { generations } from './features/generations.js'
import { names } from './features/names.js'
import { relatives } from './features/relatives.js'
import { roles } from './features/roles.js'
import { employers, places } from './features/ties.js'
import { types } from './features/types.js'
import type { Profile } from './profile.js'

interface Feature {
  readonly name: string
  readonly weight: number
  readonly compare: Compare
  /** A score of this or less keeps two apart whatever else speaks for one. */
  readonly forbids?: number
}

const FEATURES: readonly Feature[] = [
  { name: 'name', weight: 4, compare: names, forbids: -0.9 },
  { name: 'type', weight: 2, compare: types, forbids: -0.95 },
  { name: 'gender', weight: 2, compare: gender, forbids: -0.95 },
  { name: 'generation', weight: 3, compare: generations, forbids: -0.9 },
  { name: 'birth', weight: 2, compare: births, forbids: -0.9 },
  { name: 'death', weight: 2, compare: deaths, forbids: -0.9 },
  { name: 'relatives', weight: 2, compare: relatives, forbids: -0.9 },
  { name: 'posts', weight: 1.5, compare: roles },
  { name: 'employers', weight: 1.2, compare: employers },
  { name: 'places', weight: 1, compare: places },
  { name: 'company', weight: 1.6, compare: company },
  { name: 'documents', weight: 3, compare: documents },
]

/** Most pairs of names in a case are two people: what has to be outweighed first. */
const PRIOR = -1
/** From here on two are merged; from MAYBE on a person is asked. */
export const SAME = 0.85
export const MAYBE = 0.4
/** From here on a short name goes to the only bearer of it in the case. */
export const ONLY = 0.3

export interface Weighed {
  /** 0..1: how likely they are one. */
  readonly score: number
  /** What all evidence but their names says, in nats. */
  readonly besides: number
  readonly reasons: readonly Reason[]
  /** They are two, whatever else is said. */
  readonly forbidden: boolean
}

/** Weighs all the evidence; strongest reason first. */
export function weigh(a: Profile, b: Profile): Weighed {
  let [named, besides] = [PRIOR, 0]
  let forbidden = false
  const reasons: { reason: Reason; force: number }[] = []
  for (const { name, weight, compare, forbids } of FEATURES) {
    const said = compare(a, b)
    if (!said) {
      if (name === 'name' && a.names.length > 0 && b.names.length > 0)
        return { score: 0, besides: 0, reasons: [], forbidden: false }
      continue
    }
    if (compare === names && said.score <= forbids!)
      return { score: 0, besides: 0, reasons: [], forbidden: true }
    if (compare === names) named += weight * said.score
    else besides += weight * said.score
    forbidden ||= forbids !== undefined && said.score <= forbids
    const score = Math.round(100 * said.score) / 100
    reasons.push({ reason: { feature: name, score, why: said.why }, force: Math.abs(weight * said.score) })
  }
  reasons.sort((x, y) => y.force - x.force)
  const score = forbidden ? 0 : 1 / (1 + Math.exp(-named - besides))
  return { score, besides, reasons: reasons.map((r) => r.reason), forbidden }
}

/** What forbids that they are one: nothing, nothing but their names, or more. */
export function forbiddenBy(a: Profile, b: Profile): 'nothing' | 'names' | 'more' {
  let by: 'nothing' | 'names' | 'more' = 'nothing'
  for (const { compare, forbids } of FEATURES) {
    if (forbids === undefined || (compare(a, b)?.score ?? 1) > forbids) continue
    if (compare !== names) return 'more'
    by = 'names'
  }
  return by
}
