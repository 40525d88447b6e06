/**
 * Builds what is older than its sources: the program (dist/), the page (dist/web/) and the sample as the program reads it
 * (dist/sample.json), so that the page has something to show before the model is loaded.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ROOT, run, runPackage } from './run.mjs'

const DIST = join(ROOT, 'dist')
const SAMPLE_CASE = 'cases/affair-harbour'
const SAMPLE_NAME = 'The harbour of Skarvøy'
const CONFIG = ['package-lock.json', 'tsconfig.base.json', 'tsconfig.node.json']

/** Each part: what it is made from, what must be there once it is made, and how it is made. Later parts may need earlier ones. */
const PARTS = [
  {
    name: 'program',
    from: ['src', ...CONFIG],
    leave: (path) => path.startsWith('src/web/') || path.endsWith('.test.ts'),
    product: 'cli/main.js',
    make: buildProgram,
  },
  {
    name: 'page',
    from: ['src/web', 'src/api/client.ts', 'src/schema', ...CONFIG],
    leave: (path) => path.endsWith('.test.ts'),
    product: 'web/index.html',
    make: () =>
      runPackage('vite/bin/vite.js', ['build', '--config', 'src/web/vite.config.ts', '--logLevel', 'warn']),
  },
  {
    name: 'sample',
    from: ['src', 'model/manifest.json', 'cases/sample/article.txt', ...CONFIG],
    leave: (path) => /^src\/(?:web|api|cli)\//.test(path) || path.endsWith('.test.ts'),
    product: 'sample.json',
    make: readSample,
    // Without it everything still works; the page then says what is wrong with the reading.
    optional: true,
  },
  {
    name: 'sample case',
    from: [
      'src',
      'model/manifest.json',
      'model/meaning/manifest.json',
      'model/pairs/manifest.json',
      `${SAMPLE_CASE}/documents`,
      ...CONFIG,
    ],
    leave: (path) => /^src\/(?:web|api|cli)\//.test(path) || path.endsWith('.test.ts'),
    product: 'sample-case/database.jsonl.gz',
    make: makeSampleCase,
    optional: true,
  },
]

/** Builds every stale part. False where one could not be built; the reason stands on stderr. */
export async function build() {
  // An installed package has no sources and is built already.
  if (!existsSync(join(ROOT, 'src'))) return true
  mkdirSync(DIST, { recursive: true })
  for (const part of PARTS) {
    const stamp = join(DIST, `.built-${part.name}`)
    const state = digest(part)
    const fresh =
      existsSync(join(DIST, part.product)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === state
    if (fresh) continue
    console.error(`Building the ${part.name} …`)
    const { code } = await part.make()
    if (code !== 0) {
      console.error(`The ${part.name} could not be built; the reason stands above.`)
      if (part.optional) continue
      return false
    }
    writeFileSync(stamp, state)
  }
  return true
}

async function buildProgram() {
  // What a removed source left behind must not live on.
  const kept = ['web', '.built-page']
  for (const entry of readdirSync(DIST))
    if (!kept.includes(entry)) rmSync(join(DIST, entry), { recursive: true })
  return runPackage('@typescript/native/bin/tsc', ['-b', '--force', 'tsconfig.node.json'])
}

async function readSample() {
  const { code, output } = await run(
    process.execPath,
    ['dist/cli/main.js', 'read', 'cases/sample/article.txt', '--json'],
    { capture: true, quiet: true },
  )
  if (code === 0) writeFileSync(join(DIST, 'sample.json'), output)
  else console.error(output)
  return { code }
}

/** The invented affair that the workbench opens with, read and compared, as a backup of a home that holds nothing else. */
async function makeSampleCase() {
  const home = mkdtempSync(join(tmpdir(), 'whence-sample-'))
  const target = join(DIST, 'sample-case')
  rmSync(target, { recursive: true, force: true })
  const options = { capture: true, quiet: true, env: { WHENCE_HOME: home, WHENCE_DATABASE_URL: '' } }
  const command = (args, cwd) =>
    run(process.execPath, [join(DIST, 'cli/main.js'), ...args], { ...options, cwd })
  try {
    const added = await command(['add', SAMPLE_NAME, '.'], join(ROOT, SAMPLE_CASE, 'documents'))
    if (added.code !== 0) console.error(added.output)
    return added.code === 0 ? await command(['backup', target], ROOT) : added
  } finally {
    rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  }
}

/** SHA-256 over the names and bytes of a part's files. */
function digest({ from, leave }) {
  const hash = createHash('sha256')
  for (const path of from
    .flatMap((entry) => filesUnder(entry))
    .filter((path) => !leave(path))
    .sort())
    hash.update(`${path}\0`).update(readFileSync(join(ROOT, path)))
  return hash.digest('hex')
}

function filesUnder(entry) {
  const path = join(ROOT, entry)
  if (!existsSync(path)) return []
  let children
  try {
    children = readdirSync(path)
  } catch {
    return [entry]
  }
  return children.flatMap((child) => filesUnder(`${entry}/${child}`))
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) process.exit((await build()) ? 0 : 1)
