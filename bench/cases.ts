/**
 * The affairs of `cases/` against their planted truth (cases/README.md): findings, entities, origin counts and a draft's verdicts.
 * `--explain` prints on stderr what was missed, what was raised for nothing, and what was counted wrongly; of held-out cases it
 * prints nothing, since whoever reads it could tune on them.
 */
import { join } from 'node:path'
import type { FindingKind } from '../src/schema/reading.js'
import type { Read } from '../src/workflow/investigate.js'
import type { Product } from './case-product.js'
import { scoreFindings, type FindingScore, type Tally } from './case-findings.js'
import {
  scoreEntities,
  scoreOrigins,
  scoreVerdicts,
  type EntityScore,
  type OriginScore,
  type VerdictScore,
} from './case-score.js'
import { affairs, type Affair, type AffairKind } from './case-truth.js'
import type { Row, Section } from './report.js'

interface CaseScore {
  readonly name: string
  readonly documents: number
  readonly findings: FindingScore
  readonly entities: EntityScore
  readonly origins: OriginScore
  readonly verdicts: VerdictScore
}

const HEADS: Readonly<Record<AffairKind, readonly [all: string, one: string]>> = {
  affair: ['Cases with planted truth', 'Case'],
  held: ['Cases with planted truth, held out', 'Held-out case'],
}

/** WHENCE_CASES names some of them, by commas. */
const ONLY = process.env['WHENCE_CASES']?.split(',')

/** One section a case of a kind, and one over all of them. */
export async function cases(
  root: string,
  productFor: (affair: string) => Product,
  kind: AffairKind,
  explain = false,
): Promise<Section[]> {
  const scores: CaseScore[] = []
  const [all, one] = HEADS[kind]
  for (const affair of affairs(join(root, 'cases'), kind)) {
    if (ONLY && !ONLY.includes(affair.name)) continue
    const product = productFor(affair.name)
    const score = await scoreAffair(affair, product)
    await product.close()
    if (explain && kind !== 'held') process.stderr.write(explanation(score))
    scores.push(score)
  }
  const documents = scores.reduce((n, s) => n + s.documents, 0)
  const sections = scores.map((s) => ({
    name: `${one} ${s.name}, ${s.documents} documents`,
    rows: rows([s], false),
  }))
  return [
    {
      name: `${all}, ${scores.length} of ${documents} documents`,
      rows: rows(scores, true),
    },
    ...sections,
  ]
}

async function scoreAffair({ name, truth, documents, draft }: Affair, product: Product): Promise<CaseScore> {
  const read: Read[] = []
  for (const file of documents) read.push(await product.read(file))
  const readings = read.map(({ reading }) => reading)
  const texts = new Map(readings.map(({ document }) => [document.file, document.text]))
  const investigation = await product.investigate(read)
  const { reading } = await product.read(draft)
  const checked = await product.check(reading, investigation, read)
  return {
    name,
    documents: documents.length,
    findings: scoreFindings(truth, investigation.findings, texts),
    entities: scoreEntities(truth, investigation.readings, (document, entity) =>
      investigation.entityOf.get(`${document}#${entity}`),
    ),
    origins: scoreOrigins(truth, investigation.propositions, texts),
    verdicts: scoreVerdicts(truth, reading.document.text, checked, texts),
  }
}

const percent = (part: number, of: number): number => (of === 0 ? 0 : (100 * part) / of)
const harmonic = (p: number, r: number): number => (p + r === 0 ? 0 : (2 * p * r) / (p + r))

function rows(scores: readonly CaseScore[], kinds: boolean): Row[] {
  const row = (what: string, value: number, reach: number | null = null): Row => ({ what, value, reach, best: '' }) // prettier-ignore
  const sum = (of: (score: CaseScore) => number): number => scores.reduce((n, s) => n + of(s), 0)
  const all = add(scores.flatMap((s) => [...s.findings.kinds.values()]))
  const places = sum((s) => s.entities.places)
  const precision = percent(sum((s) => s.entities.precision), places) // prettier-ignore
  const recall = percent(sum((s) => s.entities.recall), places) // prettier-ignore
  return [
    row(`findings, precision (${all.right} right of ${all.found})`, percent(all.right, all.found), 85),
    row(`findings, recall (of ${all.planted})`, percent(all.right, all.planted), 70),
    ...(kinds ? kindRows(scores, row) : []),
    row('findings that repeat one, number', sum((s) => s.findings.repeats)), // prettier-ignore
    row(`innocents raised, of ${sum((s) => s.findings.innocents.of)}, number`, sum((s) => s.findings.innocents.raised), 0), // prettier-ignore
    row(`entities, B³ precision over ${places} places`, precision),
    row('entities, B³ recall', recall),
    row('entities, B³ F1', harmonic(precision, recall), 93),
    row('look-alikes kept apart', percent(sum((s) => s.entities.apart.kept), sum((s) => s.entities.apart.of))), // prettier-ignore
    row(`origin counts exact, of ${sum((s) => s.origins.of)}`, percent(sum((s) => s.origins.exact), sum((s) => s.origins.of)), 85), // prettier-ignore
    row('claims gathered into their proposition', percent(sum((s) => s.origins.gathered), sum((s) => s.origins.claims))), // prettier-ignore
    row(`verdicts on a draft, of ${sum((s) => s.verdicts.of)} sentences`, percent(sum((s) => s.verdicts.right), sum((s) => s.verdicts.of)), 80), // prettier-ignore
    row('answers of the accused found', percent(sum((s) => s.verdicts.answers.right), sum((s) => s.verdicts.answers.of))), // prettier-ignore
  ]
}

function kindRows(scores: readonly CaseScore[], row: (what: string, value: number) => Row): Row[] {
  const kinds = new Set<FindingKind>(scores.flatMap((s) => [...s.findings.kinds.keys()]))
  return [...kinds].sort().flatMap((kind) => {
    const { right, found, planted } = add(scores.flatMap((s) => s.findings.kinds.get(kind) ?? []))
    return [
      row(`${kind}, precision (${right} of ${found})`, percent(right, found)),
      row(`${kind}, recall (of ${planted})`, percent(right, planted)),
    ]
  })
}

const add = (tallies: readonly Tally[]): Tally =>
  tallies.reduce(
    (a, b) => ({ right: a.right + b.right, found: a.found + b.found, planted: a.planted + b.planted }),
    { right: 0, found: 0, planted: 0 },
  )

function explanation({ name, findings, entities, origins, verdicts }: CaseScore): string {
  const quotes = (sides: readonly (readonly { file: string; text?: string; quote?: string }[])[]): string =>
    sides.map((side) => side.map((e) => `${e.file}: “${e.quote ?? e.text}”`).join(' & ')).join('\n      × ')
  const parts: readonly [string, readonly string[]][] = [
    ['missed', findings.missed.map((f) => `${f.kind}, ${f.on}: ${f.why}\n        ${quotes(f.sides)}`)],
    [
      'false alarms',
      findings.alarms.map(
        (f) => `${f.kind}, ${f.on} (${f.score.toFixed(2)}): ${f.why}\n        ${quotes(f.sides.map((s) => s.evidence))}`,
      ),
    ], // prettier-ignore
    ['innocents raised', findings.accused],
    ['taken for one', entities.merged],
    ['standing alone', entities.split],
    ['read by no mention', entities.unread],
    ['origins', origins.wrong],
    ['verdicts', verdicts.wrong],
  ]
  const listed = parts.map(([head, lines]) => `  ${head}: ${lines.length}\n${lines.map((l) => `    ${l}\n`).join('')}`) // prettier-ignore
  return `\n== ${name}\n${listed.join('')}`
}
