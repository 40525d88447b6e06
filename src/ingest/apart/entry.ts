/** Where the code of the process apart lies. Run from its sources it is first put together into files of JavaScript. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, realpathSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The package's folder: three up from this file, in src/ and in dist/ alike. */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

export interface Code {
  /** The file to start. */
  readonly entry: string
  /** What it may read: itself, and the folders where its packages are looked for. */
  readonly readable: readonly string[]
}

let known: Promise<Code> | null = null
export const codeApart = (): Promise<Code> => (known ??= find())

async function find(): Promise<Code> {
  const built = !import.meta.url.endsWith('.ts')
  const entry = built ? fileURLToPath(new URL('./child.js', import.meta.url)) : await fromSources()
  const folders = [...ancestors(ROOT)].map((folder) => join(folder, 'node_modules'))
  return {
    entry,
    readable: [
      ...(built ? [join(ROOT, 'dist')] : []),
      join(ROOT, 'package.json'),
      // Linked packages are read where they really lie.
      ...folders.filter((folder) => existsSync(folder)).flatMap((folder) => [folder, realpathSync(folder)]),
    ],
  }
}

function* ancestors(folder: string): Generator<string> {
  for (let at = folder, up = ''; at !== up; at = dirname(at)) {
    yield at
    up = dirname(at)
    if (up === at) return
  }
}

async function fromSources(): Promise<string> {
  const { build } = await import('esbuild')
  const sources = ['ingest', 'schema', 'text'].flatMap((folder) =>
    readdirSync(join(ROOT, 'src', folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(?:ts|json)$/.test(file) && !file.endsWith('.test.ts'))
      .map((file) => join(ROOT, 'src', folder, file)),
  )
  const hash = createHash('sha256')
  for (const file of sources.sort()) hash.update(file).update(readFileSync(file))
  const folder = join(ROOT, 'node_modules/.cache/whence', `apart-${hash.digest('hex').slice(0, 16)}`)
  const entry = join(folder, 'child.mjs')
  if (existsSync(entry)) return entry
  const made = `${folder}.${process.pid}`
  await build({
    entryPoints: [join(ROOT, 'src/ingest/apart/child.ts')],
    outdir: made,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    // What is loaded only when it is needed stays apart.
    splitting: true,
    packages: 'external',
    platform: 'node',
    format: 'esm',
    target: 'node20',
    logLevel: 'silent',
  })
  try {
    renameSync(made, folder)
  } catch (error) {
    // Another was quicker.
    rmSync(made, { recursive: true, force: true })
    if (!existsSync(entry)) throw error
  }
  return entry
}
