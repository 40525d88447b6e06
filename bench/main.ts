/**
 * `npm run bench [-- --json] [-- --only NAME] [-- --publish]`: quality on the development sets and speed. Data sets are read from
 * WHENCE_DATA (../shared/data where it is not set); what is absent is left out and said. `--publish` writes docs/figures.md.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readFile } from 'node:fs/promises'
import { createPool } from '../src/inference/pool.js'
import { readVocabulary } from '../src/inference/wordpiece.js'
import { MODEL_FOLDER, openReader } from '../src/workflow/read-document.js'
import { articleBody } from './article-body.js'
import { productOf } from './case-product.js'
import { networksFor } from './unseen-pairs.js'
import { cases } from './cases.js'
import { attributionRows, scoreAttribution } from './attribution.js'
import { coreference } from './coreference.js'
import { factuality } from './factuality.js'
import { facts } from './facts.js'
import { names } from './names.js'
import { pdfFigures } from './pdf.js'
import { polnear } from './polnear.js'
import { realTexts } from './real-texts.js'
import { markdown, type Section } from './report.js'
import { search } from './search.js'
import { segmentation } from './segmentation.js'
import { importing } from './import.js'
import { speed } from './speed.js'
import { syntax } from './syntax.js'
import { timex } from './timex.js'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const DATA = process.env['WHENCE_DATA'] ?? join(ROOT, '../shared/data')

const model = await createPool(MODEL_FOLDER, { size: 2 })
const vocabulary = readVocabulary(await readFile(join(MODEL_FOLDER, 'vocab.txt'), 'utf8'))
const encoder = { model, vocabulary }
const reader = await openReader({ threads: 2 })
const productFor = (affair: string) => productOf(reader, networksFor(affair))
const read = (text: string, name: string) => reader.read(Buffer.from(text), name)
const some = (section: Section | null): Section[] => (section ? [section] : [])

async function attribution(): Promise<Section[]> {
  const out: Section[] = []
  const articles = polnear(DATA)
  if (articles)
    out.push({
      name: `Attribution: PolNeAR dev, ${articles.length} articles, never trained on`,
      rows: attributionRows(await scoreAttribution(articles, read, true), {
        token: [80, 68, 88],
        exact: [70, 62, 48],
        chains: null,
        bestToken: [
          '75.6 pilot; 84 trained on it',
          '60.6 pilot; 70 trained on it',
          '84.2 pilot; 90 trained on it',
        ],
        bestExact: [
          '60 pilot; 83 BERT-base trained on it',
          '55 pilot; 75 BERT-base trained on it',
          '34 pilot; 73 BERT-base trained on it',
        ],
      }),
    })
  const real = realTexts(ROOT, DATA, 'test')
  if (real)
    out.push({
      name: `Attribution: our real-text test part, ${real.length} documents, all levels of nesting`,
      rows: attributionRows(await scoreAttribution(real, read, false), {
        token: [85, 78, 92],
        exact: [0, 0, 0],
        chains: 75,
        bestToken: ['none', 'none', 'none'],
        bestExact: ['none', 'none', 'none'],
      }).map((r) => (r.reach === 0 ? { ...r, reach: null } : r)),
    })
  return out
}

const SECTIONS: Readonly<Record<string, () => Promise<Section[]>>> = {
  attribution,
  syntax: () => syntax(DATA, encoder),
  coreference: () => coreference(DATA, encoder),
  times: async () => some(await timex(DATA)),
  facts: () => facts(DATA, (text) => read(text, 'passage.txt')),
  factuality: () => factuality(DATA, encoder),
  names: () => Promise.resolve(names(DATA)),
  'article-body': async () => some(await articleBody(DATA)),
  segmentation: () =>
    Promise.resolve([
      {
        name: 'Words and sentences',
        rows: segmentation(DATA).map((r) => ({
          what: `${r.set}, ${r.measure}, F1`,
          value: 100 * r.score.f1,
          reach: null,
          best: '',
        })),
      },
    ]),
  cases: () => cases(ROOT, productFor, 'affair', args.includes('--explain')),
  'held-cases': () => cases(ROOT, productFor, 'held'),
  search,
  speed: () => speed(ROOT),
  pdf: () => pdfFigures(ROOT),
  import: () => importing(ROOT),
}

const args = process.argv.slice(2)
const only = args.includes('--only') ? args[args.indexOf('--only') + 1]!.split(',') : Object.keys(SECTIONS)
const sections: Section[] = []
for (const name of only) {
  const run = SECTIONS[name]
  if (!run) throw new Error(`there is no section ${name}; there are ${Object.keys(SECTIONS).join(', ')}`)
  process.stderr.write(`${name} …\n`)
  const found = await run()
  if (found.length === 0) process.stderr.write(`${name}: its data set is not in ${DATA}, left out\n`)
  sections.push(...found)
}
await Promise.all([reader.close(), model.close()])

if (args.includes('--json')) process.stdout.write(`${JSON.stringify(sections)}\n`)
else process.stdout.write(`${markdown(sections)}\n`)
if (args.includes('--publish')) {
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { cwd: ROOT, encoding: 'utf8' }).trim()
  const { version } = JSON.parse(readFileSync(join(MODEL_FOLDER, 'manifest.json'), 'utf8')) as {
    version: string
  }
  const head = [
    '# Figures',
    '',
    `Measured by \`npm run bench -- --publish\` on ${new Date().toISOString().slice(0, 10)} at commit ${commit}, reading model ${version}, ` +
      `Node ${process.version}, ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown processor'}).`,
    'Percent unless a unit is named. “Best published” compares with others’ figures on the same or the nearest set; theirs, not ours.',
    '',
  ].join('\n')
  writeFileSync(
    join(ROOT, 'docs/figures.md'),
    `${head}\n${markdown(sections)}\n\n${readFileSync(join(ROOT, 'docs/figures-notes.md'), 'utf8')}`,
  )
}
