/** Speed and memory of `whence read` on a folder of articles, and the time to the first claim after `npm start`, each as a user's process. */
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row, Section } from './report.js'

/** Articles of ordinary length, from texts of the corpus without their marks. */
export function articles(root: string, count: number): string[] {
  const files = ['pa1', 'pb1', 'pc1', 'pd1', 'pe1']
  const passages = files
    .flatMap((f) => readFileSync(join(root, `corpus/batches/${f}.txt`), 'utf8').split(/\n(?=# )/))
    .map((p) =>
      p
        .replace(/^# .*\n/, '')
        .replace(/^= .*$/gm, '')
        .replace(/\[(?:[SQC][\d+]*|H)(?::[a-z]+)?\s/g, '')
        .replace(/\]/g, '')
        .trim(),
    )
    .filter((p) => p.length > 800)
  return Array.from({ length: count }, (_, i) => passages[i % passages.length]!)
}

interface Run {
  readonly seconds: number
  /** Peak resident memory in megabytes, of the process and its threads. */
  readonly peak: number
}

/** Runs a command to its end, looking at its memory twenty times a second. */
async function timed(root: string, args: readonly string[]): Promise<Run> {
  const began = performance.now()
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  let peak = 0
  const watch = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8')
      peak = Math.max(peak, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
    } catch {
      // Over, or not Linux
    }
  }, 50)
  await new Promise((done) => child.on('close', done))
  clearInterval(watch)
  return { seconds: (performance.now() - began) / 1000, peak }
}

async function firstClaim(root: string): Promise<number> {
  const began = performance.now()
  const port = 4000 + Math.floor(Math.random() * 1000)
  const child = spawn('npm', ['start', '--', '--no-open', '--port', String(port)], {
    cwd: root,
    stdio: 'ignore',
    detached: true,
  })
  try {
    for (;;) {
      if (performance.now() - began > 60_000) return Number.NaN
      try {
        const answer = await fetch(`http://127.0.0.1:${port}/api/sample`)
        const reading = (await answer.json()) as { claims?: unknown[] }
        if (reading.claims && reading.claims.length > 0) return (performance.now() - began) / 1000
      } catch {
        await new Promise((r) => setTimeout(r, 50))
      }
    }
  } finally {
    if (child.pid) process.kill(-child.pid)
  }
}

export async function speed(root: string, count = 1000): Promise<Section[]> {
  const folder = mkdtempSync(join(tmpdir(), 'whence-speed-'))
  try {
    const texts = articles(root, count)
    texts.forEach((text, i) => writeFileSync(join(folder, `${String(i).padStart(4, '0')}.txt`), text))
    const single = join(folder, '0000.txt')
    const words = texts.reduce((n, t) => n + t.split(/\s+/).length, 0)
    const main = join(root, 'dist/cli/main.js')
    const one = await timed(root, [main, 'read', '--json', single])
    const all = await timed(root, [main, 'read', '--json', folder])
    const rows: Row[] = [
      {
        what: `words a second, ${count} articles of ${Math.round(words / count)} words, model loaded`,
        value: words / (all.seconds - one.seconds),
        reach: 4000,
        best: '',
      },
      { what: 'seconds for one article, model loading included', value: one.seconds, reach: null, best: '' },
      { what: 'peak memory while reading, MB', value: all.peak, reach: 600, best: '' },
      {
        what: 'seconds from npm start to the first claim',
        value: await firstClaim(root),
        reach: 3,
        best: '',
      },
    ]
    return [{ name: 'Speed and memory, two cores', rows }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
