/** Short articles with invented names, each its own; some lie in a ZIP archive and some in a mailbox. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { zip } from '../builders/zip.js'

const PEOPLE = ['Lena Voss', 'Pavel Orsini', 'Maud Okafor', 'Tomas Breck', 'Ines Calloway']
const PLACES = ['Harrow Bay', 'Skarvoy', 'Port Ellery', 'Dunmore', 'Lowen']

const article = (n: number): string =>
  `${PLACES[n % 5]} closes bridge number ${n}\n\nBy ${PEOPLE[(n + 2) % 5]}\n\n` +
  `${PEOPLE[n % 5]}, the mayor of ${PLACES[n % 5]}, said on 14 March 2024 that bridge ${n} had been closed because ` +
  `the contractor had not been paid ${1000 + n} euros. ${PEOPLE[(n + 1) % 5]} denied that.\n`

/** Writes `count` articles, and ten more within an archive and three within a mailbox. Gives how many documents they make. */
export function writeArticles(folder: string, count: number): number {
  mkdirSync(folder, { recursive: true })
  for (let n = 0; n < count; n++) writeFileSync(join(folder, `${String(n).padStart(4, '0')}.txt`), article(n))
  const members = Array.from({ length: 10 }, (_, i) => ({ name: `in/${i}.txt`, data: article(10_000 + i) }))
  writeFileSync(join(folder, 'leak.zip'), zip(members))
  const mails = Array.from(
    { length: 3 },
    (_, i) =>
      `From lena@harrow.example Thu Mar 14 10:00:0${i} 2024\nFrom: Lena Voss <lena@harrow.example>\n` +
      `To: desk@ledger.example\nDate: Thu, 14 Mar 2024 10:00:0${i} +0000\nSubject: Bridge ${i}\n\n${article(20_000 + i)}\n`,
  )
  writeFileSync(join(folder, 'box.mbox'), mails.join('\n'))
  return count + 10 + 3 + 2
}
