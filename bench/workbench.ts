/**
 * How long each screen takes to stand there, on the sample and on an invented case of thousands of documents:
 * `node --import tsx bench/workbench.ts`. WHENCE_WORKBENCH says how many (10,000 unless set), WHENCE_WORKBENCH_HOME where they are
 * kept or are to be kept. Needs the built program and a browser. Measured from the click to the first content, the answers of the
 * program included; beside it the processor's milliseconds of the program and of the page's own thread, which say what it takes on
 * a machine that does nothing else.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CDPSession, Page } from 'playwright-core'
import { openDesk } from '../src/api/case/open-desk.js'
import { startServer } from '../src/api/server.js'
import { type Home, openHome } from '../src/workflow/home.js'
import { openBrowser } from '../test/browser/browser.js'
import { openWorkbench, SAMPLE } from '../test/browser/workbench.js'
import { LARGE, makeLarge } from './large-case.js'

const ROOT = join(import.meta.dirname, '..')
const DOCUMENTS = Number(process.env['WHENCE_WORKBENCH'] ?? 10_000)

/** Name of a screen in the rail, and what shows that it stands. */
const SCREENS = [
  ['Documents', '.documents tbody tr'],
  ['Claims', '.words-cell a'],
  ['Propositions', '.hits a'],
  ['Findings', '.board > li'],
  ['People and places', '.table tbody a'],
  ['Same or not?', '.board, .state.empty'],
  ['Timeline', '.tracks .bar'],
  ['Network', '.network canvas'],
  ['Map', '.map svg .land'],
  ['Activity', '.activity li, .state.empty'],
  ['Overview', '.overview .finding'],
] as const
/** A list, the link to take there, and what shows that its screen stands. */
const DETAILS = [
  ['a document', 'documents', '.documents tbody a', '.note'],
  ['a proposition', 'propositions', '.hits a', '.two-sides .claim-line'],
  ['a profile', 'entities', '.table tbody a', '.life li'],
] as const
const TIMES = Number(process.env['WHENCE_TIMES'] ?? 3)
const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!

/** Milliseconds: as a clock has it, of the program's processor (null: it is another process), of the page's thread. */
interface Took {
  readonly wall: number
  readonly program: number | null
  readonly page: number
}

interface Measured {
  readonly page: Page
  readonly thread: CDPSession
  /** Of a case, without the last '/'. */
  readonly address: string
  readonly inProcess: boolean
}

const busy = async (thread: CDPSession): Promise<number> => {
  const { metrics } = await thread.send('Performance.getMetrics')
  return 1000 * (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0)
}

