import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { linesBackwards, linesWith } from './log-lines.js'

const folder = mkdtempSync(join(tmpdir(), 'whence-log-'))
afterAll(() => rmSync(folder, { recursive: true }))

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = []
  for await (const line of lines) found.push(line)
  return found
}
const written = (text: string): string => {
  const path = join(folder, 'log')
  writeFileSync(path, text)
  return path
}

describe('lines of a log', () => {
  const long = (n: number): string => `${n} ${'ö'.repeat(n * 90_000)} end`
  it.each<[string, string, string[]]>([
    ['none', '', []],
    ['one', 'a\n', ['a']],
    ['several', 'a\nb\nc\n', ['a', 'b', 'c']],
    ['half a line at the end', 'a\nb\nha', ['a', 'b']],
    ['nothing but half a line', 'ha', []],
    [
      'lines longer than what is read at once',
      `${long(1)}\n${long(5)}\n${long(2)}\n`,
      [long(1), long(5), long(2)],
    ],
  ])('%s', async (_, text, lines) => {
    const path = written(text)
    expect((await all(linesBackwards(path))).reverse()).toEqual(lines)
    expect(await all(linesWith(path, ''))).toEqual(lines)
    expect(await all(linesWith(path, ' end'))).toEqual(lines.filter((line) => line.includes(' end')))
  })

  it('are none where there is no log', async () => {
    const path = join(folder, 'missing')
    expect([await all(linesBackwards(path)), await all(linesWith(path, 'a'))]).toEqual([[], []])
  })

  it('that hold a word come once, however often they hold it', async () => {
    expect(await all(linesWith(written('ab ab\ncd\nxab\n'), 'ab'))).toEqual(['ab ab', 'xab'])
  })
})
