/** The PostgreSQL of the store's tests: a server of their own in a fresh folder, reached through a Unix socket only. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from './run.mjs'

const DEBIAN = '/usr/lib/postgresql'
const OLDEST = 15
const USER = 'postgres'

/** The newest installed programs of PostgreSQL that are new enough, as their folder; null where there are none. */
function programs() {
  if (!existsSync(DEBIAN)) return null
  const versions = readdirSync(DEBIAN)
    .map(Number)
    .filter((version) => version >= OLDEST && existsSync(join(DEBIAN, String(version), 'bin/initdb')))
  return versions.length > 0 ? join(DEBIAN, String(Math.max(...versions)), 'bin') : null
}

const isDebian = () =>
  existsSync('/etc/os-release') && /^(?:ID|ID_LIKE)=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))

/** Installs Debian's server where it is missing and this is root on Debian. */
export async function installPostgres() {
  if (process.env.WHENCE_TEST_DATABASE_URL || process.getuid?.() !== 0 || !isDebian() || programs()) return
  console.error('Installing PostgreSQL for the tests of the store …')
  const env = { DEBIAN_FRONTEND: 'noninteractive' }
  const apt = ['-qq', '-o', 'Dpkg::Use-Pty=0']
  const get = () =>
    run('apt-get', [...apt, 'install', '-y', '--no-install-recommends', 'postgresql'], { env, quiet: true })
  // The package lists of a fresh machine may be absent or old.
  let { code, output } = await get()
  if (code !== 0) {
    await run('apt-get', [...apt, 'update'], { env, quiet: true })
    ;({ code, output } = await get())
  }
  if (code !== 0) console.error(output)
}

/**
 * Starts a server and gives its address and how to stop it; the address alone where WHENCE_TEST_DATABASE_URL names a
 * server; null where there is none, and then stderr says so.
 */
export async function startPostgres() {
  const named = process.env.WHENCE_TEST_DATABASE_URL
  if (named) return { url: named, stop: async () => {} }
  const bin = process.getuid?.() === 0 ? programs() : null
  if (!bin) {
    console.error(
      'No PostgreSQL was found, so the tests on it will be skipped. Run them as root on Debian, or name a server on which databases may be made in WHENCE_TEST_DATABASE_URL.',
    )
    return null
  }
  const folder = mkdtempSync(join(tmpdir(), 'whence-pg-'))
  const [uid, gid] = ['-u', '-g'].map((flag) =>
    Number(spawnSync('id', [flag, USER], { encoding: 'utf8' }).stdout),
  )
  chownSync(folder, uid, gid)
  chmodSync(folder, 0o700)
  const as = { uid, gid, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] }
  const data = join(folder, 'data')
  const made = spawnSync(
    join(bin, 'initdb'),
    ['-D', data, '-U', USER, '-E', 'UTF8', '--locale=C.UTF-8', '-A', 'trust', '-k'],
    { ...as, encoding: 'utf8' },
  )
  if (made.status !== 0) {
    console.error(`${made.stdout}${made.stderr}`)
    rmSync(folder, { recursive: true })
    return null
  }
  // Killing it hard must not lose anything, so fsync stays on; only the sockets and buffers are set.
  const server = spawn(
    join(bin, 'postgres'),
    ['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=on', '-c', 'max_connections=200'],
    as,
  )
  let log = ''
  const ready = new Promise((resolve) => {
    const look = (chunk) => {
      log += chunk
      if (log.includes('ready to accept connections')) resolve(true)
    }
    server.stdout.on('data', look)
    server.stderr.on('data', look)
    server.on('close', () => resolve(false))
  })
  const ended = new Promise((resolve) => server.on('close', resolve))
  const stop = async () => {
    // The "fast" shutdown of PostgreSQL
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  if (!(await ready)) {
    console.error(log)
    await stop()
    return null
  }
  return { url: `postgres://${USER}@localhost/postgres?host=${encodeURIComponent(folder)}`, stop }
}
