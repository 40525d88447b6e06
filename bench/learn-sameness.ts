/**
 * `node --import tsx bench/learn-sameness.ts`: learns src/compare/words/sameness.json from the cases with planted truth. Two
 * statements of one planted proposition say the same; one of them and any other do not. Prints the average precision of each
 * case by weights learned on the others. Held-out cases are not read.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { candidatesOf, cosine, nearestOf } from '../src/compare/candidates.js'
import { featuresOf, mayBeSame } from '../src/compare/sameness.js'
import type { Statement } from '../src/compare/statement.js'
import { openMeaning } from '../src/inference/meaning.js'
import { MEANING_FOLDER } from '../src/workflow/networks.js'
import { openReader } from '../src/workflow/read-document.js'
import { productOf } from './case-product.js'
import { affairs, locate, overlap, type Affair } from './case-truth.js'
import { fitLogistic, type Row } from './logistic.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const product = productOf(await openReader({ threads: 2 }))
const meaning = openMeaning(MEANING_FOLDER)

async function pairsOf({ truth, documents }: Affair): Promise<Row[]> {
  const read = await Promise.all(documents.map((file) => product.read(file)))
  const texts = new Map(read.map(({ reading: { document } }) => [document.file, document.text]))
  const { context } = (await product.investigate(read)).compared
  const all = [...context.statements.values()]
  const exactly = new Map<Statement, Set<string>>()
  const about = new Map<Statement, Set<string>>()
  const put = (to: Map<Statement, Set<string>>, s: Statement, id: string): unknown => to.set(s, (to.get(s) ?? new Set()).add(id)) // prettier-ignore
  for (const { id, claims } of truth.propositions)
    for (const place of claims.map((quote) => locate(texts, quote))) {
      const here = all.filter((s) => overlap(place, s.evidence) > 0)
      for (const s of here) put(about, s, id)
      const share = ({ evidence }: Statement): number =>
        overlap(place, evidence) / Math.max(place.end - place.start, evidence.end - evidence.start)
      const [best] = here.sort((a, b) => share(b) - share(a))
      if (best) put(exactly, best, id)
    }
  const around = new Map([...context.cards.values()].flatMap((card) => (card.passages ?? []).map((p) => [`${p.document} ${p.sentence}`, p.evidence.text] as const))) // prettier-ignore
  const own = await meaning.embed(all.map((s) => s.gist))
  const whole = await meaning.embed(all.map((s) => around.get(`${s.document} ${s.sentence}`) ?? s.gist))
  const at = new Map(all.map((s, i) => [s, i]))
  const meet = (x: ReadonlySet<string> | undefined, y: ReadonlySet<string> | undefined): boolean =>
    [...(x ?? [])].some((id) => y?.has(id))
  const seen = new Set<string>()
  const rows: Row[] = []
  for (const { a, b } of [...candidatesOf(all, context), ...nearestOf(all, own)]) {
    const same = meet(exactly.get(a), exactly.get(b))
    if (seen.has(`${a.id} ${b.id}`) || !(exactly.has(a) || exactly.has(b)) || !mayBeSame(a, b, context))
      continue
    seen.add(`${a.id} ${b.id}`)
    // A clause beside the planted one says the same or does not: nobody has said which.
    if (!same && meet(about.get(a), about.get(b))) continue
    const [i, j] = [at.get(a)!, at.get(b)!]
    rows.push({
      is: same,
      of: {
        ...featuresOf(a, b, context),
        near: cosine(own[i]!, own[j]!),
        nearAround: cosine(whole[i]!, whole[j]!),
      },
    })
  }
  return rows
}

const byCase: Row[][] = []
for (const affair of affairs(join(ROOT, 'cases'))) byCase.push(await pairsOf(affair))
await meaning.close()

const scored = byCase.flatMap((rows, i) => {
  const { scoreOf } = fitLogistic(byCase.filter((_, j) => j !== i).flat())
  return rows.map((row) => ({ is: row.is, score: scoreOf(row.of) }))
})
scored.sort((a, b) => b.score - a.score)
let [right, precision] = [0, 0]
for (const [i, { is }] of scored.entries()) if (is) precision += ++right / (i + 1)
process.stdout.write(`average precision, each case by the others: ${(precision / right).toFixed(3)}\n`)

const { weights } = fitLogistic(byCase.flat())
writeFileSync(
  join(ROOT, 'src/compare/words/sameness.json'),
  `${JSON.stringify({ about: 'How much each feature of a pair of statements says for their saying the same: logistic regression over the pairs of the cases with planted truth (bench/learn-sameness.ts).', weights }, null, 2)}\n`, // prettier-ignore
)
process.exit(0)
