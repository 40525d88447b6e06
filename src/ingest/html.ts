/** HTML pages: the canonical text is the article's, without what surrounds it. */
import { problem } from '../schema/errors.js'
import { assemble, setOffDateline } from './assemble.js'
import type { Format } from './format.js'
import { articleOf } from './html/article.js'
import { isProse } from './html/measures.js'
import { metadataOf } from './html/metadata.js'
import { readPage, type Page } from './html/page.js'
import { merge, NO_METADATA } from './metadata.js'

export const html: Format = {
  name: 'html',
  mediaType: 'text/html',
  extensions: ['html', 'htm', 'xhtml', 'shtml'],
  read(source) {
    const page = readPage(source)
    const { drafts, found } = articleOf(page)
    const { text, blocks } = assemble(drafts)
    const set = setOffDateline(text, blocks)
    return {
      text,
      blocks: set.blocks,
      metadata: merge(metadataOf(page, (drafts.find(isProse) ?? drafts[0])?.node ?? 0), {
        ...NO_METADATA,
        ...set.told,
      }),
      language: languageOf(page),
      problems: found ? [] : [problem('article-unclear', null)],
    }
  },
}

function languageOf(page: Page): string | null {
  const tag = page.nodes.find((node) => node.tag === 'html' || node.tag === 'body')?.attributes.get('lang')
  return tag || null
}
