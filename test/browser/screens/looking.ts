import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SAMPLE } from '../workbench.js'
import { SLOW, type On } from './on.js'

const DRAFT = readFileSync(join(import.meta.dirname, '../../../cases/affair-harbour/draft.md'), 'utf8')

export const looking = (on: On): void => {
  describe('cases', () => {
    it('are listed, and a new one begins with adding documents', async () => {
      await on().goto('/')
      const { page } = on()
      await page.getByRole('link', { name: SAMPLE }).waitFor()
      await page.getByLabel('Begin a case').fill('The mill')
      await page.getByRole('button', { name: 'Begin' }).click()
      await page.waitForURL(/\/cases\/The(?:%20|\+)mill\/documents/)
      await page.getByText('Nothing is in this case yet').waitFor()
    })

    it('tell what there is, and lead to each of it', async () => {
      await on().goto()
      const { page } = on()
      expect(await page.locator('.finding').count()).toBeGreaterThan(1)
      await page.locator('.beside .plain a').first().click()
      await page.waitForURL(/propositions\//)
    })
  })

  describe('a proposition', () => {
    it('shows who told whom as a diagram and as a table, and how origins are counted', async () => {
      await on().goto('propositions')
      const { page } = on()
      await page.locator('.hits a').first().click()
      await page.locator('.diagram .node').first().waitFor()
      const drawn = await page.locator('.diagram .edge').count()
      expect(drawn).toBeGreaterThan(0)
      await page.getByText('The same as a table').click()
      expect(await page.locator('details .table tbody tr').count()).toBe(drawn)
      expect(await page.locator('.working li').count()).toBeGreaterThan(0)
      expect(await page.locator('.two-sides .quote').count()).toBeGreaterThan(0)
    })

    it('is found by its words', async () => {
      await on().goto('propositions')
      const { page } = on()
      await page.locator('.hits').waitFor()
      await page.getByRole('searchbox', { name: 'In the words' }).fill('ferry')
      await expect
        .poll(async () => {
          const all = await page.locator('.hits a').allTextContents()
          return all.length > 0 && all.every((text) => /ferry/i.test(text))
        }, SLOW)
        .toBe(true)
    })
  })

  describe('a list', () => {
    it('keeps in its address what it is narrowed down to, and opens with it again', async () => {
      await on().goto('entities')
      const { page } = on()
      const name = page.locator('.table tbody a')
      await page.getByLabel('Kind').selectOption('Place')
      await page.getByRole('searchbox', { name: 'In the name' }).fill('skarv')
      await expect.poll(() => page.url(), SLOW).toMatch(/type=Place&like=skarv|like=skarv&type=Place/)
      await expect
        .poll(async () => (await name.allTextContents()).every((each) => /skarv/i.test(each)), SLOW)
        .toBe(true)
      const found = await name.allTextContents()
      expect(found).not.toEqual([])
      await page.reload()
      await name.first().waitFor()
      expect(await name.allTextContents()).toEqual(found)
    })

    it('shows more where there is more', async () => {
      await on().goto('propositions')
      const { page } = on()
      const { total } = await on().ask<{ total: number }>('propositions')
      const rows = page.locator('.hits > li')
      await expect.poll(() => rows.count(), SLOW).toBe(Math.min(100, total))
      for (let shown = 100; shown < total; shown += 100) {
        await page.getByRole('button', { name: 'Show more' }).click()
        await expect.poll(() => rows.count(), SLOW).toBe(Math.min(shown + 100, total))
      }
      expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0)
    })
  })

  describe('people and places', () => {
    it('have a life in dated lines, each leading to its evidence', async () => {
      await on().goto('entities')
      const { page } = on()
      await page.locator('.table tbody a').first().click()
      await page.locator('.life').first().waitFor()
      const when = await page.locator('.life .when').allTextContents()
      expect(when.filter((text) => /\d{4}/.test(text)).length).toBeGreaterThan(1)
      await page.locator('.life .quote a').first().click()
      await page.locator('.note.active').waitFor()
    })
  })

  describe('time, network and map', () => {
    it('lists what a chosen bar of the timeline stands for, and looks closer', async () => {
      await on().goto('timeline')
      const { page } = on()
      const bars = page.locator('.track.happened .bar')
      await bars.first().waitFor()
      const lines = page.locator('.life > li')
      await lines.first().waitFor()
      const all = await lines.count()
      await bars.first().click()
      await page.getByRole('button', { name: 'Choose none' }).waitFor()
      await expect.poll(() => lines.count(), { timeout: 10_000 }).toBeLessThan(all)
      await page.getByRole('button', { name: 'Closer' }).click()
      expect(await page.getByRole('button', { name: 'All of it' }).isEnabled()).toBe(true)
    })

    it.each([390, 1280])('opens the timeline where most claims are, %i pixels wide', async (width) => {
      const { page } = on()
      const before = page.viewportSize()!
      await page.setViewportSize({ width, height: 844 })
      await on().goto('timeline')
      const bars = page.locator('.track.printed .bar')
      await bars.first().waitFor()
      expect(await page.getByRole('button', { name: 'All of it' }).isEnabled()).toBe(true)
      const shown = await bars.count()
      const seen = await bars.evaluateAll(
        (all) => all.filter((bar) => bar.getBoundingClientRect().right <= innerWidth).length,
      )
      expect([seen, shown > 1]).toEqual([shown, true])
      // On all of it they are crowded together at the end
      await page.getByRole('button', { name: 'All of it' }).click()
      expect(await bars.count()).toBeLessThan(shown)
      await page.setViewportSize(before)
    })

    it('draws the network, and opens the claims of a line from its table', async () => {
      await on().goto('network')
      const { page } = on()
      await page.locator('.network canvas').first().waitFor()
      await page.locator('.table .number button').first().click()
      await page.locator('.claim-line').first().waitFor()
    })

    it('draws the map, and says what happened at a place', async () => {
      await on().goto('map')
      const { page } = on()
      await page.locator('.spot').first().waitFor()
      await page.locator('.table th button').first().click()
      await page.locator('section[aria-live] h2').waitFor()
      expect(on().strange).toEqual([])
    })
  })

  describe('a draft', () => {
    it('is checked sentence by sentence, and leaves with footnotes', async () => {
      await on().goto('check')
      const { page } = on()
      await page.getByLabel('Draft').fill(DRAFT)
      await page.getByRole('button', { name: 'Check it' }).click()
      await page.locator('.linted').waitFor({ timeout: 60_000 })
      const kinds = await page
        .locator('.sentence')
        .evaluateAll((all) => [...new Set(all.map((e) => e.classList[1]))])
      expect(kinds.length).toBeGreaterThan(2)
      await page.locator('.sentence:has(sup)').first().click()
      expect(await page.locator('.why .quote').count()).toBeGreaterThan(0)
      const download = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Export with footnotes' }).click()
      expect(readFileSync(await (await download).path(), 'utf8')).toMatch(/\[\^1\]: /)
    })
  })

  describe('search', () => {
    it('answers while one types, and leads to the words', async () => {
      await on().goto('search?words=h')
      const { page } = on()
      const box = page.getByRole('searchbox', { name: 'Search this case' })
      await box.fill('')
      await page.locator('h1').click()
      await page.keyboard.press('/')
      await page.keyboard.type('harbour')
      await page.locator('.hits mark').first().waitFor()
      await box.pressSequentially(' mouth')
      await expect
        .poll(async () => (await page.locator('.hits mark').allTextContents()).join(' ').toLowerCase(), SLOW)
        .toContain('mouth')
      await page.locator('.hits a').first().click()
      await page.locator('.pointed-at').first().waitFor()
    })

    it('comes in parts, and begins anew once it is narrowed down', async () => {
      await on().goto('search?words=the')
      const { page } = on()
      const first = (): Promise<string | null> => page.locator('.hits').getAttribute('start')
      await page.getByRole('link', { name: 'Next part' }).click()
      await expect.poll(first, SLOW).toBe('31')
      expect(page.url()).toContain('page=1')
      await page.getByRole('link', { name: 'Previous part' }).click()
      await expect.poll(first, SLOW).toBe('1')
      await page.getByRole('link', { name: 'Next part' }).click()
      await expect.poll(first, SLOW).toBe('31')
      await page.getByLabel('Published from').fill('1900-01-01')
      await expect.poll(first, SLOW).toBe('1')
      expect(page.url()).not.toContain('page=')
    })

    it('says what to try where nothing is found', async () => {
      await on().goto('search?words=zyzzyva')
      await on().page.getByText('Nothing was found').waitFor()
    })
  })

  describe('the rest', () => {
    it('tells who did what', async () => {
      await on().goto('activity')
      const said = await on().page.locator('.activity').textContent()
      expect(said).toContain('added')
      expect(said).toContain('read')
    })

    it('keeps a name for what one decides', async () => {
      await on().goto('/settings')
      const { page } = on()
      await page.getByLabel('Your name').fill('Ida Rask')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.locator('.toast', { hasText: 'Saved' }).waitFor()
      await page.reload()
      await expect.poll(() => page.getByLabel('Your name').inputValue(), SLOW).toBe('Ida Rask')
    })

    it('reaches every screen by its key, and lists the keys at ?', async () => {
      await on().goto()
      const { page } = on()
      for (const [key, title] of [
        ['2', 'Documents'],
        ['3', 'Claims'],
        ['5', 'Findings'],
        ['8', 'Timeline'],
        ['0', 'Map'],
        ['c', 'Check a draft'],
        ['v', 'Activity'],
        ['1', SAMPLE],
      ] as const) {
        await page.keyboard.press(key)
        await page.getByRole('heading', { level: 1, name: title, exact: true }).waitFor()
      }
      await page.keyboard.press('?')
      expect(await page.getByRole('dialog').textContent()).toContain('correct the claim')
      await page.keyboard.press('Escape')
      await expect.poll(() => page.getByRole('dialog').count(), SLOW).toBe(0)
    })

    it('says plainly that an address leads nowhere', async () => {
      await on().page.goto(`${on().address}cases/x/nowhere`)
      await on().page.getByText('There is nothing at this address').waitFor()
    })
  })
}
