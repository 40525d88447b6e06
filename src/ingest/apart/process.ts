/** One process apart: asked for one file after another, watched, and ended where it hangs or grows. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { WhenceError } from '../../schema/errors.js'
import { codeApart } from './entry.js'
import type { Limits } from './limits.js'
import { ANSWERS, type Answer, type Ask } from './protocol.js'
import { commandFor } from './sandbox.js'

export interface ProcessApart {
  readonly native: boolean
  /** Its folders: files to open are put into `input`, what it makes is in `output`. */
  readonly input: string
  readonly output: string
  /** Resolves when the result is written. @throws WhenceError 'parser-crashed', 'parser-timeout' or 'parser-memory'; the process is gone then. */
  ask(ask: Ask, progress?: (done: number, all: number | null) => void): Promise<'done' | 'rights' | 'full'>
  /** Megabytes it holds; null where that cannot be known. */
  memory(): Promise<number | null>
  alive(): boolean
  close(): Promise<void>
}

const WATCH_EVERY = 200
/** Milliseconds for a process to come up, on a busy machine. */
const START = 60_000
/** Characters of an error that are told. */
const TOLD = 300

export async function startApart(folder: string, native: boolean, limits: Limits): Promise<ProcessApart> {
  const [input, output] = [join(folder, 'in'), join(folder, 'out')]
  for (const path of [input, output]) await mkdir(path, { recursive: true, mode: 0o700 })
  const rights = { input, output, native, memory: limits.memory, file: limits.output }
  const [command, args] = commandFor(await codeApart(), rights)
  const child = spawn(command, args, {
    cwd: output,
    env: {},
    stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    // A group of its own, so that it can be ended with all that it started.
    detached: process.platform !== 'win32',
  })
  const errors = lastWords(child)
  const answers = createInterface({ input: child.stdio[ANSWERS] as Readable })
  let listener: ((answer: Answer) => void) | null = null
  let fail: ((error: Error) => void) | null = null
  let gone = false
  const end = (error: Error): void => {
    kill(child)
    fail?.(error)
  }
  answers.on('line', (line) => {
    try {
      listener?.(JSON.parse(line) as Answer)
    } catch {
      end(new WhenceError('parser-lied', 'answer'))
    }
  })
  child.stdin!.on('error', () => {})
  child.on('error', (error) => {
    gone = true
    fail?.(new WhenceError('parser-crashed', error.message))
  })
  const closed = new Promise<void>((resolve) => {
    child.on('close', (code, signal) => {
      gone = true
      fail?.(crash(errors(), code, signal, limits))
      resolve()
    })
    child.on('error', () => resolve())
  })

  /** Waits for an answer that `want` takes. */
  function wait<T>(stall: number, time: number, want: (answer: Answer) => T | null): Promise<T> {
    return new Promise((resolve, reject) => {
      const began = Date.now()
      let last = began
      const watch = setInterval(() => {
        void memoryOf(child.pid).then((memory) => {
          if (memory !== null && memory > limits.memory)
            end(new WhenceError('parser-memory', String(limits.memory)))
        })
        const now = Date.now()
        const over = now - last > stall ? stall : now - began > time ? time : null
        if (over !== null) end(new WhenceError('parser-timeout', String(Math.round(over / 1000))))
      }, WATCH_EVERY)
      const settle = (): void => {
        clearInterval(watch)
        listener = null
        fail = null
      }
      listener = (answer) => {
        last = Date.now()
        const wanted = want(answer)
        if (wanted === null) return
        settle()
        resolve(wanted)
      }
      fail = (error) => {
        settle()
        reject(error)
      }
      if (gone) fail(crash(errors(), child.exitCode, child.signalCode, limits))
    })
  }

  const self: ProcessApart = {
    native,
    input,
    output,
    alive: () => !gone && child.exitCode === null && child.signalCode === null,
    memory: () => memoryOf(child.pid),
    ask(ask, progress) {
      const answered = wait(limits.stall, limits.time, (answer) => {
        if (answer.kind === 'progress') progress?.(answer.done, answer.all)
        return answer.kind === 'progress' || answer.kind === 'ready' ? null : answer.kind
      })
      child.stdin!.write(`${JSON.stringify(ask)}\n`)
      return answered
    },
    async close() {
      kill(child)
      await closed
      await rm(folder, { recursive: true, force: true })
    },
  }
  try {
    await wait(START, START, (answer) => (answer.kind === 'ready' ? true : null))
  } catch (error) {
    await self.close()
    throw new WhenceError('sandbox-failed', (error as Error).message)
  }
  return self
}

/** A process that is watched from outside ends by the memory it took as often as by its own limit. */
function crash(words: string, code: number | null, signal: string | null, limits: Limits): WhenceError {
  if (/heap out of memory|allocation failed|Cannot allocate/i.test(words))
    return new WhenceError('parser-memory', String(limits.memory))
  const error = /^\s*(?:\w*Error\b.*|.*\[\w*Error\].*)$/m.exec(words)?.[0].trim()
  return new WhenceError('parser-crashed', (error ?? signal ?? `it ended with ${code}`).slice(0, TOLD))
}

function kill(child: ChildProcess): void {
  try {
    if (child.pid !== undefined && process.platform !== 'win32') process.kill(-child.pid, 'SIGKILL')
    else child.kill('SIGKILL')
  } catch {
    // Gone already.
  }
}

/** Keeps the end of what it says on standard error, and never more. */
function lastWords(child: ChildProcess): () => string {
  let words = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    words = (words + chunk.toString('latin1')).slice(-8192)
  })
  return () => words
}

async function memoryOf(pid: number | undefined): Promise<number | null> {
  if (process.platform !== 'linux' || pid === undefined) return null
  const status = await readFile(`/proc/${pid}/statm`, 'latin1').catch(() => null)
  const pages = status?.split(' ')[1]
  return pages === undefined ? null : (Number(pages) * 4096) / 1024 / 1024
}
