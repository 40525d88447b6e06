/** The other side of what a claim disagrees with, wherever it stands. */
import type { Evidence, Finding, FindingKind } from '../../schema/reading.js'

export interface OtherSide {
  readonly finding: string
  readonly kind: FindingKind
  readonly evidence: Evidence
}

/** By the id of a claim within `document`: the first words of each other side of every finding that holds it. */
export function otherSides(
  findings: readonly Finding[],
  document: string,
): ReadonlyMap<string, readonly OtherSide[]> {
  const sides = new Map<string, OtherSide[]>()
  for (const { id, kind, sides: both } of findings)
    both.forEach((side, i) => {
      for (const claim of claimsOf(side.evidence, document))
        for (const other of both.filter((_, j) => j !== i)) {
          const [evidence] = other.evidence
          if (evidence) sides.set(claim, [...(sides.get(claim) ?? []), { finding: id, kind, evidence }])
        }
    })
  return sides
}

const claimsOf = (evidence: readonly Evidence[], document: string): Set<string> =>
  new Set(
    evidence.flatMap(({ claim }) =>
      claim?.startsWith(`${document}#`) ? [claim.slice(document.length + 1)] : [],
    ),
  )
