/** Plain text: the canonical text is the text itself; only what stands above its first paragraph is told apart. */
import type { Format } from './format.js'
import { setOffDateline } from './assemble.js'
import { headOf, type Head } from './head.js'
import { paperFoot } from './letterhead.js'
import { merge, NO_METADATA, type Metadata } from './metadata.js'
import { linesOf, paragraphsOf, type Line } from './paragraphs.js'

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
      metadata: merge(head.metadata, { ...NO_METADATA, ...told }, signed(source, lines, head)),
      language: null,
      problems: [],
    }
  },
}

const FOOT = 16

/** What the foot of a letter, contract or certificate tells; an article has none. */
function signed(source: string, lines: readonly Line[], { isPaper, metadata }: Head): Metadata {
  const last = lines.slice(-FOOT).map((line) => source.slice(line.first, line.end))
  const { published, writer } = paperFoot(last)
  if (!isPaper) return NO_METADATA
  return {
    ...NO_METADATA,
    byline: writer !== null && metadata.byline.length === 0 ? [writer] : [],
    published,
  }
}
