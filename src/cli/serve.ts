/** `whence serve`: the page, for this machine alone. */
import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import type { Command } from 'commander'
import type { Context } from '../api/context.js'
import { type Running, startServer } from '../api/server.js'
import { WhenceError } from '../schema/errors.js'
import type { Reading } from '../schema/reading.js'
import type { openReader } from '../workflow/read-document.js'
import { complain, say } from './output.js'
import { PAGE, SAMPLE, SAMPLE_CASE, SAMPLE_READING } from './places.js'
import { openCases } from './serve-cases.js'

const USUAL_PORT = 4747
const PORTS_TRIED = 20
/** Milliseconds that the page has the cores to itself. */
const HEAD_START = 1500
/** Milliseconds without a question after which somebody is reading, and the program may be busy for a moment. */
const QUIET = 2500
/** Milliseconds for giving back what is held when the program is to end. */
const GIVE_BACK = 3000

interface Options {
  readonly port?: string
  readonly sample?: boolean
  readonly open: boolean
}

export function addServe(program: Command): void {
  program
    .command('serve')
    .summary('open the page in a browser')
    .description(
      'Serves the workbench on this machine alone (127.0.0.1), and reads what waits in every case meanwhile. Nothing leaves the machine.',
    )
    .option('--port <number>', `the port to listen on (default: ${USUAL_PORT}, or the next free one)`)
    .option('--sample', 'bring along the sample case, already read')
    .option('--no-open', 'print the address only, without opening a browser')
    .action(serve)
}

async function serve({ port, sample = false, open }: Options): Promise<void> {
  const reader = lazyReader()
  const trouble = (error: unknown): void => complain(error instanceof Error ? error.message : String(error))
  const cases = await openCases(reader, trouble)
  if (sample) await cases.addSample(SAMPLE_CASE)
  const context: Context = {
    read: async (bytes, file, progress) => (await reader()).read(bytes, file, progress),
    sample: () => (sample ? sampleReading(context) : null),
    desk: cases.desk,
    pageFolder: PAGE,
  }
  const running = port === undefined ? await startNear(context) : await startServer(context, portOf(port))
  await say(`Whence is at ${running.address}\nPress Ctrl+C to stop.\n`)
  // The model loads while the page is being looked at, not while it is on its way; what goes wrong is told to the one who
  // asks for a reading.
  setTimeout(() => void reader().catch(() => {}), HEAD_START)
  void running.quiet(QUIET).then(() => cases.warm().catch(() => {}))
  const tended = new AbortController()
  const tending = new Promise<void>((resolve) => {
    setTimeout(() => void cases.tend(tended.signal).then(resolve), HEAD_START)
  })
  if (open) openBrowser(running.address)
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      tended.abort()
      // What is held is given back; whoever asks again does not wait for it.
      process.once(signal, () => process.exit(0))
      void tending.finally(() => process.exit(0))
      setTimeout(() => process.exit(0), GIVE_BACK).unref()
    })
}

type Reader = Awaited<ReturnType<typeof openReader>>

/** Opens the reader when it is first wanted; after a failure the next one who asks tries again. */
function lazyReader(): () => Promise<Reader> {
  let opened: Promise<Reader> | null = null
  const open = async (): Promise<Reader> => {
    // Loaded here so that the page stands before the model's library does.
    const { openReader } = await import('../workflow/read-document.js')
    return openReader({ threads: availableParallelism() })
  }
  return () =>
    (opened ??= open().catch((error: unknown) => {
      opened = null
      throw error
    }))
}

async function sampleReading(context: Context): Promise<Reading> {
  try {
    return JSON.parse(await readFile(SAMPLE_READING, 'utf8')) as Reading
  } catch {
    return context.read(await readFile(SAMPLE.path), SAMPLE.file)
  }
}

function portOf(text: string): number {
  const port = Number(text)
  if (!/^\d{1,5}$/.test(text) || port > 65535) throw new WhenceError('port-wrong', text)
  return port
}

/** The usual port, or the next one that nobody has. */
async function startNear(context: Context): Promise<Running> {
  for (let port = USUAL_PORT; port < USUAL_PORT + PORTS_TRIED; port++) {
    try {
      return await startServer(context, port)
    } catch (error) {
      if (!(error instanceof WhenceError) || error.code !== 'port-taken') throw error
    }
  }
  return startServer(context, 0)
}

type Opener = (address: string) => [string, ...string[]]
const OPENERS: Partial<Record<NodeJS.Platform, Opener>> & { readonly linux: Opener } = {
  darwin: (address) => ['open', address],
  win32: (address) => ['cmd', '/c', 'start', '', address],
  linux: (address) => ['xdg-open', address],
}

function openBrowser(address: string): void {
  const { platform, env } = process
  const seen = platform === 'darwin' || platform === 'win32' || env['DISPLAY'] || env['WAYLAND_DISPLAY']
  if (!seen || !process.stdout.isTTY) return
  const [command, ...args] = (OPENERS[platform] ?? OPENERS.linux)(address)
  const child = spawn(command, args, { stdio: 'ignore', detached: true })
  child.on('error', () => complain('No browser could be opened; copy the address into one.'))
  child.unref()
}
