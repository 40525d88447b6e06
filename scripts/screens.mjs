/** Takes the pictures of docs/screens from the built page: `node --import tsx scripts/screens.mjs`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.mjs'
import { ROOT } from './run.mjs'

process.env.WHENCE_BROWSER = await findBrowser()
const { openStage } = await import('../test/browser/open.ts')
// As the shipped model reads it, not the hand-made reading of the tests
const sample = JSON.parse(readFileSync(join(ROOT, 'dist/sample.json'), 'utf8'))

const VIEWS = [
  ['wide-light', 1360, 880, 'light', null],
  ['wide-dark', 1360, 880, 'dark', 'no new machine'],
  ['narrow-light', 390, 844, 'light', 'the money went to'],
  ['narrow-dark', 390, 844, 'dark', 'he knew of the purchase'],
]

const stage = await openStage({ sample: () => Promise.resolve(sample) })
for (const [name, width, height, colorScheme, words] of VIEWS) {
  const claim = sample.claims.find(({ text }) => words !== null && text.includes(words))
  await stage.page.setViewportSize({ width, height })
  await stage.page.emulateMedia({ colorScheme })
  await stage.goto(claim ? `#claim=${claim.id}` : '')
  await stage.page.locator('.detail').waitFor()
  await stage.page.waitForTimeout(1000)
  await stage.page.screenshot({ path: join(ROOT, 'docs', 'screens', `${name}.png`) })
}
await stage.close()
