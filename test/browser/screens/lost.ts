import { describe, expect, it } from 'vitest'
import type { JudgedFinding, Page as Listed } from '../../../src/api/client.js'
import { SLOW, type On } from './on.js'

export const lost = (on: On): unknown =>
  describe('when the program is gone', () => {
    const judged = async (): Promise<readonly string[]> =>
      (await on().ask<Listed<JudgedFinding>>('findings?limit=100')).rows.flatMap(({ judgements }) =>
        judgements.map(({ verdict, value }) =>
          typeof value === 'string' ? `${verdict}: ${value}` : verdict,
        ),
      )
    const first = async () => {
      await on().goto('findings')
      const finding = on().page.locator('.board > li').first()
      await finding.waitFor()
      return finding
    }
    const comment = async (words: string): Promise<void> => {
      const finding = await first()
      await finding.getByRole('button', { name: 'Comment' }).click()
      await finding.getByRole('textbox', { name: 'Comment' }).fill(words)
      await finding.getByRole('button', { name: 'Save' }).click()
    }
    const waiting = () => on().page.getByRole('region', { name: 'Not sent yet' })

    it('says so, keeps what is decided meanwhile, and sends it when it is back', async () => {
      // Opened once: what was never loaded cannot be while the program is away
      await on().goto('activity')
      const finding = await first()
      const { page } = on()
      await on().stop()
      await finding.getByRole('button', { name: 'It stands' }).click()
      await waiting().getByText('1 change waits').waitFor(SLOW)
      // A question that is not answered says so, and is asked again
      await page.getByRole('link', { name: 'Activity' }).click()
      const again = page.getByRole('alert').getByRole('button', { name: 'Try again' })
      await again.waitFor(SLOW)
      await on().start()
      await waiting().waitFor({ state: 'detached', ...SLOW })
      await page.locator('.toast', { hasText: '1 change that waited is sent' }).waitFor(SLOW)
      expect(await judged()).toContain('confirm')
      if (await again.isVisible()) await again.click()
      await page.locator('.activity').waitFor(SLOW)
    })

    it('keeps a comment over a reload of the page', async () => {
      const { page } = on()
      await page.route('**/judgements', (route) => route.abort())
      await comment('Ask the harbour master.')
      await waiting().getByText('Ask the harbour master.').waitFor(SLOW)
      await page.unroute('**/judgements')
      await page.reload()
      await waiting().waitFor({ state: 'detached', ...SLOW })
      await expect.poll(judged, SLOW).toContain('comment: Ask the harbour master.')
    })

    it('makes one decision of one whose answer was lost on the way', async () => {
      const { page } = on()
      let sent = 0
      await page.route('**/judgements', async (route) => {
        if (++sent > 1) return route.continue()
        await route.fetch()
        await route.abort()
      })
      await comment('Written down once.')
      await expect.poll(() => sent, SLOW).toBeGreaterThan(1)
      await waiting().waitFor({ state: 'detached', ...SLOW })
      await page.unroute('**/judgements')
      expect((await judged()).filter((words) => words === 'comment: Written down once.')).toHaveLength(1)
    })

    it('takes a decision back once where the answer to that was lost, and is not refused', async () => {
      const { page } = on()
      await comment('Taken back again.')
      const undo = page.locator('.toast', { hasText: 'Undo' }).getByRole('button', { name: 'Undo' })
      let sent = 0
      await page.route('**/withdraw', async (route) => {
        if (++sent > 1) return route.continue()
        await route.fetch()
        await route.abort()
      })
      await undo.click(SLOW)
      await expect.poll(() => sent, SLOW).toBeGreaterThan(1)
      await waiting().waitFor({ state: 'detached', ...SLOW })
      await page.unroute('**/withdraw')
      expect(await page.getByRole('alert').filter({ hasText: 'was not kept' }).count()).toBe(0)
      expect(await judged()).not.toContain('comment: Taken back again.')
    })

    it('says what the program would not keep, and why, until it does or is let go', async () => {
      const { page } = on()
      const json = { code: 'request-wrong', message: 'The words are too many.' }
      await page.route('**/judgements', (route) => route.fulfill({ status: 400, json }))
      await comment('Too long by far.')
      const refused = page.getByRole('alert').filter({ hasText: '1 change was not kept' })
      await refused.getByText('The words are too many.').waitFor(SLOW)
      await page.unroute('**/judgements')
      await refused.getByRole('button', { name: 'Try again' }).click()
      await refused.waitFor({ state: 'detached', ...SLOW })
      await expect.poll(judged, SLOW).toContain('comment: Too long by far.')
    })
  })
