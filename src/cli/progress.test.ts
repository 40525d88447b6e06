import { expect, it } from 'vitest'
import { progressOf } from './progress.js'

const terminal = (isTTY: boolean) => {
  const written: string[] = []
  return { isTTY, written, write: (text: string) => written.push(text) }
}

it('tells how far a long document is read, once a second, and wipes the line at the end', () => {
  const stderr = terminal(true)
  let time = 0
  const tell = progressOf('long.txt', stderr, () => time)!
  tell(10_000, 100_000)
  tell(20_000, 100_000)
  time = 1000
  tell(30_000, 100_000)
  tell(100_000, 100_000)
  expect(stderr.written).toEqual([
    '\r\u001b[Klong.txt: 10,000 of 100,000 words',
    '\r\u001b[Klong.txt: 30,000 of 100,000 words',
    '\r\u001b[K',
  ])
})

it('says nothing of a short document, or where nobody watches', () => {
  const stderr = terminal(true)
  progressOf('short.txt', stderr)!(100, 200)
  expect(stderr.written).toEqual([])
  expect(progressOf('long.txt', terminal(false))).toBeNull()
})
