/** A Reading for people: what was read, its claims in the order of the text, findings, and what could not be read. */
import { FINDING_WORDS } from '../../schema/labels.js'
import type { Finding, Problem, Reading } from '../../schema/reading.js'
import { claimBlock } from './claim.js'
import type { Paint } from './paint.js'
import { plain } from './plain.js'
import { wrap } from './width.js'

/** Longer lines are hard to read, however wide the window. */
const WIDEST = 88
const NARROWEST = 24

/** The view, ending in a line break. `columns` is the width of the window. */
export function readingView(reading: Reading, columns: number, paint: Paint): string {
  const width = Math.max(NARROWEST, Math.min(columns, WIDEST))
  const blocks = [
    headLines(reading, width, paint),
    ...reading.claims.map((claim) => claimBlock(claim, reading.document.text, width, paint)),
    ...reading.findings.map((finding) => findingLines(finding, width, paint)),
    problemLines(reading.problems, width, paint),
  ]
  return blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

function headLines({ document, claims }: Reading, width: number, paint: Paint): string[] {
  const about = [
    document.publisher,
    document.published,
    document.byline.join(', '),
    document.title ? document.file : null,
  ]
  const count = claims.length === 1 ? '1 claim' : `${claims.length} claims`
  return [
    ...wrap(plain(document.title ?? document.file), width).map((line) => paint('strong', line)),
    ...wrap(
      [...about, count]
        .filter(Boolean)
        .map((part) => plain(part!))
        .join(' · '),
      width,
    ).map((line) => paint('quiet', line)),
  ]
}

function findingLines(finding: Finding, width: number, paint: Paint): string[] {
  const sides = finding.sides.flatMap((side) => side.evidence.map((e) => `“${plain(e.text)}”`))
  return [
    ...wrap(`${FINDING_WORDS[finding.kind]} on ${finding.on}: ${plain(finding.why)}`, width).map((line, i) =>
      i === 0 ? line.replace(/^[^:]*:/, (head) => paint('red', head)) : line,
    ),
    ...sides.flatMap((side) => wrap(side, width - 4).map((line, i) => `${i === 0 ? '  – ' : '    '}${line}`)),
  ]
}

function problemLines(problems: readonly Problem[], width: number, paint: Paint): string[] {
  if (problems.length === 0) return []
  return [
    paint('yellow', 'What could not be read'),
    ...problems.flatMap((p) =>
      wrap(plain(p.message), width - 4).map((line, i) => `${i === 0 ? '  ! ' : '    '}${line}`),
    ),
  ]
}
