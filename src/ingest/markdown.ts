/** Markdown: the canonical text is what a reader of the rendered page sees, without the marks. */
import type { Block } from '../schema/document.js'
import { assemble, setOffDateline, type Piece } from './assemble.js'
import type { Format } from './format.js'
import { headOf } from './head.js'
import { rawBlocks } from './markdown/blocks.js'
import { frontMatterOf } from './markdown/front-matter.js'
import { plainInline } from './markdown/inline.js'
import { merge, NO_METADATA } from './metadata.js'
import { linesOf } from './paragraphs.js'

export const markdown: Format = {
  name: 'markdown',
  mediaType: 'text/markdown',
  extensions: ['md', 'markdown', 'mdown', 'mkd'],
  read(source) {
    const front = frontMatterOf(source)
    const { blocks: raw, definitions } = rawBlocks(source.slice(front?.end ?? 0))
    const pieces = raw.flatMap(({ kind, source: inside, code, row }): Piece[] => {
      const text = code ? inside.replace(/^\n+/, '').trimEnd() : plainInline(inside, definitions)
      return text === '' ? [] : [{ kind, text, ...(row === undefined ? {} : { row }) }]
    })
    const { text, blocks } = assemble(pieces)
    const head = headOf(text, linesOf(text.slice(0, HEAD)))
    const set = setOffDateline(text, withHead(blocks, head.blocks))
    const metadata = merge(front?.metadata ?? NO_METADATA, head.metadata, { ...NO_METADATA, ...set.told })
    return { text, blocks: set.blocks, metadata, language: front?.language ?? null, problems: [] }
  },
}

const HEAD = 5000

/** `blocks` with those at the beginning that the head covers put as the head has them. */
function withHead(blocks: readonly Block[], head: readonly Block[]): Block[] {
  const end = head.at(-1)?.end ?? 0
  const rest = blocks.filter((block) => block.start >= end)
  return blocks.some((block) => block.start < end && block.end > end) ? [...blocks] : [...head, ...rest]
}
