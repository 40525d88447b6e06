/** The command under test as a process of its own, in a home of its own. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const ROOT = resolve(import.meta.dirname, '../..')
/** The built program; WHENCE_MAIN names another build of it. */
const MAIN = process.env['WHENCE_MAIN'] ?? join(ROOT, 'dist/cli/main.js')
const FROM_SOURCES = ['--import', import.meta.resolve('tsx'), join(ROOT, 'src/cli/main.ts')]

/** Milliseconds after which a command is taken for hung, and ended; it must not outlive its test. */
const LONGEST = process.env['WHENCE_HOSTILE'] || process.env['WHENCE_KILLS'] ? 3_600_000 : 280_000

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly err: string
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

/** A home on SQLite, or one with other variables. */
export type At = string | { readonly home: string; readonly env: NodeJS.ProcessEnv }

export function start(at: At, ...args: string[]): Running {
  const { home, env } = typeof at === 'string' ? { home: at, env: {} } : at
  const program = existsSync(MAIN) ? [MAIN] : FROM_SOURCES
  const child = spawn(process.execPath, [...program, ...args], {
    cwd: ROOT,
    env: { ...process.env, WHENCE_HOME: home, WHENCE_DATABASE_URL: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [out, err] = ['', '']
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
  const timer = setTimeout(() => child.kill('SIGKILL'), LONGEST)
  const ended = new Promise<Ended>((done) => {
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      done({ code, signal, out, err })
    })
  })
  return { child, ended }
}

export const run = (at: At, ...args: string[]): Promise<Ended> => start(at, ...args).ended

/** What a command prints with --json, line by line. */
export async function lines<T>(home: string, ...args: string[]): Promise<T[]> {
  const { code, out, err } = await run(home, ...args, '--json')
  if (code !== 0) throw new Error(`whence ${args.join(' ')} ended with ${code}: ${err}`)
  return out
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as T)
}

export interface Listed {
  readonly id: string
  readonly file: string
  readonly state: string
  readonly claims: number
  readonly words: number
  readonly problems: number
  readonly reason: { readonly code: string; readonly message: string } | null
}
export const documents = (home: string, name: string): Promise<Listed[]> =>
  lines<Listed>(home, 'documents', name)
