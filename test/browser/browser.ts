/** A real browser for the tests, which notes whatever the page asks of others, and its errors. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

export interface Browser {
  readonly page: Page
  readonly context: BrowserContext
  /** Requests to anywhere but `home`, and errors of pages. */
  readonly strange: string[]
  /** A further tab, watched as the first is. */
  tab(): Promise<Page>
  close(): Promise<void>
}

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--enable-unsafe-swiftshader',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** `home` is the one address that pages may ask. */
export async function openBrowser(home: string): Promise<Browser> {
  const executablePath = process.env['WHENCE_BROWSER'] ?? '/usr/bin/chromium'
  if (!existsSync(executablePath))
    throw new Error(`${executablePath} is not there; name a browser in WHENCE_BROWSER.`)
  const profile = mkdtempSync(join(tmpdir(), 'whence-browser-'))
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    args: FLAGS,
    viewport: { width: 1360, height: 900 },
    acceptDownloads: true,
  })
  const strange: string[] = []
  const tab = async (): Promise<Page> => {
    const page = await context.newPage()
    page.on('request', (request) => {
      if (!request.url().startsWith(home) && !/^(?:blob|data):/.test(request.url()))
        strange.push(request.url())
    })
    page.on('pageerror', (error) => strange.push(error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') strange.push(message.text())
    })
    return page
  }
  return {
    page: await tab(),
    context,
    strange,
    tab,
    close: async () => {
      await context.close()
      rmSync(profile, { recursive: true, force: true })
    },
  }
}
