import { beforeAll, describe, expect, it } from 'vitest'
import type { Page as Listed } from '../../../src/api/client.js'
import { violations } from '../for-everyone.js'
import { SLOW, type On } from './on.js'

/** Colours are the same at each width, and the layout is the same in each colour. */
const SIZES = [
  ['wide, light', 1360, 'light', 'all'],
  ['wide, dark', 1360, 'dark', 'contrast'],
  ['narrow', 390, 'light', 'layout'],
] as const
const SCREENS = {
  cases: '/',
  overview: '',
  documents: 'documents',
  document: 'documents/:document',
  claims: 'claims',
  propositions: 'propositions',
  proposition: 'propositions/:proposition',
  findings: 'findings',
  entities: 'entities',
  profile: 'entities/:entity',
  merge: 'merge',
  timeline: 'timeline',
  network: 'network',
  map: 'map',
  check: 'check',
  search: 'search?words=harbour',
  activity: 'activity',
  settings: '/settings',
}

export const everyone = (on: On): unknown =>
  describe('for everyone (WCAG 2.2 AA)', () => {
    const ids: Record<string, string> = {}
    beforeAll(async () => {
      const first = async (list: string): Promise<string> =>
        (await on().ask<Listed<{ id: string }>>(list)).rows[0]!.id
      ids['document'] = await first('documents?sort=claims&descending=true')
      ids['proposition'] = await first('propositions')
      ids['entity'] = await first('entities?type=Person&named=true')
    })

    it.each(Object.entries(SCREENS))('%s', async (_, address) => {
      const { page } = on()
      await on().goto(address.replace(/:(\w+)/, (__, kind: string) => ids[kind]!))
      await expect
        .poll(() => page.locator('main [role=status]', { hasText: 'One moment' }).count(), SLOW)
        .toBe(0)
      const found: string[] = []
      for (const [name, width, colorScheme, part] of SIZES) {
        await page.setViewportSize({ width, height: 850 })
        await page.emulateMedia({ colorScheme })
        await page.waitForTimeout(60)
        found.push(...(await violations(page, part)).map((each) => `${name}: ${each}`))
        const wide = await page.evaluate(() => document.documentElement.scrollWidth)
        if (wide > width) found.push(`${name}: scrolls sideways, ${wide} of ${width}`)
      }
      await page.setViewportSize({ width: 1360, height: 900 })
      await page.emulateMedia({ colorScheme: 'light' })
      expect(found).toEqual([])
    })
  })
