import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { WhenceError } from '../../src/schema/errors.js'
import type { Claim } from '../../src/schema/reading.js'
import { violations } from './for-everyone.js'
import { openStage, sample, type Stage } from './open.js'

const WIDE = { width: 1360, height: 900 }
const NARROW = { width: 390, height: 844 }
const claimOf = (words: string): Claim => sample.claims.find((claim) => claim.text.includes(words))!

/** A busy machine may take its time. */
const SLOW = { timeout: 30_000 }
/** Lets the reading under way come to its end. */
let finish = (): void => {}

let stage: Stage
let page: Stage['page']
beforeAll(async () => {
  stage = await openStage({
    read: async (bytes, file, progress) => {
      if (file === 'bad.txt') throw new WhenceError('model-missing', 'reader.onnx')
      progress?.(200, 400)
      if (file !== 'dropped.txt') await new Promise<void>((resolve) => (finish = resolve))
      const text = new TextDecoder().decode(bytes)
      const document = { ...sample.document, id: file, file, title: null, text }
      return { ...sample, document, sentences: [], claims: [], findings: [], problems: [] }
    },
  })
  page = stage.page
})
afterAll(() => stage.close())
beforeEach(async () => {
  await page.setViewportSize(WIDE)
  await page.emulateMedia({ colorScheme: 'light' })
  await stage.goto()
})

const note = (words: string) => page.locator(`[data-claim="${claimOf(words).id}"]`)
const noteButton = (words: string) => note(words).locator('> button')
const lit = async (): Promise<string> => (await page.locator('.evidence').allTextContents()).join('')

describe('the sample', () => {
  it('stands first, character for character, with every claim beside it', async () => {
    const blocks = await page
      .locator('[data-start]')
      .evaluateAll((all) =>
        all.map((e) => [Number((e as HTMLElement).dataset['start']), e.textContent] as const),
      )
    for (const [start, text] of blocks)
      expect(text).toBe(sample.document.text.slice(start, start + text.length))
    expect(
      blocks
        .map(([, text]) => text)
        .join('')
        .replace(/\s/g, ''),
    ).toBe(sample.document.text.replace(/\s/g, ''))
    expect(await page.locator('.note').count()).toBe(sample.claims.length)
    expect(await page.title()).toContain(sample.document.title)
  })

  it('puts notes in the margin by their lines without overlap', async () => {
    const notes = await page.locator('.note > button').evaluateAll((all) =>
      all.map((e) => {
        const { top, bottom, left } = e.getBoundingClientRect()
        const paragraph = e.closest('.block')!.firstElementChild!.getBoundingClientRect()
        return { top, bottom, left, from: paragraph.top, to: paragraph.bottom, edge: paragraph.right }
      }),
    )
    notes.slice(1).forEach((each, i) => expect(each.top).toBeGreaterThanOrEqual(notes[i]!.bottom))
    for (const { left, edge, top, bottom, from, to } of notes) {
      expect(left).toBeGreaterThan(edge)
      expect(bottom).toBeGreaterThan(from - 30)
      expect(top).toBeLessThan(to + 30)
    }
  })

  it('asks no other host for anything, and breaks no rule of its own policy', () => {
    expect(stage.strange).toEqual([])
  })
})

describe('a claim', () => {
  it('lights its evidence and shows its chain while pointed at', async () => {
    await noteButton('the money went to').hover()
    expect(await lit()).toBe('the money went to Calder Medical')
    expect(await page.locator('.chain .name').allTextContents()).toEqual([
      'The Harrow Bay Courier',
      'the agency',
      'Orsini',
      'the report',
    ])
    expect(await page.locator('.detail blockquote').textContent()).toBe('the money went to Calder Medical')
    await page.locator('h1').hover()
    expect(await lit()).not.toContain('Calder')
  })

  it('counts the nurses', async () => {
    await noteButton('no new machine').hover()
    expect(await page.locator('.count').textContent()).toContain('9 of 10')
  })

  it('shows a denial in the chain and in the text', async () => {
    await noteButton('he knew of the purchase').hover()
    expect(await page.locator('.arrow.denied').textContent()).toContain('denied')
    expect(await page.locator('.article .denial').first().textContent()).toBe('denies')
  })

  it('reads as an ordered list to those who hear it', async () => {
    await noteButton('the money went to').focus()
    expect(await note('the money went to').locator('ol').ariaSnapshot()).toContain('listitem')
    expect(await page.locator('.chain li').nth(1).textContent()).toBe(
      'had it from: reported · certainthe agency',
    )
  })

  it('is chosen by a click on its sentence, and the next one by another', async () => {
    const sentence = page.locator('.telling', { hasText: 'I never signed that contract' })
    const chosen = [claimOf('I never signed').id, claimOf('I never met').id]
    for (const id of [...chosen, chosen[0]!]) {
      await sentence.click()
      expect(new URL(page.url()).hash).toBe(`#claim=${id}`)
    }
  })

  it('has an address', async () => {
    await stage.goto(`#claim=${claimOf('nobody had been').id}`)
    expect(await lit()).toBe('nobody had been arrested')
    await noteButton('nobody had been').waitFor()
    expect(await noteButton('nobody had been').getAttribute('aria-current')).toBe('true')
  })
})

