/** Runs the encoder over words that a data set has already cut, so that its layers can be compared word by word. */
import { coreferenceStep } from '../src/read/coreference/coreference.js'
import { encodeStep, type Encoder } from '../src/read/encode/encode.js'
import type { Encoded, Sentence, Word } from '../src/read/layers.js'
import type { Block, Document } from '../src/schema/document.js'
import type { Mention } from '../src/schema/reading.js'

export interface GoldText {
  readonly id: string
  readonly text: string
  readonly words: readonly Word[]
  readonly sentences: readonly Sentence[]
}

/** Text joined from sentences of tokens, a blank line before the sentences whose numbers `paragraphs` holds. */
export function joined(
  id: string,
  sentences: readonly (readonly { form: string; glued?: boolean }[])[],
  paragraphs: ReadonlySet<number> = new Set(),
): GoldText {
  let text = ''
  const words: Word[] = []
  const ranges: Sentence[] = []
  sentences.forEach((tokens, s) => {
    if (s > 0) text += paragraphs.has(s) ? '\n\n' : ' '
    const [first, start] = [words.length, text.length]
    tokens.forEach(({ form, glued }, k) => {
      if (k > 0 && !glued) text += ' '
      words.push({ start: text.length, end: text.length + form.length, text: form, sentence: s })
      text += form
    })
    ranges.push({ start, end: text.length, first, last: words.length })
  })
  return { id, text, words, sentences: ranges }
}

const NO_SPACE_BEFORE = /^(?:[.,;:!?)\]}%’”]|'s|n't|'re|'ve|'ll|'d|'m|'')$/
const NO_SPACE_AFTER = /^(?:[([{$€£“‘]|``)$/
const SHOWN: Readonly<Record<string, string>> = { '``': '“', "''": '”', '-LRB-': '(', '-RRB-': ')' }

/** Tokens as print would set them. */
export function typeset(tokens: readonly string[]): { form: string; glued: boolean }[] {
  let open = false
  let before = ''
  return tokens.map((token) => {
    const form = SHOWN[token] ?? token
    const closes = form === '"' && open
    const glued = NO_SPACE_BEFORE.test(token) || NO_SPACE_AFTER.test(before) || closes || before === '"open'
    if (form === '"') open = !open
    before = form === '"' ? (open ? '"open' : '"') : token
    return { form, glued }
  })
}

function documentOf({ id, text }: GoldText): Document {
  const blocks: Block[] = []
  for (let at = 0; at <= text.length;) {
    const end = text.indexOf('\n\n', at)
    blocks.push({ kind: 'paragraph', start: at, end: end < 0 ? text.length : end })
    if (end < 0) break
    at = end + 2
  }
  return {
    info: {
      id,
      file: id,
      mediaType: 'text/plain',
      language: 'en',
      title: null,
      publisher: null,
      byline: [],
      published: null,
      text,
    },
    blocks,
    problems: [],
  }
}

export async function encodeGold(
  encoder: Encoder,
  gold: GoldText,
): Promise<{ encoded: Encoded; mentions: readonly Mention[] }> {
  const document = documentOf(gold)
  const { encoded } = (await encodeStep(encoder).run(document, gold)).layers
  const { mentions } = (await coreferenceStep.run(document, { ...gold, encoded })).layers
  return { encoded, mentions }
}
