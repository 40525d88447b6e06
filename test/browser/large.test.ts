/** Much at once: a folder of thousands of files dropped onto a case, and a document of hundreds of pages. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Page as Listed } from '../../src/api/client.js'
import type { DocumentRecord } from '../../src/schema/case.js'
import { pdfOf } from './pdf.js'
import { READING, SLOW } from './screens/on.js'
import { openWorkbench, SAMPLE, type Workbench } from './workbench.js'

const FILES = 2000
const PAGES = 300
const LONG = 'the-inquiry.pdf'

let workbench: Workbench
const post = (path: string, body: BodyInit): Promise<Response> =>
  fetch(`${workbench.address}api/cases/${encodeURIComponent(SAMPLE)}/${path}`, { method: 'POST', body })
const find = async (file: string): Promise<DocumentRecord | undefined> =>
  (await workbench.ask<Listed<DocumentRecord>>(`documents?limit=1&like=${file}`)).rows[0]

beforeAll(async () => {
  workbench = await openWorkbench()
})
afterAll(() => workbench.close())

describe('a document of 300 pages', () => {
  it('opens in the reader with the pages that are seen, and no others', { timeout: 300_000 }, async () => {
    const pages = Array.from({ length: PAGES }, (_, i) => [
      `Page ${i + 1} of the inquiry.`,
      i % 50 === 0
        ? 'The clerk Mara Quell said that the ledger had been burned.'
        : 'The ledger was kept there.',
    ])
    await post(`documents?file=${LONG}`, new Blob([new Uint8Array(pdfOf(pages))]))
    await expect.poll(async () => (await find(LONG))?.state, READING).toBe('done')
    const { id } = (await find(LONG))!
    const { page } = workbench
    const asked = new Set<string>()
    page.on('request', (request) => {
      if (request.url().includes('/pages/')) asked.add(request.url())
    })
    await workbench.goto(`documents/${id}`)
    await page.getByText('Page 1 of the inquiry.').first().waitFor(SLOW)
    await page.getByRole('button', { name: 'Pages as printed' }).click()
    const image = (n: number) => page.locator(`[data-page="${n}"] img`)
    const drawn = (n: number) => image(n).evaluate((e) => (e as HTMLImageElement).naturalWidth)
    await expect.poll(() => drawn(1), SLOW).toBeGreaterThan(300)
    expect(await page.locator('.pages figure').count()).toBe(PAGES)
    expect(asked.size).toBeLessThan(20)
    // The far end is as near as a scroll, and what lies between is not asked for
    await image(PAGES).scrollIntoViewIfNeeded()
    await expect.poll(() => drawn(PAGES), SLOW).toBeGreaterThan(300)
    expect(asked.size).toBeLessThan(60)
    await page.getByRole('button', { name: 'Pages as printed' }).click()
    await page.locator('.pages').waitFor({ state: 'detached', ...SLOW })
  })
})

describe('a dropped folder of 2,000 files', () => {
  it('comes in with its progress to be seen, while the page can be used', { timeout: 300_000 }, async () => {
    // They are kept; reading them is another matter
    await post('pause', '{}')
    await workbench.goto('documents')
    const { page } = workbench
    await page.evaluate((count) => {
      const kinds = ['txt', 'md', 'html', 'csv', 'bin']
      const files = Array.from({ length: count }, (_, i) => {
        const name = `${i}.${kinds[i % kinds.length]}`
        const file = (done: (file: File) => void): void => done(new File([`Note ${i}: it rained.`], name))
        return { isFile: true, isDirectory: false, name, fullPath: `/leak/${name}`, file }
      }) as unknown as FileSystemEntry[]
      // A browser gives a hundred at a time
      const readEntries = (done: (entries: FileSystemEntry[]) => void): void => done(files.splice(0, 100))
      const folder = { isFile: false, isDirectory: true, name: 'leak', createReader: () => ({ readEntries }) }
      DataTransferItem.prototype.webkitGetAsEntry = () => folder as unknown as FileSystemEntry
      const transfer = new DataTransfer()
      transfer.items.add(new File(['x'], 'leak'))
      const target = document.querySelector('main .page-head')!
      target.dispatchEvent(new DragEvent('dragover', { bubbles: true, dataTransfer: transfer }))
      target.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: transfer }))
    }, FILES)
    const bar = page.locator('.uploads progress')
    await bar.waitFor(SLOW)
    expect(await bar.getAttribute('max')).toBe(String(FILES))
    const sent = async (): Promise<number> =>
      Number(await page.locator('.work progress').getAttribute('value'))
    // Meanwhile another screen is opened and used, and tells how far it has come
    await page.getByRole('link', { name: 'Claims', exact: true }).click()
    await page.locator('.claim-row').nth(1).waitFor(SLOW)
    const before = await sent()
    expect(before).toBeLessThan(FILES)
    await page.getByLabel('In the words', { exact: true }).fill('dredged')
    await expect.poll(() => page.url(), SLOW).toContain('dredged')
    await expect.poll(sent, SLOW).toBeGreaterThan(before)
    await page.getByRole('link', { name: 'Documents', exact: true }).click()
    const done = page.locator('.uploads', { hasText: '2,000 documents added' })
    await done.waitFor({ timeout: 240_000 })
    const kept = await workbench.ask<Listed<DocumentRecord>>('documents?limit=1&states=waiting')
    expect(kept.total).toBe(FILES)
    expect(workbench.strange).toEqual([])
  })
})
