/**
 * Takes the pictures of docs/screens from the built program with the sample case: `node --import tsx scripts/screens.mjs`,
 * followed by the beginnings of names to take only some.
 */
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { findBrowser } from './browser.mjs'
import { ROOT } from './run.mjs'

process.env.WHENCE_BROWSER = await findBrowser()
const { openWorkbench } = await import('../test/browser/workbench.ts')

const WIDE = { width: 1360, height: 800 }
const NARROW = { width: 390, height: 844 }
const TARGET = process.env.WHENCE_SCREENS ?? join(ROOT, 'docs', 'screens')
const wanted = process.argv.slice(2)

const stage = await openWorkbench()
const { page } = stage
// No picture of a case that is still being compared
while ((await stage.ask('progress')).comparing) await setTimeout(500)
const rows = async (path) => (await stage.ask(path)).rows
const documents = await rows('documents?limit=100')
const story = documents.find(({ file }) => file.includes('sundvarden-2018')) ?? documents[0]
const { reading } = (await stage.ask(`documents/${story.id}`)).derived
const long = [...reading.claims].sort((a, b) => b.chain.length - a.chain.length)[0]
const [statement] = await rows('propositions?limit=1')
const people = await rows('entities?type=Person&named=true&limit=1')
const DRAFT = readFileSync(join(ROOT, 'cases/affair-harbour/draft.md'), 'utf8')

/** Name, address, and what is done before the picture is taken. */
const SCREENS = [
  ['wide', `documents/${story.id}`, () => page.locator('.detail').waitFor()],
  ['narrow', `documents/${story.id}?claim=${long.id}`, () => page.locator('.detail').waitFor()],
  ['cases', '/', () => page.locator('.case-list').waitFor()],
  ['overview', ''],
  ['documents', 'documents', () => page.locator('.table').waitFor()],
  ['claims', 'claims', () => page.locator('.claim-row .words-cell').first().waitFor()],
  ['propositions', 'propositions', () => page.locator('.hits').waitFor()],
  ['proposition', `propositions/${statement.id}`, () => page.locator('.diagram .node').first().waitFor()],
  ['findings', 'findings', () => page.locator('.board').waitFor()],
  ['entities', 'entities', () => page.locator('.table').waitFor()],
  ['profile', `entities/${people[0].id}`],
  ['merge', 'merge'],
  ['timeline', 'timeline', () => page.locator('.tracks').waitFor()],
  ['network', 'network', () => page.locator('.network canvas').first().waitFor()],
  ['map', 'map', () => page.locator('.map-drawing, .map svg').first().waitFor()],
  [
    'check',
    'check',
    async () => {
      await page.getByLabel('Draft').fill(DRAFT)
      await page.getByRole('button', { name: 'Check it' }).click()
      await page.locator('.linted').waitFor({ timeout: 60_000 })
    },
  ],
  ['search', 'search?words=harbour', () => page.locator('.hits mark').first().waitFor()],
  ['activity', 'activity', () => page.locator('.activity').waitFor()],
  ['settings', '/settings', () => page.locator('.facts').waitFor()],
]

async function take(name, [width, colorScheme], [, path, ready]) {
  await page.setViewportSize(width)
  await page.emulateMedia({ colorScheme })
  await stage.goto(path)
  await ready?.()
  await page.waitForTimeout(900)
  await page.screenshot({ path: join(TARGET, `${name}-${colorScheme}.png`) })
}

mkdirSync(TARGET, { recursive: true })
for (const screen of SCREENS) {
  const [name] = screen
  if (wanted.length > 0 && !wanted.some((beginning) => name.startsWith(beginning))) continue
  for (const colours of ['light', 'dark']) {
    await take(name, [name === 'narrow' ? NARROW : WIDE, colours], screen)
    if (name === 'overview') await take('overview-narrow', [NARROW, colours], screen)
  }
}
await stage.close()