describe('the keyboard', () => {
  const focused = (): Promise<string | null> =>
    page.evaluate(() => document.activeElement?.closest<HTMLElement>('.note')?.dataset['claim'] ?? null)

  it('steps with j and k, opens with Enter, leaves with Escape', async () => {
    const [first, second] = sample.claims
    // A key pressed before the page listens is lost, to a person as well.
    await expect
      .poll(async () => {
        await page.keyboard.press('j')
        const taken = page.waitForFunction(() => document.activeElement?.closest('.note'), null, {
          timeout: 5000,
        })
        await taken.catch(() => null)
        return focused()
      }, SLOW)
      .toBe(first!.id)
    await page.keyboard.press('j')
    await expect.poll(focused, SLOW).toBe(second!.id)
    await page.keyboard.press('k')
    await expect.poll(focused, SLOW).toBe(first!.id)
    expect(await lit()).toBe(first!.text)
    await page.keyboard.press('Enter')
    expect(await page.locator('.fields').textContent()).toContain('May 2021')
    await page.keyboard.press('Escape')
    expect(await page.locator('.fields').count()).toBe(0)
    await page.keyboard.press('Escape')
    expect(await page.locator('.detail').count()).toBe(0)
  })

  it('lists its keys at ?, and lets them be switched off', async () => {
    await page.keyboard.press('?')
    const dialog = page.getByRole('dialog')
    expect(await dialog.textContent()).toContain('next claim')
    await dialog.getByRole('checkbox').uncheck()
    await page.keyboard.press('Escape')
    await expect.poll(() => dialog.count(), SLOW).toBe(0)
    await page.keyboard.press('j')
    expect(new URL(page.url()).hash).toBe('')
    await page.evaluate(() => localStorage.clear())
  })
})

describe('the filter', () => {
  it('shows the claims of one source', async () => {
    await page.getByLabel('Who says it').selectOption({ value: 'voss' })
    expect(await page.locator('.note').count()).toBe(2)
    expect(await page.locator('.about').textContent()).toContain('2 of 28 claims')
    await page.reload()
    await expect.poll(() => page.locator('.note').count(), SLOW).toBe(2)
  })
})

describe('another text', () => {
  const paste = async (text: string): Promise<void> => {
    await page.getByRole('button', { name: 'Read another text' }).click()
    await page.getByLabel('Text', { exact: true }).fill(text)
    await page.getByRole('button', { name: 'Read this text' }).click()
  }

  it('is read from the paste box, with a bar that says how far it is', async () => {
    await paste('A clerk said it rained.')
    const bar = page.getByRole('progressbar')
    await expect.poll(() => bar.getAttribute('value'), SLOW).toBe('200')
    expect(await page.locator('main').textContent()).toContain('200 of 400 words')
    finish()
    await expect
      .poll(() => page.locator('[data-start]').allTextContents(), SLOW)
      .toEqual(['A clerk said it rained.'])
    expect(await page.locator('main').textContent()).toContain('No claim was found')
  })

  it('can be given up', async () => {
    await paste('A clerk said it rained.')
    await page.getByRole('button', { name: 'Cancel' }).click()
    await expect.poll(() => page.locator('.note').count(), SLOW).toBe(sample.claims.length)
  })

  it('is read from a file, and says what went wrong with it', async () => {
    await page.getByRole('button', { name: 'Read another text' }).click()
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'bad.txt', mimeType: 'text/plain', buffer: Buffer.from('x') })
    const alert = page.getByRole('alert')
    await expect.poll(() => alert.textContent(), SLOW).toContain('install the package again')
    await alert.getByRole('button', { name: 'Try again' }).waitFor()
  })

  it('is read when it is dropped on the page', async () => {
    const files = await page.evaluateHandle(() => {
      const transfer = new DataTransfer()
      transfer.items.add(new File(['Dropped words.'], 'dropped.txt', { type: 'text/plain' }))
      return transfer
    })
    await page.dispatchEvent('body', 'dragover', { dataTransfer: files })
    expect(await page.locator('.drop').textContent()).toContain('Drop the file')
    await page.dispatchEvent('body', 'drop', { dataTransfer: files })
    await expect.poll(() => page.locator('[data-start]').allTextContents(), SLOW).toEqual(['Dropped words.'])
  })
})

describe('for everyone (WCAG 2.2 AA)', () => {
  it.each([
    ['wide, light', WIDE, 'light'],
    ['wide, dark', WIDE, 'dark'],
    ['narrow, light', NARROW, 'light'],
    ['narrow, dark', NARROW, 'dark'],
  ] as const)('%s', async (_, size, colorScheme) => {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme })
    await stage.goto(`#claim=${claimOf('he knew of the purchase').id}`)
    expect(await violations(page)).toEqual([])
  })

  it.each(['Keys', 'Read another text'])('the dialog of “%s”', async (button) => {
    await page.getByRole('button', { name: button }).click()
    await page.getByRole('dialog').waitFor()
    expect(await violations(page)).toEqual([])
  })

  it.each([
    ['a window of 320 pixels', 320],
    ['200 % zoom of 1280', 640],
    ['a laptop', 1280],
  ])('%s needs no sideways scrolling', async (_, width) => {
    await page.setViewportSize({ width, height: 800 })
    await stage.goto(`#claim=${claimOf('no new machine').id}`)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })
})

describe('started without a sample', () => {
  it('offers the ways in', async () => {
    const bare = await openStage({ sample: () => null })
    await bare.goto()
    await bare.page.getByLabel('Text', { exact: true }).waitFor()
    await bare.close()
  })
})
