/**
 * How long each screen takes to stand there, on the sample and on a case of thousands of documents (the sample's, each many
 * times over under other names): `node --import tsx bench/workbench.ts`. WHENCE_WORKBENCH says how many (10,000 unless set).
 * Needs the built program and a browser. Measured from the click to the first content, the answers of the program included.
 */
import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CaseEntity, Derived, Proposition } from '../src/schema/case.js'
import type { Evidence, Finding } from '../src/schema/reading.js'
import type { Store } from '../src/store/store.js'
import { openHome } from '../src/workflow/home.js'
import { restoreSample } from '../src/workflow/restore-sample.js'
import { openWorkbench, SAMPLE, type Workbench } from '../test/browser/workbench.js'

const ROOT = join(import.meta.dirname, '..')
const DOCUMENTS = Number(process.env['WHENCE_WORKBENCH'] ?? 10_000)
const LARGE = 'Many copies'
/** Different people behind one name in the sample; the rest of the copies name the same again. */
const NAMESAKES = 300
/** Copies of the sample whose findings and propositions are compared as well. */
const COMPARED = 200

/** The id of a document's copy. */
const copied = (id: string, copy: number): string =>
  createHash('sha256').update(`${id} ${copy}`).digest('hex')
const claimIn = (copy: number) => (claim: string | null) => {
  const [document, own] = claim?.split('#') ?? []
  return document === undefined || own === undefined ? claim : `${copied(document, copy)}#${own}`
}
const evidenceIn = (copy: number, all: readonly Evidence[]): Evidence[] =>
  all.map((each) => ({ ...each, file: `${copy}/${each.file}`, claim: claimIn(copy)(each.claim) }))

async function multiply(store: Store): Promise<void> {
  const sample = (await store.cases.find(SAMPLE))!.id
  const large = (await store.cases.open(LARGE)).id
  const { rows: records } = await store.documents.list(sample)
  const originals = await Promise.all(
    records.map(async ({ id }) => ({
      id,
      derived: (await store.documents.derived(sample, id))!,
      entities: await store.entities.ofDocument(sample, id),
    })),
  )
  const members = new Map<string, string[]>()
  const copies = Math.ceil(DOCUMENTS / originals.length)
  const now = new Date().toISOString()
  const until = new Date(Date.now() + 36_000_000).toISOString()
  for (let copy = 0; copy < copies; copy++)
    for (const { id: first, derived, entities } of originals) {
      const id = copied(first, copy)
      const { document } = derived.reading
      const file = `${copy}/${document.file}`
      const whole: Derived = {
        ...derived,
        reading: { ...derived.reading, document: { ...document, id, file } },
      }
      const bytes = document.text.length
      await store.documents.add(large, [{ id, file, parent: null, bytes, added: now, addedBy: 'bench' }])
      await store.documents.take(large, 'bench', now, until)
      await store.documents.finish(large, id, 'bench', whole, [])
      for (const [own, entity] of Object.entries(entities)) {
        const key = `${entity} ${copy % NAMESAKES}`
        members.set(key, [...(members.get(key) ?? []), `${id}#${own}`])
      }
    }
  await nameThem(store, sample, large, members)
  await compareThem(store, sample, large, copies)
}

async function nameThem(
  store: Store,
  sample: string,
  large: string,
  members: ReadonlyMap<string, readonly string[]>,
): Promise<void> {
  const { rows } = await store.entities.list(sample, {}, { limit: 1000 })
  const known = new Map(rows.map((entity) => [entity.id, entity]))
  const all = [...members].flatMap(([key, own]): CaseEntity[] => {
    const [id = '', which = ''] = key.split(' ')
    const entity = known.get(id)
    if (!entity) return []
    const name = `${entity.name} ${which}`
    return [
      { ...entity, id: copied(id, Number(which)).slice(0, 24), name, documents: own.length, members: own },
    ]
  })
  const AT_ONCE = 2000
  for (let i = 0; i < all.length; i += AT_ONCE)
    await store.entities.save(large, all.slice(i, i + AT_ONCE), [], [])
}

async function compareThem(store: Store, sample: string, large: string, copies: number): Promise<void> {
  const { rows: propositions } = await store.comparison.propositions(sample, {}, { limit: 1000 })
  const { rows: findings } = await store.comparison.findings(sample, {}, { limit: 1000 })
  const none = { propositions: [], findings: [] }
  for (let copy = 0; copy < Math.min(COMPARED, copies); copy++)
    await store.comparison.save(
      large,
      propositions.map((each): Proposition => ({
        ...each,
        id: copied(each.id, copy).slice(0, 16),
        evidence: evidenceIn(copy, each.evidence),
      })),
      findings.map((each): Finding => ({
        ...each,
        id: copied(each.id, copy).slice(0, 16),
        sides: each.sides.map((side) => ({ ...side, evidence: evidenceIn(copy, side.evidence) })),
      })),
      none,
    )
}

