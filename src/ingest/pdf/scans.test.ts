import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { madePdf, set, words } from '../../../test/builders/made-pdf.js'
import { madeScan, scannedPage, type Scan } from '../../../test/builders/made-scan.js'
import { parsed } from '../../../test/builders/source.js'
import { pdf } from '../pdf.js'
import { renderPage } from './render-page.js'

const LINES = ['The harbour board met on Monday and heard', 'that the dredger had been sold to nobody.']
const read = async (over: string, scan: Scan) =>
  (await parsed(pdf, madePdf({ pages: [scannedPage(scan, over)] }), 'scan.pdf')).content!

describe('scanned PDF', () => {
  let scan: Scan
  beforeAll(async () => {
    scan = await madeScan({ ops: set(70, 700, LINES, 14) }, 110, 6000)
  })

  it('recognises a page that is only a picture, and places each word in points', async () => {
    const { text, parts, problems } = await read('', scan)
    expect(text).toBe(LINES.join(' '))
    expect(problems).toEqual([])
    const first = parts![0]!
    expect(first).toMatchObject({ mark: 'scanned', start: 0, end: 3 })
    const [left, top] = first.place.kind === 'page' ? first.place.box! : [0, 0]
    expect(Math.abs(left - 70)).toBeLessThan(3)
    expect(Math.abs(top - (842 - 700 - 10))).toBeLessThan(4)
  })

  it('takes a layer of text under the picture as it is, and says that it may differ', async () => {
    const { text, parts, problems } = await read(`3 Tr ${set(70, 700, LINES, 14)}`, scan)
    expect(text).toBe(LINES.join(' '))
    expect(parts!.every(({ mark, confidence }) => mark === 'scanned' && confidence === undefined)).toBe(true)
    expect(problems.map(({ code }) => code)).toEqual(['pdf-text-layer'])
  })

  it('recognises a page whose layer of text is rubbish', async () => {
    const { text } = await read(
      `3 Tr ${words(70, 700, '#~ |% ;;_ {} =^ ~~ #% |; _{ }} ^^ ~# %% ;_ |{ }=')}`,
      scan,
    )
    expect(text).toBe(LINES.join(' '))
  })

  it('draws a page for the reader, never larger than is safe', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'whence-draw-'))
    try {
      const path = join(folder, 'x.pdf')
      writeFileSync(path, madePdf({ pages: [{ ops: words(70, 700, 'The deed') }] }))
      const { png, width, height, scale } = await renderPage(path, 1, 1.5)
      expect([width, height, scale]).toEqual([595, 842, 1.5])
      expect(Buffer.from(png).toString('latin1', 1, 4)).toBe('PNG')
      expect(Buffer.from(png).readUInt32BE(16)).toBe(893)
      await expect(renderPage(path, 2, 1)).rejects.toThrow('there is no page 2')
      writeFileSync(path, madePdf({ pages: [{ ops: words(70, 700, 'The deed'), size: [1e9, 10] }] }))
      expect(Buffer.from((await renderPage(path, 1, 100)).png).readUInt32BE(16)).toBeLessThanOrEqual(12_001)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})
