/** What axe finds against WCAG 2.2 AA on the page as it stands. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Contrast is a matter of colours and the slowest to check; all the rest, of layout. */
export type Part = 'all' | 'contrast' | 'layout'
const OPTIONS: Readonly<Record<Part, object>> = {
  all: { runOnly: RULES },
  contrast: { runOnly: { type: 'rule', values: ['color-contrast'] } },
  layout: { runOnly: RULES, rules: { 'color-contrast': { enabled: false } } },
}

/** Each violation with the place it stands at. @throws where nothing was checked. */
export async function violations(page: Page, part: Part = 'all'): Promise<string[]> {
  // Evaluated rather than added as a script, which the page's policy refuses.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe)
  const results = await page.evaluate(
    (options) =>
      (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        ...options,
        resultTypes: ['violations'],
      }),
    OPTIONS[part],
  )
  if (results.passes.length < (part === 'contrast' ? 1 : 10)) throw new Error('axe checked hardly anything')
  return results.violations.flatMap(({ id, nodes }) => nodes.map((n) => `${id}: ${n.html.slice(0, 160)}`))
}
