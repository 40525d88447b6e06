/** Time and memory of reading a 1,000-page PDF and of recognising scanned pages, with the built program's parser in a process of its own. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { madePdf, set, words } from '../test/builders/made-pdf.js'
import { madeScan, scannedPage } from '../test/builders/made-scan.js'
import { articles } from './speed.js'
import type { Section } from './report.js'

const PAGES = 1000
const SCANS = 5
const LINES_EACH = 44

/** Lines of at most 85 characters, as many as fill the pages. */
function linesOf(root: string, count: number): string[] {
  const text = articles(root, 400)
    .join(' ')
    .replace(/[^\x20-\x7e]/g, ' ')
    .split(/\s+/)
  const lines: string[] = []
  let line = ''
  for (let i = 0; lines.length < count; i++) {
    const word = text[i % text.length]!
    if (line.length + word.length > 85) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return lines
}

const SCRIPT = `
const [parser, path] = process.argv.slice(1)
const { statSync } = await import('node:fs')
const { pdf } = await import(parser)
const began = performance.now()
const used = process.cpuUsage()
const source = { file: path, path, size: statSync(path).size, head: new Uint8Array(), bytes: async () => { throw new Error('not asked for') } }
const { text } = await pdf.parse(source, { child: async () => {}, progress: () => {} })
const { user, system } = process.cpuUsage(used)
console.log(JSON.stringify({ seconds: (performance.now() - began) / 1000, cpu: (user + system) / 1e6, peak: process.resourceUsage().maxRSS / 1024, letters: text.length }))
`

interface Run {
  readonly seconds: number
  readonly cpu: number
  readonly peak: number
  readonly letters: number
}

const measured = (root: string, path: string): Run =>
  JSON.parse(
    execFileSync(
      process.execPath,
      ['--input-type=module', '-e', SCRIPT, join(root, 'dist/ingest/pdf.js'), path],
      { encoding: 'utf8' },
    ),
  ) as Run

/** Needs a build (`npm run build`). */
export async function pdfFigures(root: string): Promise<Section[]> {
  const folder = mkdtempSync(join(tmpdir(), 'whence-pdf-'))
  try {
    const lines = linesOf(root, PAGES * LINES_EACH)
    const page = (n: number): string =>
      words(230, 815, 'Papers of the harbour board', 9) +
      set(60, 770, lines.slice(n * LINES_EACH, (n + 1) * LINES_EACH)) +
      words(290, 30, String(n + 1), 9)
    const long = join(folder, 'long.pdf')
    writeFileSync(long, madePdf({ pages: Array.from({ length: PAGES }, (_, n) => ({ ops: page(n) })) }))
    const scans = []
    for (let n = 0; n < SCANS; n++) scans.push(scannedPage(await madeScan({ ops: page(n) }, 200, 20_000)))
    const scanned = join(folder, 'scanned.pdf')
    writeFileSync(scanned, madePdf({ pages: scans }))
    const [text, ocr] = [measured(root, long), measured(root, scanned)]
    const row = (what: string, value: number, reach: number | null) => ({ what, value, reach, best: '' })
    return [
      {
        name: `PDF: ${PAGES} pages of text (${text.letters} characters), ${SCANS} scanned pages at 200 dots an inch (${ocr.letters} characters)`,
        rows: [
          row('text: seconds', text.seconds, 90),
          row('text: seconds of processor', text.cpu, null),
          row('text: peak memory, MB', text.peak, 1500),
          row('recognition: seconds a page', ocr.seconds / SCANS, 5),
          row('recognition: seconds of processor a page', ocr.cpu / SCANS, null),
          row('recognition: peak memory, MB', ocr.peak, 1500),
        ],
      },
    ]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
