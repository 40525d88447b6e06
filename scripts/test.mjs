/**
 * All checks, one after the other; a failed one does not stop the rest. The last line adds up every runner: format, lint,
 * types and build count as one check each, the tests one by one.
 */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { build } from './build.mjs'
import { startPostgres } from './postgres.mjs'
import { runPackage } from './run.mjs'

const reports = mkdtempSync(join(tmpdir(), 'whence-test-'))
/** Seconds for one runner: several times what it takes on two busy cores. A test that blocks its process is beyond the runner's own limits. */
const LIMIT = 1800
const total = { passed: 0, failed: 0, skipped: 0 }

await check('format', () => runPackage('prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']))
await check('lint', () => runPackage('eslint/bin/eslint.js', ['.']))
await check('types', () => runPackage('@typescript/native/bin/tsc', ['-b']))
const built = await check('build', async () => ({ code: (await build()) ? 0 : 1 }))
const postgres = await startPostgres()
if (!postgres) console.log('\nThe tests on PostgreSQL are SKIPPED: no server was found.')
await suite('unit', postgres ? { WHENCE_TEST_DATABASE_URL: postgres.url } : {})
await postgres?.stop()

const browser = await findBrowser()
if (!built) console.log('\nThe tests of the page were SKIPPED: the build failed.')
else if (!browser) console.log('\nThe tests of the page were SKIPPED: no browser was found.')
if (built && browser) await suite('browser', { WHENCE_BROWSER: browser })
else total.skipped++

rmSync(reports, { recursive: true })
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exit(total.failed > 0 ? 1 : 0)

async function check(name, make) {
  console.log(`\n— ${name}`)
  const { code } = await make()
  console.log(code === 0 ? 'ok' : `${name} failed`)
  if (code === 0) total.passed++
  else total.failed++
  return code === 0
}

async function suite(name, env = {}) {
  console.log(`\n— ${name} tests`)
  const file = join(reports, `${name}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  const { code } = await runPackage('vitest/vitest.mjs', ['run', '--project', name, ...reporters], {
    env,
    limit: LIMIT,
  })
  const result = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  total.passed += result?.numPassedTests ?? 0
  total.skipped += (result?.numPendingTests ?? 0) + (result?.numTodoTests ?? 0)
  // A file that does not even load, or a runner that breaks, has no failed test and is a failure all the same.
  total.failed += Math.max(result?.numFailedTests ?? 0, code === 0 ? 0 : 1)
}
