/** How the process apart is held: which rights it is started without, on this machine. */
import { spawnSync } from 'node:child_process'
import type { Code } from './entry.js'

export interface Held {
  /** It has no network. */
  readonly network: boolean
  /** The system limits its memory and the size of its files, and ends it with this program. */
  readonly limits: boolean
}

const AVAILABLE: Readonly<Record<keyof Held, readonly string[]>> = {
  // A network of its own without any interface; as an ordinary user this needs a user namespace too.
  network: ['unshare', '--user', '--map-root-user', '--net'],
  limits: ['setpriv', '--pdeathsig', 'KILL', '--no-new-privs'],
}

let known: Held | null = null

/** What this machine can do, tried once. */
export function held(): Held {
  const works = (command: readonly string[]): boolean =>
    process.platform === 'linux' &&
    spawnSync(command[0]!, [...command.slice(1), 'true'], { stdio: 'ignore', timeout: 5000 }).status === 0
  return (known ??= {
    network: works(AVAILABLE.network),
    limits: works(AVAILABLE.limits) && works(['prlimit', '--core=0']),
  })
}

/** Address space in bytes. V8 and WebAssembly set far more aside than they use: recognising characters did not start with 6 GB. */
const ADDRESSES = 12_000_000_000
/** Seconds on the processor. */
const SECONDS = 6 * 60 * 60

export interface Rights {
  /** The one folder it may read, and the one it may write to. */
  readonly input: string
  readonly output: string
  /** Threads and native code: needed to draw pages and to recognise characters. */
  readonly native: boolean
  /** Megabytes for JavaScript. */
  readonly memory: number
  /** Bytes of one file. */
  readonly file: number
}

/** The command line that starts the process with no more rights than these. */
export function commandFor({ entry, readable }: Code, rights: Rights): readonly [string, readonly string[]] {
  const { network, limits } = held()
  const permission =
    Number(process.versions.node.split('.')[0]) >= 24 ? '--permission' : '--experimental-permission'
  const reads = outermost([...readable, entry, rights.input]).map((path) =>
    /\.\w+$/.test(path) ? path : `${path}/*`,
  )
  const line = [
    ...(network ? AVAILABLE.network : []),
    ...(limits
      ? [
          ...AVAILABLE.limits,
          'prlimit',
          `--as=${ADDRESSES}`,
          `--cpu=${SECONDS}`,
          `--fsize=${rights.file}`,
          '--core=0',
        ]
      : []),
    process.execPath,
    permission,
    ...reads.map((path) => `--allow-fs-read=${path}`),
    `--allow-fs-write=${rights.output}/*`,
    // Recognising characters runs WebAssembly in a thread; the guard regions around its memory would exceed the address space.
    ...(rights.native ? ['--allow-worker', '--allow-addons', '--disable-wasm-trap-handler'] : []),
    `--max-old-space-size=${rights.memory}`,
    '--no-warnings',
    entry,
    ...(rights.native ? ['--native'] : []),
  ]
  return [line[0]!, line.slice(1)]
}

/** Node 20 ends at once where it is given one path twice, or one within another. */
function outermost(paths: readonly string[]): string[] {
  const within = (path: string, folder: string): boolean => path.startsWith(`${folder}/`)
  const once = [...new Set(paths)]
  return once.filter((path) => !once.some((other) => within(path, other)))
}
