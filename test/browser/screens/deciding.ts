import { describe, expect, it } from 'vitest'
import { SLOW, type On } from './on.js'

export const deciding = (on: On): void => {
  const focusedFinding = (): Promise<string | null> =>
    on().page.evaluate(() => document.activeElement?.closest('.board > li')?.id ?? null)
  const total = async (): Promise<number> =>
    (await on().ask<{ total: number }>('findings?open=true&limit=1')).total
  const undo = async (): Promise<void> => {
    await on().page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
    await on().page.locator('.toast', { hasText: 'Taken back' }).waitFor()
  }

  describe('the findings', () => {
    it('are stepped through and decided by keys, and a decision is taken back', async () => {
      await on().goto('findings')
      const { page } = on()
      await page.locator('.board > li').first().waitFor()
      const open = await total()
      await page.keyboard.press('j')
      const first = await focusedFinding()
      await page.keyboard.press('j')
      expect(await focusedFinding()).not.toBe(first)
      await page.keyboard.press('k')
      expect(await focusedFinding()).toBe(first)
      for (const [key, said] of [
        ['a', 'Marked as standing'],
        ['x', 'Marked as no conflict'],
      ] as const) {
        await page.locator(`[id="${first}"]`).focus()
        await page.keyboard.press(key)
        await page.locator('.toast', { hasText: said }).waitFor()
        await expect.poll(total, SLOW).toBe(open - 1)
        await expect.poll(() => page.locator(`[id="${first}"]`).count(), SLOW).toBe(0)
        await undo()
        await expect.poll(total, SLOW).toBe(open)
        await page.locator(`[id="${first}"]`).waitFor()
      }
    })

    it('take a comment, which stands there with its author', async () => {
      await on().goto('findings')
      const { page } = on()
      const finding = page.locator('.board > li').first()
      await finding.getByRole('button', { name: 'Comment' }).click()
      await finding.getByRole('textbox', { name: 'Comment' }).fill('Ask the court for the file.')
      await page.keyboard.press('Enter')
      await expect.poll(() => finding.locator('.decisions').textContent(), SLOW).toContain('Ask the court')
      await undo()
    })

    it('are put off until their day, out of sight meanwhile', async () => {
      await on().goto('findings')
      const { page } = on()
      const finding = page.locator('.board > li').first()
      const id = await finding.getAttribute('id')
      await finding.getByRole('button', { name: 'Later' }).click()
      await expect.poll(() => page.locator(`[id="${id}"]`).count(), SLOW).toBe(0)
      expect(await page.locator('main').textContent()).toContain('1 finding put off until')
      await page.getByLabel('Show').selectOption('snoozed')
      await page.locator(`[id="${id}"]`).waitFor()
      await undo()
      await expect.poll(() => page.locator(`[id="${id}"]`).count(), SLOW).toBe(0)
    })
  })

  describe('names in doubt', () => {
    it('are made one with a key, and told apart again by undo', async () => {
      await on().goto('merge')
      const { page } = on()
      await page.locator('.board > li').first().waitFor()
      const doubts = async (): Promise<number> => (await on().ask<{ total: number }>('doubtful')).total
      const before = await doubts()
      await page.keyboard.press('j')
      await page.keyboard.press('s')
      await page.locator('.toast', { hasText: 'are one from now on' }).waitFor()
      await expect.poll(doubts, { timeout: 60_000 }).toBeLessThan(before)
      await undo()
      await expect.poll(doubts, { timeout: 60_000 }).toBe(before)
    })
  })
}