/** Name of a screen in the rail, and what shows that it stands. */
const SCREENS = [
  ['Documents', '.documents tbody tr'],
  ['Claims', '.words-cell a'],
  ['Propositions', '.hits a'],
  ['Findings', '.board > li'],
  ['People and places', '.table tbody a'],
  ['Same or not?', '.board, .state.empty'],
  ['Timeline', '.tracks .bar'],
  ['Network', '.network canvas'],
  ['Map', '.map svg .land'],
  ['Activity', '.activity li, .state.empty'],
  ['Overview', '.overview .finding'],
] as const
const TIMES = 3
const median = (all: readonly number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!

/** Milliseconds in the page from a click in the rail until `selector` is drawn. */
const standing = ({ page }: Workbench, screen: string, selector: string): Promise<number> =>
  page.evaluate(
    ([name, wanted]) =>
      new Promise<number>((done) => {
        const began = performance.now()
        ;[...document.querySelectorAll<HTMLAnchorElement>('.rail a')]
          .find(({ textContent }) => textContent === name)
          ?.click()
        const look = (): void => {
          if (document.querySelector(wanted)) requestAnimationFrame(() => done(performance.now() - began))
          else requestAnimationFrame(look)
        }
        requestAnimationFrame(look)
      }),
    [screen, selector] as const,
  )

async function measure(workbench: Workbench, name: string): Promise<void> {
  const firsts: number[] = []
  for (let i = 0; i < TIMES; i++) {
    const began = performance.now()
    await workbench.page.goto('about:blank')
    await workbench.page.goto(`${workbench.address}cases/${encodeURIComponent(name)}`)
    await workbench.page.locator('.overview .finding').first().waitFor()
    firsts.push(performance.now() - began)
  }
  const paint = await workbench.page.evaluate(
    () => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
  )
  console.log(
    `${name}: overview from nothing ${Math.round(median(firsts))} ms, first paint ${Math.round(paint)} ms`,
  )
  for (const [screen, selector] of SCREENS) {
    const times: number[] = []
    for (let i = 0; i < TIMES; i++) {
      // A fresh page each time, so that no answer is kept from before; the code of screens is.
      await workbench.page.goto(`${workbench.address}cases/${encodeURIComponent(name)}/check`)
      await workbench.page.locator('.draft-form').waitFor()
      // The runner names functions by a helper of its own, which the page does not have.
      await workbench.page.evaluate('globalThis.__name = (f) => f')
      times.push(await standing(workbench, screen, selector))
    }
    console.log(`  ${screen}: ${Math.round(median(times))} ms`)
  }
  const { page } = workbench
  await page.goto(`${workbench.address}cases/${encodeURIComponent(name)}/documents`)
  const link = page.locator('.documents tbody a').first()
  await link.waitFor()
  const began = performance.now()
  await link.click()
  await page.locator('.note').first().waitFor()
  console.log(`  a document: ${Math.round(performance.now() - began)} ms`)
  await page.goto(`${workbench.address}cases/${encodeURIComponent(name)}/search?words=h`)
  const box = page.getByRole('searchbox', { name: 'Search this case' })
  const typed: number[] = []
  for (const words of ['harb', 'dredgi', 'ferr', 'quay', 'contra', 'minist']) {
    await box.fill('')
    const answered = page.waitForResponse((response) => response.url().includes(`words=${words}`))
    const started = performance.now()
    await box.fill(words)
    await answered
    typed.push(performance.now() - started)
  }
  console.log(`  search while typing: ${Math.round(median(typed))} ms`)
}

/** Frames a second while a network of up to 1,500 names is moved about; without a graphics card, as here, the browser draws by itself. */
async function moved(workbench: Workbench, name: string): Promise<void> {
  const { page } = workbench
  const began = performance.now()
  await page.goto(`${workbench.address}cases/${encodeURIComponent(name)}/network?size=1500`)
  await page.locator('.network canvas').first().waitFor({ timeout: 120_000 })
  const stood = performance.now() - began
  const box = (await page.locator('.network').boundingBox())!
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
  await page.evaluate(
    'globalThis.__frames = 0; (function count() { __frames++; requestAnimationFrame(count) })()',
  )
  await page.mouse.down()
  const from = performance.now()
  for (let i = 0; i < 60; i++)
    await page.mouse.move(box.x + box.width / 2 + 3 * i, box.y + box.height / 2 + i)
  const seconds = (performance.now() - from) / 1000
  await page.mouse.up()
  const frames = Number(await page.evaluate('__frames'))
  const nodes = await page.locator('.network').getAttribute('aria-label')
  console.log(
    `  ${nodes}: ${Math.round(stood)} ms, then ${Math.round(frames / seconds)} frames a second while moved`,
  )
}

const folder = mkdtempSync(join(tmpdir(), 'whence-many-'))
try {
  const home = await openHome({ folder })
  await restoreSample({ folder }, home, join(ROOT, 'dist/sample-case'))
  const began = performance.now()
  if (DOCUMENTS > 0) await multiply(home.store)
  console.log(`${DOCUMENTS} documents were kept in ${Math.round((performance.now() - began) / 1000)} s`)
  await home.close()
  const workbench = await openWorkbench({ home: folder })
  await measure(workbench, SAMPLE)
  if (DOCUMENTS > 0) {
    await measure(workbench, LARGE)
    await moved(workbench, LARGE)
  }
  await workbench.close()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
