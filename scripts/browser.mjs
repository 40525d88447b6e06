/** The browser of the page's tests: Chromium or Chrome of this machine. */
import { existsSync, readFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { run } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']
const ELSEWHERE = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

function onThisMachine() {
  if (process.env.WHENCE_BROWSER) return process.env.WHENCE_BROWSER
  const folders = (process.env.PATH ?? '').split(delimiter)
  const candidates = [...NAMES.flatMap((name) => folders.map((folder) => join(folder, name))), ...ELSEWHERE]
  return candidates.find((path) => existsSync(path)) ?? null
}

const isDebian = () =>
  existsSync('/etc/os-release') && /^(?:ID|ID_LIKE)=.*debian/m.test(readFileSync('/etc/os-release', 'utf8'))

/** The path of a browser, null where there is none. Debian's is installed where that is wanted and allowed. */
export async function findBrowser({ install = false } = {}) {
  const found = onThisMachine()
  if (found || !install) return found
  if (process.getuid?.() === 0 && isDebian()) {
    console.error('Installing Chromium for the tests of the page …')
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const apt = ['-qq', '-o', 'Dpkg::Use-Pty=0']
    const get = () =>
      run('apt-get', [...apt, 'install', '-y', '--no-install-recommends', 'chromium'], { env, quiet: true })
    // The package lists of a fresh machine may be absent or old.
    let { code, output } = await get()
    if (code !== 0) {
      await run('apt-get', [...apt, 'update'], { env, quiet: true })
      ;({ code, output } = await get())
    }
    if (code !== 0) console.error(output)
    const installed = onThisMachine()
    if (installed) return installed
  }
  console.error(
    'No Chromium or Chrome was found, so the tests of the page will be skipped. Install one (Debian: apt-get install chromium) or name it in WHENCE_BROWSER.',
  )
  return null
}
