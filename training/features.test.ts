import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('..', import.meta.url))
const run = (...lines: object[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'training/features.ts'], {
    cwd: root,
    input: lines.map((line) => JSON.stringify(line) + '\n').join(''),
    encoding: 'utf8',
  })

describe('training/features.ts', () => {
  it('answers each line with the inputs of the encoder', () => {
    const { stdout } = run({ id: 'a', text: '“No,” he said.\n\nIt sank' }, { id: 'b', text: '' })
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      {
        id: 'a',
        words: [
          [0, 1],
          [1, 3],
          [3, 4],
          [4, 5],
          [6, 8],
          [9, 13],
          [13, 14],
          [16, 18],
          [19, 23],
        ],
        sentences: [
          [0, 7],
          [7, 9],
        ],
        pieces: [[1523], [2053], [1010], [1524], [2002], [2056], [1012], [2009], [7569]],
        shape: [5, 1, 5, 5, 0, 0, 5, 1, 0],
        quote: [2, 1, 1, 2, 0, 0, 0, 0, 0],
        sentStart: [1, 0, 0, 0, 0, 0, 0, 1, 0],
        blockStart: [1, 0, 0, 0, 0, 0, 0, 1, 0],
      },
      { id: 'b', words: [], sentences: [], pieces: [], shape: [], quote: [], sentStart: [], blockStart: [] },
    ])
  })

  it('keeps given words and sentences', () => {
    const { stdout } = run({
      id: 1,
      text: 'A b. C',
      words: [
        [0, 1],
        [2, 4],
        [5, 6],
      ],
      sentences: [[0, 3]],
    })
    expect(JSON.parse(stdout)).toMatchObject({
      words: [
        [0, 1],
        [2, 4],
        [5, 6],
      ],
      sentences: [[0, 3]],
      sentStart: [1, 0, 0],
    })
  })

  it('cuts given words into sentences where none are given', () => {
    const { stdout } = run({
      id: 1,
      text: 'A b. C',
      words: [
        [0, 1],
        [2, 3],
        [3, 4],
        [5, 6],
      ],
    })
    expect(JSON.parse(stdout)).toMatchObject({
      sentences: [
        [0, 3],
        [3, 4],
      ],
    })
  })

  it('refuses sentences without words, and words outside the text', () => {
    expect(run({ id: 1, text: 'A', sentences: [[0, 1]] }).status).not.toBe(0)
    expect(
      run({
        id: 1,
        text: 'A',
        words: [
          [0, 1],
          [5, 6],
        ],
      }).status,
    ).not.toBe(0)
  })
})
