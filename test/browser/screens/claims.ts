import { describe, expect, it } from 'vitest'
import { SLOW, type On } from './on.js'

export const claims = (on: On): unknown =>
  describe('the claims', () => {
    const count = async (): Promise<number> =>
      Number((await on().page.locator('.claims-table [role=status]').textContent())!.replace(/\D/g, ''))

    it('are narrowed down by a facet that says how many it leaves, and widened again', async () => {
      await on().goto('claims')
      const { page } = on()
      await expect.poll(count, SLOW).toBeGreaterThan(0)
      const all = await count()
      const facet = page.locator('.facets button', { hasText: 'employer' })
      const left = Number(await facet.locator('.count').textContent())
      await facet.click()
      await expect.poll(count, SLOW).toBe(left)
      expect(left).toBeLessThan(all)
      expect(new URL(page.url()).searchParams.get('property')).toBe('employer')
      await page.locator('.facets button[aria-pressed=true]').click()
      await expect.poll(count, SLOW).toBe(all)
    })

    it('are sorted by when it happened, earliest first and latest first', async () => {
      await on().goto('claims')
      const { page } = on()
      const first = (): Promise<string | null> =>
        page.locator('[role=row][aria-rowindex="1"] [role=cell]').nth(2).textContent({ timeout: 2000 })
      await page.getByRole('button', { name: 'When', exact: true }).click()
      await expect.poll(first, SLOW).toMatch(/\d{4}/)
      const earliest = await first()
      await page.getByRole('button', { name: /^When/ }).click()
      await expect.poll(first, SLOW).not.toBe(earliest)
      const header = page.getByRole('columnheader', { name: /When/ })
      expect(await header.getAttribute('aria-sort')).toBe('descending')
    })

    it('come in pages: scrolled to the end, the last one stands there', async () => {
      await on().goto('claims')
      const { page } = on()
      await expect.poll(count, SLOW).toBeGreaterThan(0)
      const all = await count()
      await page.locator('.claims-table .scroll').evaluate((box) => box.scrollTo(0, box.scrollHeight))
      const last = page.locator(`[role=row][aria-rowindex="${all}"] a`)
      await last.waitFor()
      expect((await last.textContent())!.length).toBeGreaterThan(0)
    })

    it('open where they stand', async () => {
      await on().goto('claims?like=dredg')
      const { page } = on()
      const link = page.locator('.words-cell a').first()
      const words = await link.textContent()
      await link.click()
      await page.locator('.note.active').waitFor()
      expect((await page.locator('.detail blockquote').textContent())!.trim()).toBe(words)
    })

    it('are exported as a table of what is chosen', async () => {
      await on().goto('claims?who=Sundvarden')
      const href = await on().page.getByRole('link', { name: 'Export' }).getAttribute('href')
      const table = await (await fetch(new URL(href!, on().address))).text()
      expect(table.trim().split('\n').length).toBeGreaterThan(10)
    })
  })
