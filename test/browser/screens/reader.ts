import { beforeAll, describe, expect, it } from 'vitest'
import type { DocumentView, Page as Listed } from '../../../src/api/client.js'
import type { DocumentRecord } from '../../../src/schema/case.js'
import { SLOW, type On } from './on.js'

export const reader = (on: On): unknown =>
  describe('a document', () => {
    let story: DocumentRecord
    let view: DocumentView
    beforeAll(async () => {
      const { rows } = await on().ask<Listed<DocumentRecord>>('documents?limit=100')
      story = rows.find(({ file }) => file.includes('sundvarden-2018'))!
      view = await on().ask<DocumentView>(`documents/${story.id}`)
    })
    const at = (rest = ''): Promise<void> => on().goto(`documents/${story.id}${rest}`)
    const note = (id: string) => on().page.locator(`[data-claim="${id}"]`)
    const claims = () => view.derived!.reading.claims
    const toast = (words: string) => on().page.locator('.toast', { hasText: words }).waitFor()
    const undo = async (): Promise<void> => {
      await on().page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
      await toast('Taken back')
    }

    it('stands character for character, with every claim beside it', async () => {
      await at()
      const { page } = on()
      const blocks = await page
        .locator('[data-start]')
        .evaluateAll((all) =>
          all.map((e) => [Number((e as HTMLElement).dataset['start']), e.textContent] as const),
        )
      const { text } = view.derived!.reading.document
      for (const [start, words] of blocks) expect(words).toBe(text.slice(start, start + words.length))
      expect(await page.locator('.note').count()).toBe(claims().length)
    })

    it('lights a claim’s evidence on hover and on focus, with its chain beside it', async () => {
      await at()
      const { page } = on()
      const lit = async (): Promise<string> => (await page.locator('.evidence').allTextContents()).join('')
      const [one, other] = claims().filter(({ evidence }) => evidence.length === 1)
      await note(one!.id).locator('> button').hover()
      await expect.poll(lit, SLOW).toBe(one!.text)
      await page.locator('h1').first().hover()
      await note(other!.id).locator('> button').focus()
      await expect.poll(lit, SLOW).toBe(other!.text)
      expect(await note(other!.id).locator('.chain li').count()).toBe(other!.chain.length)
    })

    it('leads from a name to its profile', async () => {
      await at()
      const { page } = on()
      const name = page.locator('a.entity-name').first()
      await name.click()
      await page.waitForURL(/\/entities\//)
      await page.locator('h1').waitFor()
    })

    it('leads to the other side of what it disagrees with', async () => {
      const { rows } = await on().ask<Listed<DocumentRecord>>('documents?limit=100')
      const found = await on().ask<Listed<{ sides: { evidence: { claim: string | null }[] }[] }>>('findings')
      const evidence = found.rows.flatMap(({ sides }) =>
        sides.length === 2 ? [sides.map((side) => side.evidence[0]?.claim ?? '')] : [],
      )
      const [here, there] = evidence.find(([a, b]) => a?.includes('#') && b?.includes('#'))!
      const [document, claim] = here!.split('#')
      expect(rows.some(({ id }) => id === document)).toBe(true)
      await on().goto(`documents/${document}?claim=${claim}`)
      const { page } = on()
      expect(await note(claim!).locator('.disputed').count()).toBe(1)
      await page.locator('.other-sides a').first().click()
      const target = there!.split('#')
      await page.waitForURL((url) => !url.href.includes(`claim=${claim}`))
      await page.locator('.note.active').waitFor()
      expect(target[1]).toBeDefined()
    })

    it('takes words as a claim of one’s own, exactly as they stand', async () => {
      await at()
      const { page } = on()
      const words = await page.evaluate(() => {
        const paragraph = document.querySelectorAll('p[data-start]')[2]!
        const text = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT).nextNode() as Text
        getSelection()!.setBaseAndExtent(text, 0, text, Math.min(24, text.length))
        return getSelection()!.toString()
      })
      await page.getByRole('button', { name: 'Add these words as a claim' }).click()
      expect(await page.locator('.selected').textContent()).toBe(`“${words}”`)
      await page.getByRole('dialog').getByLabel('Who says it').fill('Ida Rask')
      await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
      await toast('Your claim is kept')
      const added = page.locator('.note.by-hand')
      await added.waitFor()
      expect(await added.textContent()).toContain('Ida Rask said')
      await added.locator('> button').focus()
      expect(await page.locator('.detail').textContent()).toContain('Added by')
      await undo()
      await expect.poll(() => added.count(), SLOW).toBe(0)
    })

    it('has its claims accepted and rejected with keys, and that taken back', async () => {
      const id = claims()[3]!.id
      await at(`?claim=${id}`)
      const { page } = on()
      const state = (): Promise<string | null> => note(id).getAttribute('class')
      await note(id).locator('> button').focus()
      await page.keyboard.press('a')
      await expect.poll(state, SLOW).toContain('accepted')
      await undo()
      await expect.poll(state, SLOW).not.toContain('accepted')
      await note(id).locator('> button').focus()
      await page.keyboard.press('x')
      await expect.poll(state, SLOW).toContain('rejected')
      await undo()
      await expect.poll(state, SLOW).not.toContain('rejected')
    })

    it('has a claim corrected: what was read stays, what a person says of it stands beside it', async () => {
      const { id } = claims().find(({ certainty }) => certainty === 'certain')!
      await at(`?claim=${id}`)
      const { page } = on()
      await note(id).locator('> button').focus()
      await page.keyboard.press('e')
      const dialog = page.getByRole('dialog')
      expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true)
      await dialog.getByLabel('How firmly').selectOption('possible')
      await dialog.getByLabel('Who says it').fill('Ida Rask')
      await dialog.getByRole('button', { name: 'Save' }).click()
      await toast('Your correction is kept')
      await expect.poll(() => note(id).textContent(), SLOW).toContain('Ida Rask')
      expect(await page.locator('.detail').textContent()).toMatch(/Corrected by .+: possible, Ida Rask/)
      await page.locator('.detail').getByRole('button', { name: 'Take back' }).click()
      await toast('Taken back')
      await expect.poll(() => note(id).textContent(), SLOW).not.toContain('Ida Rask')
    })

    it('shows in one tab what was decided in another', async () => {
      const id = claims()[5]!.id
      await at(`?claim=${id}`)
      const other = await on().tab()
      await other.goto(on().page.url())
      const state = (): Promise<string | null> => note(id).getAttribute('class')
      await other.locator(`[data-claim="${id}"] > button`).focus()
      await other.keyboard.press('x')
      await expect.poll(state, SLOW).toContain('rejected')
      // The later decision counts, in both.
      await note(id).locator('> button').focus()
      await on().page.keyboard.press('a')
      await expect
        .poll(() => other.locator(`[data-claim="${id}"]`).getAttribute('class'), SLOW)
        .toContain('accepted')
      await undo()
      await expect.poll(state, SLOW).toContain('rejected')
      await other.getByRole('button', { name: 'Undo' }).click()
      await expect.poll(state, SLOW).not.toContain('rejected')
      await other.close()
    })

    it.each([1360, 1280, 1100, 768, 390, 320])('fits a window of %d pixels', async (width) => {
      const { page } = on()
      await page.setViewportSize({ width, height: 850 })
      await at(`?claim=${claims()[2]!.id}`)
      await page.locator('.detail').waitFor()
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
      const { right } = await page.locator('.detail').evaluate((e) => e.getBoundingClientRect())
      expect(right).toBeLessThanOrEqual(width)
      await page.setViewportSize({ width: 1360, height: 900 })
    })
  })
