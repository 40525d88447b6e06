import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openRelate, type Related, type Said } from './relate.js'

const network = openRelate(fileURLToPath(new URL('../../model/pairs/', import.meta.url)))
const said = (text: string): Said => ({ text, who: '', when: '' })
const relate = async (a: string, b: string): Promise<Related> =>
  (await network.relate([[said(a), said(b)]]))[0]!
const likeliest = ({ kinds }: Related): string => Object.entries(kinds).sort((x, y) => y[1] - x[1])[0]![0]

describe('two sentences', () => {
  beforeAll(() => relate('warm', 'up'), 60_000)
  afterAll(() => network.close())

  it.each([
    ['The board never approved any loan to the mill.', 'The full board approved the loan to the mill after a long discussion.'], // prettier-ignore
    ['We felled 412 oaks, and not one more.', 'Inspectors counted 1,140 stumps of felled oaks.'],
    ['No line was passed to the boat at any time.', 'They threw us a line and towed us out to sea.'],
  ])('cannot both hold: %s / %s', async (a, b) => {
    expect((await relate(a, b)).differ).toBeGreaterThan(0.6)
  })

  it.each([
    ['The board approved the loan in March.', 'The mayor opened the new school in the lower village.'],
    ['The roof was repaired in 2011.', 'The pupils were sent home at noon.'],
  ])('have nothing to do with each other: %s / %s', async (a, b) => {
    const { same, differ } = await relate(a, b)
    expect(same + differ).toBeLessThan(0.5)
  })

  it('say the same or not whichever comes first', async () => {
    const [a, b] = ['He left Kumasi on 9 February.', 'He left Kumasi on 16 February.']
    expect(await relate(a, b)).toEqual(await relate(b, a))
  })

  it('differ on a number where the figures do', async () => {
    expect(likeliest(await relate('The union has 2,600 members.', 'On 31 January the union had 3,884 members.'))).toBe('number') // prettier-ignore
  })

  it('are answered in order, alone or in a batch', async () => {
    const texts = [
      'A dam burst.',
      'No dam ever burst here.',
      'The siren was silent all night, as everybody says.',
    ]
    const pairs = texts.flatMap((a) => texts.map((b) => [said(a), said(b)] as const))
    const together = await network.relate(pairs)
    for (const [i, [a, b]] of pairs.entries()) expect(await relate(a.text, b.text)).toEqual(together[i])
  })

  it('may be empty, or very long', async () => {
    const { same, differ } = await relate('', 'word '.repeat(50_000))
    expect(same + differ).toBeLessThanOrEqual(1)
  })

  it('are asked of nothing where the network is missing', async () => {
    await expect(openRelate('/nowhere/').relate([[said('a'), said('b')]])).rejects.toMatchObject({
      code: 'model-missing',
    })
  })
})
