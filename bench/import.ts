/**
 * An import as a user's processes: short articles added and read end to end, added again, and the case opened. WHENCE_IMPORT
 * says how many (500 unless set; times are then given for 10,000 by proportion, and said to be).
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row, Section } from './report.js'
import { articles } from './speed.js'

const GOAL = 10_000
const LOOK_EVERY = 250

interface Run {
  readonly seconds: number
  /** Megabytes of the process and all it started, together. */
  readonly peak: number
  readonly code: number | null
}

/** Resident megabytes of a process and all below it; 0 where this cannot be known. */
function memoryUnder(pid: number): number {
  const parents = new Map<number, number>()
  try {
    for (const name of readdirSync('/proc'))
      if (/^\d+$/.test(name)) {
        const stat = readOr(`/proc/${name}/stat`)
        parents.set(Number(name), Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]))
      }
  } catch {
    return 0
  }
  const below = (p: number): boolean => {
    for (let at: number | undefined = p; at; at = parents.get(at)) if (at === pid) return true
    return false
  }
  const pages = [...parents.keys()]
    .filter(below)
    .map((p) => Number(readOr(`/proc/${p}/statm`).split(' ')[1] ?? 0))
  return (pages.reduce((a, b) => a + b, 0) * 4096) / 1024 / 1024
}

function readOr(path: string): string {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return ''
  }
}

async function timed(root: string, home: string, args: readonly string[]): Promise<Run> {
  const began = performance.now()
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...args], {
    cwd: root,
    env: { ...process.env, WHENCE_HOME: home, WHENCE_DATABASE_URL: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  let peak = 0
  const watch = setInterval(() => (peak = Math.max(peak, memoryUnder(child.pid!))), LOOK_EVERY)
  const code = await new Promise<number | null>((done) => child.on('close', done))
  clearInterval(watch)
  return { seconds: (performance.now() - began) / 1000, peak, code }
}

export async function importing(
  root: string,
  count = Number(process.env['WHENCE_IMPORT'] ?? 500),
): Promise<Section[]> {
  const folder = mkdtempSync(join(tmpdir(), 'whence-import-'))
  try {
    const [home, papers] = [join(folder, 'home'), join(folder, 'papers')]
    const texts = articles(root, count).map((text, i) => `Report number ${i} of the series\n\n${text}\n`)
    mkdirSync(papers)
    texts.forEach((text, i) => writeFileSync(join(papers, `${String(i).padStart(5, '0')}.txt`), text))
    const first = await timed(root, home, ['add', 'bench', papers])
    const second = await timed(root, home, ['add', 'bench', papers])
    const opened = await timed(root, home, ['status', 'bench', '--json'])
    if (first.code !== 0 || second.code !== 0 || opened.code !== 0) throw new Error('the import failed')
    // What a command takes to begin is paid once, however many articles there are.
    const to = (seconds: number): number => opened.seconds + ((seconds - opened.seconds) * GOAL) / count
    const how = count === GOAL ? '' : ` (from ${count} by proportion)`
    const words = texts.reduce((n, text) => n + text.split(/\s+/).length, 0)
    const rows: Row[] = [
      {
        what: `minutes to add and read 10,000 articles of ${Math.round(words / count)} words${how}`,
        value: to(first.seconds) / 60,
        reach: 45,
        best: '',
      },
      {
        what: `seconds to add them again, nothing changed${how}`,
        value: to(second.seconds),
        reach: 60,
        best: '',
      },
      { what: 'peak memory of all processes together, MB', value: first.peak, reach: 1500, best: '' },
      { what: 'seconds to open the case', value: opened.seconds, reach: 2, best: '' },
    ]
    return [{ name: `An import of ${count} articles, two cores`, rows }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
