/** The page in a real browser, on a server that reads nothing but tells what it is told to. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'
import type { Context } from '../../src/api/context.js'
import { startServer } from '../../src/api/server.js'
import type { Reading } from '../../src/schema/reading.js'

const root = join(import.meta.dirname, '../..')

export const sample = JSON.parse(readFileSync(join(root, 'cases/sample/reading.json'), 'utf8')) as Reading

export interface Stage {
  readonly address: string
  /** Requests to anywhere but the server, and errors of the page. */
  readonly strange: string[]
  readonly page: Page
  /** A fresh page at `path`. */
  goto(path?: string): Promise<void>
  close(): Promise<void>
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export async function openStage(context: Partial<Context> = {}): Promise<Stage> {
  const executablePath = process.env['WHENCE_BROWSER'] ?? '/usr/bin/chromium'
  if (!existsSync(executablePath))
    throw new Error(`${executablePath} is not there; name a browser in WHENCE_BROWSER.`)
  const server = await startServer(
    {
      read: () => Promise.resolve(sample),
      sample: () => Promise.resolve(sample),
      pageFolder: join(root, 'dist/web'),
      ...context,
    },
    0,
  )
  const profile = mkdtempSync(join(tmpdir(), 'whence-browser-'))
  const browser: BrowserContext = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: FLAGS,
    viewport: { width: 1360, height: 900 },
  })
  const page = await browser.newPage()
  const strange: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(server.address) && !request.url().startsWith('blob:'))
      strange.push(request.url())
  })
  page.on('pageerror', (error) => strange.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') strange.push(message.text())
  })
  return {
    address: server.address,
    strange,
    page,
    goto: async (path = '') => {
      // A change of the fragment alone would not load the page again.
      await page.goto('about:blank')
      strange.length = 0
      await page.goto(server.address + path)
      await page.locator('main > *').first().waitFor()
      await page.evaluate(() => document.fonts.ready)
    },
    close: async () => {
      await browser.close()
      await server.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
