import { describe, expect, it } from 'vitest'
import { ingest } from '../ingest/ingest.js'
import type { Document } from '../schema/document.js'
import { passagesOf } from './passages.js'

const ENGLISH =
  'The mayor of Harrow Bay said on Tuesday that the bridge had been closed because nobody had paid the company that was to repair it, and that it would stay closed.'
const FRENCH =
  'Le maire de Harrow Bay a déclaré mardi que le pont avait été fermé parce que personne n’avait payé l’entreprise qui devait le réparer, et qu’il resterait fermé tout l’hiver.'

const documentOf = (...paragraphs: string[]): Document =>
  ingest(Buffer.from(paragraphs.join('\n\n')), 'a.txt')
const wordsOf = ({ info, blocks }: Document): string[] =>
  blocks.map((b) => info.text.slice(b.start, b.start + 9))

describe('passages by language', () => {
  it('are the document itself where it has one language', () => {
    for (const document of [documentOf(ENGLISH, ENGLISH), documentOf(FRENCH), documentOf('Short.')])
      expect(passagesOf(document)).toEqual([document])
  })

  it('part what is read to claims from what is not, with all offsets as they were', () => {
    const document = documentOf(ENGLISH, FRENCH, ENGLISH, 'So it was.')
    const [read, other] = passagesOf(document)
    expect([read!.info.language, wordsOf(read!)]).toEqual(['en', ['The mayor', 'The mayor', 'So it was']])
    expect([other!.info.language, wordsOf(other!)]).toEqual(['fr', ['Le maire ']])
    expect(read!.info.text).toBe(document.info.text)
  })
})