/** From a click on the first `link` (of that text) until `wanted` is drawn. */
async function standing(of: Measured, link: string, text: string | null, wanted: string): Promise<Took> {
  const { page, thread, inProcess } = of
  // The runner names functions by a helper of its own, which the page does not have.
  await page.evaluate('globalThis.__name = (f) => f')
  const before = [process.cpuUsage(), await busy(thread)] as const
  const wall = await page.evaluate(
    ([links, words, there]) =>
      new Promise<number>((done) => {
        const began = performance.now()
        ;[...document.querySelectorAll<HTMLAnchorElement>(links)]
          .find(({ textContent }) => words === null || textContent === words)
          ?.click()
        const look = (): void => {
          if (document.querySelector(there)) requestAnimationFrame(() => done(performance.now() - began))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    [link, text, wanted] as const,
  )
  const { user, system } = process.cpuUsage(before[0])
  return {
    wall,
    program: inProcess ? (user + system) / 1000 : null,
    page: (await busy(thread)) - before[1],
  }
}

function say(what: string, all: readonly Took[]): void {
  const of = (part: keyof Took): string => `${Math.round(median(all.map((took) => took[part] ?? 0)))} ms`
  const program = all[0]!.program === null ? '' : `program ${of('program')}, `
  console.log(`  ${what}: ${of('wall')} (${program}page ${of('page')})`)
}

async function measure(of: Measured, name: string): Promise<void> {
  const { page, address } = of
  const firsts: number[] = []
  for (let i = 0; i < TIMES; i++) {
    const began = performance.now()
    await page.goto('about:blank')
    await page.goto(address)
    await page.locator('.overview .finding').first().waitFor()
    firsts.push(performance.now() - began)
  }
  const paint = await page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  )
  console.log(
    `${name}, load ${loadavg()[0]!.toFixed(1)}: overview from nothing ${Math.round(median(firsts))} ms, first paint ${Math.round(paint)} ms`,
  )
  const fresh = async (path: string, there: string): Promise<void> => {
    // A fresh page each time, so that no answer is kept from before; the code of screens is.
    await page.goto(`${address}/${path}`)
    await page.locator(there).first().waitFor()
  }
  for (const [screen, selector] of SCREENS) {
    const times: Took[] = []
    for (let i = 0; i < TIMES; i++) {
      await fresh('check', '.draft-form')
      times.push(await standing(of, '.rail a', screen, selector))
    }
    say(screen, times)
  }
  for (const [what, list, link, wanted] of DETAILS) {
    const times: Took[] = []
    for (let i = 0; i < TIMES; i++) {
      await fresh(list, link)
      times.push(await standing(of, link, null, wanted))
    }
    say(what, times)
  }
  await fresh('search?words=h', '.search-box input')
  const box = page.getByRole('searchbox', { name: 'Search this case' })
  const typed: number[] = []
  for (const words of ['harb', 'dredg', 'ferr', 'ware', 'contra', 'minist']) {
    await box.fill('')
    const answered = page.waitForResponse((response) => response.url().includes(`words=${words}`))
    const started = performance.now()
    await box.fill(words)
    await answered
    typed.push(performance.now() - started)
  }
  console.log(`  search while typing: ${Math.round(median(typed))} ms`)
}

/** Frames a second while a network of up to 1,500 names is moved about; without a graphics card, as here, the browser draws by itself. */
async function moved({ page, address }: Measured): Promise<void> {
  const began = performance.now()
  await page.goto(`${address}/network?size=1500`)
  await page.locator('.network canvas').first().waitFor({ timeout: 120_000 })
  const stood = performance.now() - began
  const box = (await page.locator('.network').boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(
    'globalThis.__frames = 0; (function count() { __frames++; requestAnimationFrame(count) })()',
  )
  await page.mouse.down()
  const from = performance.now()
  for (let i = 0; i < 60; i++)
    await page.mouse.move(box.x + box.width / 2 + 3 * i, box.y + box.height / 2 + i)
  const seconds = (performance.now() - from) / 1000
  await page.mouse.up()
  const frames = Number(await page.evaluate('__frames'))
  const nodes = await page.locator('.network').getAttribute('aria-label')
  console.log(
    `  ${nodes}: ${Math.round(stood)} ms, then ${Math.round(frames / seconds)} frames a second while moved`,
  )
}

const addressOf = (program: string, name: string): string => `${program}cases/${encodeURIComponent(name)}`

async function threadOf(page: Page): Promise<CDPSession> {
  const thread = await page.context().newCDPSession(page)
  // The thread's own time, without what it waited for others
  await thread.send('Performance.enable', { timeDomain: 'threadTicks' })
  return thread
}

async function sample(): Promise<void> {
  const workbench = await openWorkbench()
  const { page, address } = workbench
  const of = { page, thread: await threadOf(page), address: addressOf(address, SAMPLE), inProcess: false }
  await measure(of, SAMPLE)
  await workbench.close()
}

/** The same routes and pages in this process: `whence serve` would begin to compare ten thousand documents meanwhile. */
async function large(home: Home): Promise<void> {
  const desk = openDesk(home, {
    at: { folder: home.folder },
    version: 'bench',
    sandbox: '',
    user: 'Ada',
    changed: () => undefined,
    comparing: () => false,
    read: () => Promise.reject(new Error('nothing is read')),
    page: () => Promise.resolve(null),
  })
  const pageFolder = join(ROOT, 'dist/web')
  const read = (): Promise<never> => Promise.reject(new Error('nothing is read'))
  const server = await startServer({ read, sample: () => null, desk, pageFolder }, 0)
  const browser = await openBrowser(server.address)
  const { page } = browser
  const of = {
    page,
    thread: await threadOf(page),
    address: addressOf(server.address, LARGE),
    inProcess: true,
  }
  await measure(of, LARGE)
  await moved(of)
  await browser.close()
  await server.close()
}

const kept = process.env['WHENCE_WORKBENCH_HOME']
const folder = kept ?? mkdtempSync(join(tmpdir(), 'whence-many-'))
try {
  await sample()
  if (DOCUMENTS > 0) {
    const home = await openHome({ folder })
    const began = performance.now()
    if (!(await home.store.cases.find(LARGE))) await makeLarge(home, DOCUMENTS)
    console.log(`${DOCUMENTS} documents were kept in ${Math.round((performance.now() - began) / 1000)} s`)
    await large(home)
    await home.close()
  }
} finally {
  if (kept === undefined) rmSync(folder, { recursive: true, force: true })
}
