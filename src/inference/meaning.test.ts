import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { cosine, openMeaning } from './meaning.js'

const meaning = openMeaning(fileURLToPath(new URL('../../model/meaning/', import.meta.url)))
const near = async (a: string, b: string): Promise<number> => {
  const [x, y] = await meaning.embed([a, b])
  return cosine(x!, y!)
}

describe('sentences by meaning', () => {
  beforeAll(() => meaning.embed(['warm']), 60_000)
  afterAll(() => meaning.close())

  it('gives vectors of length 1, in order, alone or in a batch', async () => {
    const texts = [
      'The permit was forged.',
      'A',
      'The clerk of the harbour forged the permit for the dredging.',
    ]
    const together = await meaning.embed(texts)
    for (const [i, text] of texts.entries()) {
      const [alone] = await meaning.embed([text])
      expect(cosine(alone!, alone!)).toBeCloseTo(1, 4)
      expect(cosine(alone!, together[i]!)).toBeGreaterThan(0.98)
    }
  })

  it('puts a paraphrase nearer than another matter', async () => {
    const said = 'Voss quit her post at the port.'
    expect(await near(said, 'Voss stepped down from her job at the harbour.')).toBeGreaterThan(
      (await near(said, 'Voss bought a house in the hills.')) + 0.2,
    )
  })

  it('takes an empty text and a very long one', async () => {
    expect(await near('', 'word '.repeat(100_000))).toBeLessThan(1)
  })

  it('says where it is not', async () => {
    await expect(openMeaning('/nowhere').embed(['x'])).rejects.toMatchObject({ code: 'model-missing' })
  })
})
