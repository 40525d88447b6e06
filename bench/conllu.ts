/** Gold trees of a CoNLL-U file as layers of reading, for development and for measuring what stands on the parse. */
import type { Encoded, Layers, Sentence, Syntax, Word } from '../src/read/layers.js'

export interface GoldDocument {
  readonly text: string
  readonly layers: Pick<Layers, 'words' | 'sentences' | 'encoded'>
}

/** One document over all sentences of the file; text is joined from the forms as SpaceAfter says. */
export function readConllu(source: string): GoldDocument {
  const words: Word[] = []
  const syntax: Syntax[] = []
  const sentences: Sentence[] = []
  let text = ''
  for (const block of source.split(/\r?\n\r?\n/)) {
    const rows = block
      .split(/\r?\n/)
      .filter((line) => /^\d+\t/.test(line))
      .map((line) => line.split('\t'))
    if (rows.length === 0) continue
    const glued = gluedAfter(block)
    const first = words.length
    const start = text.length
    let end = start
    rows.forEach((row, k) => {
      const [, form = '_', lemma = '_', upos = 'X', , , head = '0', deprel = 'dep', , misc = ''] = row
      words.push({
        start: text.length,
        end: text.length + form.length,
        text: form,
        sentence: sentences.length,
      })
      syntax.push({ upos, lemma, head: head === '0' ? -1 : first + Number(head) - 1, deprel })
      text += form
      end = text.length
      if (!misc.includes('SpaceAfter=No') && !glued.has(k + 1)) text += ' '
    })
    if (end === text.length) text += ' '
    sentences.push({ start, end, first, last: words.length })
  }
  return { text, layers: { words, sentences, encoded: encodedOf(syntax) } }
}

/** Words inside a multiword token ("I'm") stand without a space, the last of them as the token says. */
function gluedAfter(block: string): Set<number> {
  const glued = new Set<number>()
  for (const line of block.split(/\r?\n/)) {
    const range = /^(\d+)-(\d+)\t/.exec(line)
    if (!range) continue
    for (let i = Number(range[1]); i < Number(range[2]); i++) glued.add(i)
    if (line.includes('SpaceAfter=No')) glued.add(Number(range[2]))
  }
  return glued
}

const encodedOf = (syntax: readonly Syntax[]): Encoded => ({
  syntax,
  names: [],
  mentionType: syntax.map(() => null),
  attributions: [],
  corefLinks: [],
  relations: [],
  factuality: [],
})
