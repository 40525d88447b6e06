/**
 * Findings against planted ones. A finding is right where it has the kind of a planted one and each planted side overlaps the
 * evidence of a different side of it; a second one of the same planted one is a repeat, and one that an editor may or may not want
 * (`arguable`, `also`) is neutral: neither counts for or against. All others are false alarms.
 */
import type { Finding, FindingKind } from '../src/schema/reading.js'
import { locate, overlap, type Located, type PlantedFinding, type Truth } from './case-truth.js'

export interface Tally {
  right: number
  /** Right ones and false alarms. */
  found: number
  planted: number
}

export interface FindingScore {
  readonly kinds: ReadonlyMap<FindingKind, Tally>
  readonly repeats: number
  readonly neutral: number
  readonly innocents: { readonly raised: number; readonly of: number }
  /** To look into: what was not found, what should not have been, which innocents were raised. */
  readonly missed: readonly PlantedFinding[]
  readonly alarms: readonly Finding[]
  readonly accused: readonly string[]
}

type Texts = ReadonlyMap<string, string>

export function scoreFindings(
  truth: Pick<Truth, 'findings' | 'arguable' | 'innocents'>,
  findings: readonly Finding[],
  texts: Texts,
): FindingScore {
  const planted = truth.findings.map((p) => ({ ...p, at: placed(p, texts) }))
  const arguable = [...truth.findings, ...truth.arguable].map((p) => ({ ...p, at: placed(p, texts) }))
  const kinds = new Map<FindingKind, Tally>()
  const tally = (kind: FindingKind): Tally => {
    const known = kinds.get(kind) ?? { right: 0, found: 0, planted: 0 }
    kinds.set(kind, known)
    return known
  }
  for (const { kind } of planted) tally(kind).planted++

  const met = new Set<PlantedFinding>()
  const alarms: Finding[] = []
  let [repeats, neutral] = [0, 0]
  for (const finding of [...findings].sort((a, b) => b.score - a.score)) {
    const meant = planted.filter((p) => p.kind === finding.kind && fits(p.at, finding))
    const fresh = meant.find((p) => !met.has(p))
    if (fresh) {
      met.add(fresh)
      tally(finding.kind).right++
      tally(finding.kind).found++
    } else if (meant.length > 0) repeats++
    else if (
      arguable.some(
        (p) => (p.kind === finding.kind || p.also?.includes(finding.kind) === true) && fits(p.at, finding),
      )
    )
      neutral++
    else {
      tally(finding.kind).found++
      alarms.push(finding)
    }
  }

  const accused = truth.innocents.filter(({ claims }) => {
    const at = claims.map((q) => [locate(texts, q)])
    return findings.some((finding) => finding.sides.length > 1 && fits(at, finding))
  })
  return {
    kinds,
    repeats,
    neutral,
    innocents: { raised: accused.length, of: truth.innocents.length },
    missed: planted.filter((p) => !met.has(p)),
    alarms,
    accused: accused.map(({ why }) => why),
  }
}

const placed = ({ sides }: PlantedFinding, texts: Texts): readonly (readonly Located[])[] =>
  sides.map((side) => side.map((quote) => locate(texts, quote)))

/** Whether each planted side overlaps a different side of the finding; a single one may overlap any. */
function fits(planted: readonly (readonly Located[])[], { sides }: Finding): boolean {
  const touched = planted.map((places) =>
    sides.flatMap((side, k) => (places.some((p) => side.evidence.some((e) => overlap(p, e) > 0)) ? [k] : [])),
  )
  const assign = (index: number, used: readonly number[]): boolean =>
    index === touched.length ||
    touched[index]!.some((k) => !used.includes(k) && assign(index + 1, [...used, k]))
  return assign(0, [])
}
