/** The findings of a case as they are shown: what stands against what is weighed by the tests and by the network together. */
import type { Finding } from '../../schema/reading.js'
import type { Lineage } from '../lineage.js'
import { findingsFrom } from '../passages/passages.js'
import type { Passages } from '../passages/index.js'
import { AGAINST, shownScore, trusted } from '../trust/trust.js'
import { evidenceOf, LEAST, likelihood, quarrelsIn, raisedOf, withRuled, type Opposed } from './opposed.js'

/**
 * `raised` by the tests; those that stand on both sides of a quarrel go into it, the others are trusted as far as their test is.
 * With `about`, quarrels in which that document has a part. Without a network the same findings.
 */
export async function shown(
  raised: readonly Finding[],
  passages: Passages,
  lineage: Lineage,
  about: string | null,
): Promise<Finding[]> {
  const quarrels = await quarrelsIn(passages, about)
  const opposed = withRuled(
    quarrels,
    raised.filter(({ kind }) => AGAINST.has(kind)),
  )
  const within = new Set(opposed.flatMap(({ ruled }) => ruled.map(({ finding }) => finding)))
  const alone = raised.filter((finding) => !within.has(finding))
  const findingOf = findingsFrom(passages, lineage)
  const made = opposed.flatMap((one) => {
    const likely = likelihood(one)
    return likely < LEAST ? [] : [joined(findingOf(raisedOf(one, shownScore(likely, LEAST))), one)]
  })
  return [...made, ...(await trusted(alone, passages))]
}

/** With the evidence that the tests had for each side. */
function joined(finding: Finding, opposed: Opposed): Finding {
  const sides = finding.sides.map((side, i) => {
    const more = opposed.ruled.map((r) => r.finding.sides[r.turned ? 1 - i : i]!.established)
    const evidence = [...side.evidence, ...evidenceOf(opposed, i as 0 | 1, side.evidence)]
    return { evidence, established: Math.max(side.established, ...more) }
  })
  return { ...finding, sides }
}
