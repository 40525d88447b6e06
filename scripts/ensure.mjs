/**
 * Makes a fresh clone ready: Node new enough, packages as the lock says, and everything built that is older than its
 * sources. With `--test` it looks for a browser and a database server instead of building. Needs nothing but Node and npm.
 */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { npm, ROOT } from './run.mjs'

const OLDEST = [20, 19]

const [major, minor] = process.versions.node.split('.').map(Number)
if (major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1])) {
  console.error(
    `Whence needs Node ${OLDEST.join('.')} or later, and this is ${process.versions.node}; install a newer one.`,
  )
  process.exit(1)
}

if (!installed()) {
  console.error('Installing packages …')
  const { code } = await npm(['ci', '--no-audit', '--no-fund', '--loglevel=error', '--include=dev'])
  if (code !== 0) {
    console.error('The packages could not be installed; check the connection and run the command again.')
    process.exit(code)
  }
}

if (process.argv.includes('--test')) {
  const { findBrowser } = await import('./browser.mjs')
  await findBrowser({ install: true })
  const { installPostgres } = await import('./postgres.mjs')
  await installPostgres()
} else {
  const { build } = await import('./build.mjs')
  if (!(await build())) process.exit(1)
}

/**
 * True where node_modules holds every package of the lock in the lock's version. npm leaves out those for other systems
 * and those it calls extraneous.
 */
function installed() {
  const hidden = join(ROOT, 'node_modules', '.package-lock.json')
  if (!existsSync(hidden)) return false
  const wanted = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')).packages
  const present = JSON.parse(readFileSync(hidden, 'utf8')).packages
  const mayLack = ({ optional, devOptional, extraneous, cpu, os }) =>
    optional || devOptional || extraneous || cpu || os
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === '' || (present[path] ? present[path].version === entry.version : mayLack(entry)),
  )
}
