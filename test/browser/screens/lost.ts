import { describe, expect, it } from 'vitest'
import { SLOW, type On } from './on.js'

export const lost = (on: On): unknown =>
  describe('when the program is gone', () => {
    it('says so in a sentence, keeps what was decided, and goes on when it is back', async () => {
      await on().goto('findings')
      const { page } = on()
      const finding = page.locator('.board > li').first()
      await finding.waitFor()
      await on().stop()
      await finding.getByRole('button', { name: 'It stands' }).click()
      const toast = page.locator('.toast', { hasText: /not reach|not answer|no longer|is not running/i })
      await toast.waitFor(SLOW)
      await page.getByRole('link', { name: 'Activity' }).click()
      await page.getByRole('alert').waitFor(SLOW)
      const again = page.getByRole('alert').getByRole('button', { name: 'Try again' })
      await again.waitFor()
      await on().start()
      await again.click()
      await page.locator('.activity').waitFor(SLOW)
      // What was decided meanwhile is sent now.
      await page.locator('.toast').getByRole('button', { name: 'Try again' }).click()
      await expect
        .poll(async () => (await on().ask<{ total: number }>('findings?open=false')).total, SLOW)
        .toBe(1)
    })
  })
