/** ODT and ODP (OpenDocument 1.3): text, notes, comments, tracked changes, headers and footers; slides with their notes. */
import { WhenceError } from '../../schema/errors.js'
import type { Parser } from '../format.js'
import { contentOf, type Draft } from './flow.js'
import { isLocked, metaOf } from './odf/meta.js'
import { odfStory } from './odf/story.js'
import { styles } from './odf/styles.js'
import { handOver, withPackage, type Package } from './package.js'
import { isDeclared } from './zip-kind.js'

const ODF = 'application/vnd.oasis.opendocument.'

export const odt: Parser = parser(
  'odt',
  'text',
  ['odt', 'ott', 'odm'],
  [`${ODF}text`, `${ODF}text-template`, `${ODF}text-master`],
)
export const odp: Parser = parser(
  'odp',
  'presentation',
  ['odp', 'otp', 'odg'],
  [`${ODF}presentation`, `${ODF}presentation-template`, `${ODF}graphics`],
)

function parser(
  name: string,
  body: 'text' | 'presentation',
  extensions: readonly string[],
  types: readonly string[],
): Parser {
  return {
    name,
    mediaType: types[0]!,
    extensions,
    knows: (head, file) => isDeclared(head, file, types, extensions),
    parse: (source, out) =>
      withPackage(source, async (parts) => {
        if (await isLocked(parts)) throw new WhenceError('file-encrypted', source.file)
        const drafts = await textOf(parts, body)
        await handOver(parts, (inside) => /^(?:Pictures|media)\/|^Object \d+$/.test(inside), out)
        const told = await metaOf(parts)
        return contentOf({ drafts, told, language: told.language ?? null, problems: parts.problems })
      }),
  }
}

async function textOf(parts: Package, body: 'text' | 'presentation'): Promise<Draft[]> {
  const known = styles()
  const edges = odfStory({
    styles: known,
    place: () => ({ kind: 'field', path: 'styles.xml' }),
    roots: new Set([
      'style:header',
      'style:footer',
      'style:header-left',
      'style:footer-left',
      'style:header-first',
      'style:footer-first',
    ]),
    kind: 'caption',
  })
  await parts.read('styles.xml', edges.handlers)
  const story = odfStory({
    styles: known,
    place: (paragraph, slide) =>
      body === 'text' ? { kind: 'paragraph', paragraph } : { kind: 'slide', slide: Math.max(1, slide) },
    roots: new Set(['office:text', 'office:presentation', 'office:drawing']),
    kind: 'paragraph',
  })
  if (!(await parts.read('content.xml', story.handlers))) throw new WhenceError('part-missing', 'content.xml')
  const seen = new Set<string>()
  const once = edges.drafts.filter(({ text }) => !seen.has(text) && seen.add(text))
  return [...story.drafts, ...once]
}
