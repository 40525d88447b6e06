/** Writes the sources of the golden cases of PDF and pictures: `npx tsx test/builders/pdf-cases.ts`. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { madePdf, set, words } from './made-pdf.js'
import { madeScan, scannedPage } from './made-scan.js'

const CASES = join(import.meta.dirname, '../../cases')
const put = (name: string, file: string, bytes: Uint8Array): void => {
  mkdirSync(join(CASES, name), { recursive: true })
  writeFileSync(join(CASES, name, file), bytes)
}

const LEFT = [
  'HALVERSHAM, March 3, 2021 - The harbour',
  'board sold its only dredger to a company',
  'that nobody in town had heard of, two of',
  'its members said on Monday. The chair-',
  'man, Tom Vale, denied that he had signed',
  'the deed. "I was never asked," he said.',
]
const RIGHT = [
  'A copy of the deed bears the stamp of an',
  'office that closed in 1994. The clerk who',
  'kept the stamp told the council that she',
  'had left it in a drawer. According to the',
  'minutes, the price was 75,000 euros, and',
  'the money went to the account of a man',
]
const running = (page: number): string =>
  words(220, 812, 'The Halversham Courier - Harbour papers', 8) + words(292, 28, String(page), 8)

put('pdf-columns-notes', 'source.pdf', madePdf({
  info: '/Title (Microsoft Word - dredger_final2.docx)/Author (tvale)/CreationDate (D:20210305)',
  pages: [
    { ops: running(1) + words(70, 760, 'Dredger of Halversham sold to nobody', 20, 'F2') + words(70, 736, 'By Ada Brock, Meridian Press') + set(70, 700, LEFT) + words(278, 700 - 5 * 13.2 + 4, '1', 6) + set(320, 700, RIGHT) + set(70, 70, ['1 Minutes of the harbour board, volume two, page 14.'], 8) },
    { ops: running(2) + set(70, 740, ['whom the bank would not name. The board will meet again in April, its clerk', 'said, to decide whether the sale stands.']) + ['Vessel', 'Year', 'Price', 'Dredger', '1994', '75,000', 'Tug', '1987', '12,500'].map((cell, i) => words(70 + (i % 3) * 150, 660 - Math.floor(i / 3) * 14, cell)).join(''), annotations: ["<</Type/Annot/Subtype/Text/Rect[300 690 320 710]/Contents(Which bank?)/T(Lena Orr)/M(D:20210306091500Z)>>"] },
    { ops: running(3) + set(70, 740, ['Nothing else was sold that year, the minutes say.']) },
  ],
})) // prettier-ignore

put('pdf-hidden', 'source.pdf', madePdf({
  pages: [
    { ops: set(70, 740, ['Statement of the harbour board on the sale of the dredger']) + words(70, 700, 'The money was paid to Ida Moss on 4 March.') + '0 g 174.5 695 44 14 re f\n' + `1 g ${words(70, 660, 'Draft: do not send to the council before the vote.')}0 g\n` + set(70, 620, ['The board regrets that it cannot say more at this time.']) },
  ],
})) // prettier-ignore

const notice = await madeScan({
  size: [595, 260],
  ops: words(70, 220, 'Notice of the harbour board', 20, 'F2') + set(70, 180, ['The dredger was sold on 4 March 2021 to a company', 'that the council does not know, the chairman said.'], 13),
}, 130) // prettier-ignore
put('image-notice', 'source.png', notice.png)
const letter = await madeScan({
  ops: set(70, 770, ['Halversham, 9 March 2021'], 13) + set(70, 720, ['Dear Mr Vale,'], 13) + set(70, 690, ['I have never signed a deed for the dredger, and the', 'stamp on it is not mine. I told the clerk so in May.'], 13) + set(70, 640, ['Ida Moss'], 13),
}, 130, 60_000) // prettier-ignore
put('scan-letter', 'source.pdf', madePdf({ pages: [scannedPage(letter)] }))
