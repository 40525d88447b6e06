/** The program as people start it, with the sample case in a home of its own, and a browser to use it with. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { type Browser, openBrowser } from './browser.js'

const ROOT = join(import.meta.dirname, '../..')
export const SAMPLE = 'The harbour of Skarvøy'

export interface Workbench extends Browser {
  readonly address: string
  /** A fresh page of the sample case: 'claims?like=x'; with a leading '/' of the program: '/settings'. */
  goto(path?: string): Promise<void>
  /** Asks the program for something by its address below the sample case. */
  ask<T>(path: string): Promise<T>
  /** The program ends, and stays away until `start`. */
  stop(): Promise<void>
  start(): Promise<void>
}

interface Options {
  /** A home that is there already; without it a fresh one is made, and removed in the end. */
  readonly home?: string
  readonly caseName?: string
}

export async function openWorkbench({ home, caseName = SAMPLE }: Options = {}): Promise<Workbench> {
  const folder = home ?? mkdtempSync(join(tmpdir(), 'whence-home-'))
  // The same port each time, so that a page can wait for the program to come back.
  const port = await freePort()
  const address = `http://127.0.0.1:${port}/`
  const inCase = `cases/${encodeURIComponent(caseName)}`
  let program: ChildProcess | null = null
  const start = async (): Promise<void> => {
    program = await serve(folder, port)
  }
  const stop = async (): Promise<void> => {
    const ending = program
    program = null
    if (!ending || ending.exitCode !== null) return
    const ended = new Promise((resolve) => ending.once('exit', resolve))
    ending.kill('SIGTERM')
    await ended
  }
  await start()
  const browser = await openBrowser(address)
  const { page, strange } = browser
  return {
    ...browser,
    address,
    start,
    stop,
    goto: async (path = '') => {
      await page.goto('about:blank')
      strange.length = 0
      await page.goto(address + (path.startsWith('/') ? path.slice(1) : `${inCase}/${path}`))
      await page.locator('main h1').first().waitFor()
      await page.evaluate(() => document.fonts.ready)
    },
    ask: async <T>(path: string): Promise<T> =>
      (await (await fetch(`${address}api/${inCase}/${path}`)).json()) as T,
    close: async () => {
      await browser.close()
      await stop()
      if (home === undefined) rmSync(folder, { recursive: true, force: true })
    },
  }
}

function serve(home: string, port: number): Promise<ChildProcess> {
  const args = [join(ROOT, 'dist/cli/main.js'), 'serve', '--sample', '--no-open', '--port', String(port)]
  const program = spawn(process.execPath, args, {
    env: { ...process.env, WHENCE_HOME: home, WHENCE_DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  createInterface({ input: program.stderr }).on('line', (line) => said.push(line))
  return new Promise((resolve, reject) => {
    createInterface({ input: program.stdout }).on('line', (line) => {
      if (line.startsWith('Whence is at')) resolve(program)
    })
    program.once('exit', () => reject(new Error(`The program ended: ${said.join('\n')}`)))
  })
}

function freePort(): Promise<number> {
  const server = createServer()
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    }),
  )
}
