/**
 * How much of a news page's article, and of nothing else, becomes the document's text. Pages and metric of the article
 * extraction benchmark (Scrapinghub, 2019; MIT): 4-word shingles as bags, precision and recall per page, their means, and
 * F1 of the means. Beside it the same with single words. The 60 pages here are a third of the published 181.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { ingest } from '../src/ingest/ingest.js'

export interface Row {
  readonly what: string
  readonly value: number
  /** What the project set out to reach; null where nothing was set. */
  readonly reach: number | null
  /** The best published. */
  readonly best: string
}

const SHINGLE = 4

export async function articleBody(dataDir: string): Promise<{ name: string; rows: Row[] } | null> {
  const folder = join(dataDir, 'eval-only', 'article-body')
  if (!existsSync(join(folder, 'ground-truth.json'))) return null
  const truth = JSON.parse(readFileSync(join(folder, 'ground-truth.json'), 'utf8')) as Record<
    string,
    { articleBody?: string }
  >
  const pairs = Object.entries(truth).map(([id, { articleBody: body = '' }]) => {
    const bytes = gunzipSync(readFileSync(join(folder, 'html', `${id}.html.gz`)))
    return [body, ingest(bytes, `${id}.html`).info.text] as const
  })
  const shingles = score(pairs, SHINGLE)
  const words = score(pairs, 1)
  const best = '0.970 ± 0.005 (AutoExtract 2019, all 181 pages)'
  return {
    name: `Article body, ${pairs.length} news pages`,
    rows: [
      { what: 'token F1 (4-word shingles, as published)', value: shingles.f1, reach: 0.95, best },
      { what: 'precision', value: shingles.precision, reach: null, best: '0.984 ± 0.002 (AutoExtract 2019)' },
      { what: 'recall', value: shingles.recall, reach: null, best: '0.956 ± 0.010 (AutoExtract 2019)' },
      {
        what: 'pages without any difference',
        value: shingles.exact,
        reach: null,
        best: '0.470 ± 0.037 (AutoExtract 2019)',
      },
      { what: 'token F1 (bag of words)', value: words.f1, reach: null, best: 'not published' },
    ],
  }
}

export interface Score {
  readonly precision: number
  readonly recall: number
  readonly f1: number
  readonly exact: number
}

/** Of pairs [true text, predicted text]. Pages where a rate has no meaning (nothing predicted, nothing true) are left out of its mean. */
export function score(pairs: readonly (readonly [string, string])[], n: number): Score {
  const counts = pairs.map(([truth, predicted]) => compare(shinglesOf(truth, n), shinglesOf(predicted, n)))
  const precision = mean(counts.filter(({ tp, fp }) => tp + fp > 0).map(({ tp, fp }) => tp / (tp + fp)))
  const recall = mean(counts.filter(({ tp, fn }) => tp + fn > 0).map(({ tp, fn }) => tp / (tp + fn)))
  return {
    precision,
    recall,
    f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall),
    exact: mean(counts.map(({ fp, fn }) => (fp === 0 && fn === 0 ? 1 : 0))),
  }
}

/** Words as the benchmark cuts them (letters, digits and underscores of any script, case kept), each run of `n` counted. */
function shinglesOf(text: string, n: number): Map<string, number> {
  const words = text.match(/[\p{L}\p{N}_]+/gu) ?? []
  const counts = new Map<string, number>()
  for (let i = 0; i < Math.max(1, words.length - n + 1); i++) {
    const shingle = words.slice(i, i + n).join(' ')
    if (shingle !== '') counts.set(shingle, (counts.get(shingle) ?? 0) + 1)
  }
  return counts
}

function compare(
  truth: ReadonlyMap<string, number>,
  predicted: ReadonlyMap<string, number>,
): { tp: number; fp: number; fn: number } {
  let [tp, fp, fn] = [0, 0, 0]
  for (const shingle of new Set([...truth.keys(), ...predicted.keys()])) {
    const [right, given] = [truth.get(shingle) ?? 0, predicted.get(shingle) ?? 0]
    tp += Math.min(right, given)
    fp += Math.max(0, given - right)
    fn += Math.max(0, right - given)
  }
  return { tp, fp, fn }
}

const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const measured = await articleBody(process.env['WHENCE_DATA'] ?? '../shared/data')
  if (measured === null) console.log('The benchmark data is not there; set WHENCE_DATA to its folder.')
  else
    for (const { what, value, reach, best } of measured.rows)
      console.log(`${what}: ${value.toFixed(4)} (reach ${reach ?? '-'}; best ${best})`)
}
