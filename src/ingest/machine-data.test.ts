import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ingest } from './ingest.js'
import { isMachineData, readableBlocks } from './machine-data.js'

/** The same numbers on every run. */
function random(): (below: number) => number {
  let state = 7
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
const below = random()
const times = (n: number, one: () => string, gap = ''): string => Array.from({ length: n }, one).join(gap)
const from = (letters: string) => (): string => letters[below(letters.length)]!
const hex = (n: number): string => times(n, from('0123456789abcdef'))
const BASE64 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
const PROSE =
  'The harbour master, Ines Calloway, told the inquiry that the crane had been "checked twice" (once in May). '

describe('data that programs write for each other', () => {
  it.each([
    ['base64', times(1000, from(BASE64))],
    ['a dump of state', times(30, () => `"${hex(6)}":{"${hex(4)}":"${hex(32)}","n":${below(1e9)}}`, ',')],
    ['the same with line ends', times(30, () => `  "${hex(6)}": "${hex(20)}",\n  "${hex(6)}": ${below(1e9)},`, '\n')],
    ['coordinates', times(50, () => `[${below(1e6) / 1e4}, ${below(1e6) / 1e4}]`, ', ')],
    ['bare numbers', times(150, () => String(below(1e7) / 100), ' ')],
    ['any keys of a keyboard', times(1000, from(`abcdefghijklmnopqrstuvwxyz0123456789{}[]":,.;<>/\\|=+-_()*&^%$#@!~ `))],
  ])('%s is known', (_, characters) => expect(isMachineData(characters)).toBe(true)) // prettier-ignore

  it.each([
    ['prose', PROSE.repeat(10)],
    ['prose in JSON without spaces', times(10, () => JSON.stringify({ id: hex(8), at: 1_614_000_000, note: PROSE }), ',')],
    ['people as records', times(20, () => `{"name":"Ada Brock","born":"1971-02-01","city":"Port Ellery","iban":"DE${below(1e9)}"}`, ',')],
    ['a table of figures with words', times(30, () => `Repairs to quay ${below(9)}  12,300  11,200  -4.5`, '\n')],
    ['links', times(20, () => `https://www.ledger.example/2021/03/14/the-bridge-of-harrow-bay-is-closed-${below(1e6)}`, '\n')],
    ['a script without spaces', '码头主管告诉调查委员会起重机检查过两次'.repeat(40)],
    ['a script without cases', 'قال مدير الميناء إن الرافعة فُحصت مرتين '.repeat(20)],
    ['formulas between words', times(12, () => `where $x_{${below(9)}} \\leq \\frac{1}{2}$ holds for every span of the bridge`, '; ')],
    ['source code', 'function close(bridge) { return bridge.state === "open" ? null : bridge.owner[0] }\n'.repeat(12)],
    ['nothing', '   '],
  ])('%s is not taken for it', (_, characters) => expect(isMachineData(characters)).toBe(false)) // prettier-ignore

  it('stays in the text, is listed with its place, and the words around it are read', () => {
    const dump = times(60, () => `"${hex(6)}":{"${hex(4)}":"${hex(32)}"}`, ', ')
    const text = `${PROSE.repeat(10)}\n\n${dump}\n\n${PROSE.repeat(10)}`
    const { info, blocks, problems } = ingest(Buffer.from(text), 'state.json')
    expect(info.text).toBe(text)
    const [at] = problems.filter(({ code }) => code === 'machine-data').map((p) => p.at!)
    expect(dump).toContain(text.slice(at!.start + 1000, at!.end - 1000))
    const read = blocks.map(({ start, end }) => text.slice(start, end)).join('\n\n')
    expect(read.split('Ines Calloway').length - 1).toBe(20)
    expect(read.length).toBeLessThan(text.length - dump.length + 2000)
  })

  it('that fills a file leaves nothing to read, and no word of it is said to be missing', () => {
    const { info, blocks, problems } = ingest(
      Buffer.from(`{"d":"${times(100_000, from(BASE64))}"}`),
      'a.json',
    )
    expect([info.text.length, blocks, problems.map(({ code }) => code)]).toEqual([
      100_008,
      [],
      ['machine-data'],
    ])
  })

  it('taken away or not, blocks are those there were, in parts that lie in them, with every word of prose', () => {
    const piece = fc.oneof(
      fc.constant(`${PROSE.repeat(3)}\n`),
      fc.constant(`${times(40, () => `[${hex(9)},"${hex(9)}"]`)}\n`),
      fc.constant('Short.\n'),
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, cells) => {
        const text = pieces.join('')
        let at = 0
        const blocks = pieces.map((one, i) => {
          const block = { start: at, end: at + one.length - 1, kind: cells && i % 3 === 0 ? ('cell' as const) : ('paragraph' as const) } // prettier-ignore
          at += one.length
          return block
        })
        const { blocks: kept, problems } = readableBlocks(text, blocks)
        for (const { start, end } of kept)
          expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true)
        expect(kept.filter((b) => b.kind === 'cell')).toEqual(blocks.filter((b) => b.kind === 'cell'))
        const gone = problems.reduce((sum, { at: place }) => sum + (place ? place.end - place.start : 0), 0)
        expect(kept.reduce((sum, b) => sum + b.end - b.start, 0) + gone).toBeGreaterThanOrEqual(
          blocks.reduce((sum, b) => sum + b.end - b.start, 0) - 12,
        )
        if (pieces.every((one) => !one.startsWith('['))) expect(kept).toEqual(blocks)
      }),
    )
  })

  it('of megabytes is told in linear time', () => {
    const text = `${'a'.repeat(300_000)} ${'[1] '.repeat(300_000)}${'x_'.repeat(300_000)}${'\u0627'.repeat(300_000)}`
    const before = process.cpuUsage()
    readableBlocks(text, [{ start: 0, end: text.length, kind: 'paragraph' }])
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2)
  })
})
