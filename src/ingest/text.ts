/** Plain text: the canonical text is the text itself; only what stands above its first paragraph is told apart. */
import type { Format } from './format.js'
import { setOffDateline } from './assemble.js'
import { headOf } from './head.js'
import { merge, NO_METADATA } from './metadata.js'
import { linesOf, paragraphsOf } from './paragraphs.js'

export const text: Format = {
  name: 'text',
  mediaType: 'text/plain',
  extensions: ['txt', 'text', 'log'],
  read(source) {
    const lines = linesOf(source)
    const head = headOf(source, lines)
    const body = paragraphsOf(source, lines.slice(head.lines))
    const { blocks, told } = setOffDateline(source, [...head.blocks, ...body])
    return {
      text: source,
      blocks,
      metadata: merge(head.metadata, { ...NO_METADATA, ...told }),
      language: null,
      problems: [],
    }
  },
}
