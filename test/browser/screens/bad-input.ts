import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Page as Listed } from '../../../src/api/client.js'
import type { DocumentRecord } from '../../../src/schema/case.js'
import { READING, SLOW, type On } from './on.js'

const CASES = join(import.meta.dirname, '../../../cases')
const LONG = `Ada ${'Quillfeather'.repeat(41)}`.slice(0, 500)
const ARABIC = 'قال أحمد الصباح إن الميناء أُغلق يوم الاثنين. ونفى المدير ذلك.'

export const badInput = (on: On): unknown =>
  describe('documents that come in', () => {
    const find = async (file: string): Promise<DocumentRecord | undefined> =>
      (await on().ask<Listed<DocumentRecord>>(`documents?limit=100&like=${encodeURIComponent(file)}`)).rows[0]
    const settled = (file: string) =>
      expect
        .poll(async () => ['done', 'failed'].includes((await find(file))?.state ?? ''), READING)
        .toBe(true)

    it('are taken from a chooser: what can be read is read, what cannot be is named with its reason', async () => {
      await on().goto('documents')
      const { page } = on()
      await page
        .locator('input[type=file]')
        .first()
        .setInputFiles([
          { name: 'hostile.html', mimeType: 'text/html', buffer: readFileSync(join(CASES, 'html-hostile/source.html')) }, // prettier-ignore
          { name: 'long-name.txt', mimeType: 'text/plain', buffer: Buffer.from(`${LONG} said that the quay was closed.`) }, // prettier-ignore
          { name: 'arabic.txt', mimeType: 'text/plain', buffer: Buffer.from(ARABIC) },
          { name: 'broken.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 nothing follows') }, // prettier-ignore
          { name: 'columns.pdf', mimeType: 'application/pdf', buffer: readFileSync(join(CASES, 'pdf-columns-notes/source.pdf')) }, // prettier-ignore
        ])
      await expect.poll(() => page.locator('.uploads').textContent(), SLOW).toContain('5 documents added')
      for (const file of ['hostile.html', 'long-name.txt', 'arabic.txt', 'broken.pdf', 'columns.pdf'])
        await settled(file)
      await page.getByLabel('Show').selectOption('failed')
      const row = page.locator('tr.failed', { hasText: 'broken.pdf' })
      await row.waitFor()
      expect((await row.locator('td').nth(1).textContent())!.length).toBeGreaterThan('not read'.length + 10)
    })

    it('are taken from a dropped folder with the folders within it', async () => {
      await on().goto('documents')
      const { page } = on()
      // A folder cannot be put into a drop from here, so its entries are stood in for; the walk over them is the page's own.
      await page.evaluate(() => {
        const file = (name: string): FileSystemFileEntry =>
          ({
            isFile: true,
            isDirectory: false,
            name,
            fullPath: `/leak/notes/${name}`,
            file: (done: (file: File) => void) => done(new File([`Note ${name}: it rained.`], name)),
          }) as unknown as FileSystemFileEntry
        const folder = (name: string, batches: FileSystemEntry[][]): FileSystemEntry =>
          ({
            isFile: false,
            isDirectory: true,
            name,
            createReader: () => ({ readEntries: (done: (e: FileSystemEntry[]) => void) => done(batches.shift() ?? []) }), // prettier-ignore
          }) as unknown as FileSystemEntry
        const notes = folder('notes', [[file('one.txt')], [file('two.txt')]])
        const leak = folder('leak', [[notes]])
        const transfer = new DataTransfer()
        transfer.items.add(new File(['x'], 'leak'))
        DataTransferItem.prototype.webkitGetAsEntry = () => leak
        const target = document.querySelector('main .page-head')!
        target.dispatchEvent(new DragEvent('dragover', { bubbles: true, dataTransfer: transfer }))
        target.dispatchEvent(new DragEvent('drop', { bubbles: true, dataTransfer: transfer }))
      })
      await expect.poll(() => page.locator('.uploads').textContent(), SLOW).toContain('2 documents added')
      expect((await find('leak/notes/two.txt'))?.file).toBe('leak/notes/two.txt')
      await settled('leak/notes/two.txt')
    })

    it('stand inert, whatever they would do to a browser', async () => {
      const { id } = (await find('hostile.html'))!
      await on().goto(`documents/${id}`)
      const { page } = on()
      await page.locator('.article').waitFor()
      expect(
        await page
          .locator('.article [data-start] :is(script, img, svg, iframe, object, style, form)')
          .count(),
      ).toBe(0)
      expect(await page.locator('[data-start] :is([onclick], [onerror], [onload], [style])').count()).toBe(0)
      expect(on().strange).toEqual([])
    })

    it('with a name of 500 characters stay within every page that shows it', async () => {
      const { page } = on()
      const { id } = (await find('long-name.txt'))!
      for (const path of [`documents/${id}`, 'claims?like=quay', 'entities?like=quillfeather', 'network']) {
        for (const width of [1360, 390]) {
          await page.setViewportSize({ width, height: 900 })
          await on().goto(path)
          await page.waitForTimeout(200)
          expect([path, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([
            path,
            width,
          ])
        }
      }
      await page.setViewportSize({ width: 1360, height: 900 })
    })

    it('from right to left are set from right to left', async () => {
      const { id } = (await find('arabic.txt'))!
      await on().goto(`documents/${id}`)
      const paragraph = on().page.locator('[data-start]').first()
      expect(await paragraph.textContent()).toContain('الميناء')
      expect(await paragraph.evaluate((e) => e.matches(':dir(rtl)'))).toBe(true)
    })

    it('with pages show them as printed, the claim’s words marked where they stand', async () => {
      const { id } = (await find('columns.pdf'))!
      await on().goto(`documents/${id}`)
      const { page } = on()
      await page.getByRole('button', { name: 'Pages as printed' }).click()
      const image = page.locator('.pages img').first()
      await expect
        .poll(() => image.evaluate((e) => (e as HTMLImageElement).naturalWidth), SLOW)
        .toBeGreaterThan(300)
      await page.locator('.note > button').first().focus()
      const mark = page.locator('.pages rect').first()
      await mark.waitFor({ state: 'attached' })
      const [sheet, box] = await Promise.all(
        [page.locator('.pages .sheet').first(), mark].map((each) =>
          each.evaluate((e) => {
            const { left, right, top, bottom } = e.getBoundingClientRect()
            return { left, right, top, bottom }
          }),
        ),
      )
      expect(box!.left).toBeGreaterThanOrEqual(sheet!.left)
      expect(box!.right).toBeLessThanOrEqual(sheet!.right + 1)
      expect(box!.bottom).toBeGreaterThan(box!.top)
    })

    it('can be taken out, after it is said what would fall', async () => {
      const { id } = (await find('leak/notes/one.txt'))!
      await on().goto(`documents/${id}`)
      const { page } = on()
      await page.getByRole('button', { name: 'Take out of the case' }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText(/would change or fall|Nothing rests/).waitFor()
      await dialog.getByRole('button', { name: 'Take out of the case' }).click()
      await expect.poll(async () => (await find('leak/notes/one.txt'))?.state, SLOW).toBe('removed')
    })
  })
