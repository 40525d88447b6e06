/** The page that reads one text without keeping it, over a reading made by hand. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Context } from '../../src/api/context.js'
import { startServer } from '../../src/api/server.js'
import type { Reading } from '../../src/schema/reading.js'
import { openBrowser } from './browser.js'

const root = join(import.meta.dirname, '../..')

export const sample = JSON.parse(readFileSync(join(root, 'cases/sample/reading.json'), 'utf8')) as Reading

export interface Stage {
  readonly address: string
  /** Requests to anywhere but the server, and errors of the page. */
  readonly strange: string[]
  readonly page: Page
  /** A fresh page at /read and `path`. */
  goto(path?: string): Promise<void>
  close(): Promise<void>
}

export async function openStage(context: Partial<Context> = {}): Promise<Stage> {
  const server = await startServer(
    {
      read: () => Promise.resolve(sample),
      sample: () => Promise.resolve(sample),
      desk: null,
      pageFolder: join(root, 'dist/web'),
      ...context,
    },
    0,
  )
  const browser = await openBrowser(server.address)
  const { page, strange } = browser
  return {
    address: server.address,
    strange,
    page,
    goto: async (path = '') => {
      // A change of the fragment alone would not load the page again.
      await page.goto('about:blank')
      strange.length = 0
      await page.goto(`${server.address}read${path}`)
      await page.locator('main > *').first().waitFor()
      await page.evaluate(() => document.fonts.ready)
    },
    close: async () => {
      await browser.close()
      await server.close()
    },
  }
}
