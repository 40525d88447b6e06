/** EPUB 2 and 3: chapters in the order of the spine, then documents that the spine leaves out. */
import type { BlockKind } from '../../schema/document.js'
import { problem, problemOf, WhenceError } from '../../schema/errors.js'
import { decode } from '../charset.js'
import type { Parser } from '../format.js'
import { draftsOf } from '../html/drafts.js'
import { readPage } from '../html/page.js'
import { all, textIn, type XmlNode } from '../xml/xml-tree.js'
import { closedTags } from './epub/closed-tags.js'
import type { Told } from './fields.js'
import { contentOf, type Draft } from './flow.js'
import { handOver, withPackage, type Package } from './package.js'
import { within } from './relations.js'
import { isDeclared } from './zip-kind.js'

const EXTENSIONS = ['epub']
const LARGEST_CHAPTER = 64 * 1024 * 1024

export const epub: Parser = {
  name: 'epub',
  mediaType: 'application/epub+zip',
  extensions: EXTENSIONS,
  knows: (head, file) => isDeclared(head, file, ['application/epub+zip'], EXTENSIONS),
  parse: (source, out) =>
    withPackage(source, async (parts) => {
      const container = await parts.tree('META-INF/container.xml', ['full-path'])
      const named = container
        ? all(container, 'container:rootfile')[0]?.attributes.get('full-path')
        : undefined
      const opf = named ?? parts.zip.entries.find(({ name }) => name.endsWith('.opf'))?.name
      const book =
        opf === undefined
          ? null
          : await parts.tree(opf, ['id', 'href', 'media-type', 'idref', 'linear', 'name', 'content'])
      if (opf === undefined || book === null) throw new WhenceError('part-missing', 'OPF package document')
      const chapters = chaptersOf(parts, book, opf)
      const locked = await lockedParts(parts)
      const drafts: Draft[] = []
      for (const [i, chapter] of chapters.entries()) {
        if (locked.has(chapter.file)) parts.problems.push(problem('chapter-protected', null, chapter.file))
        else drafts.push(...(await chapterDrafts(parts, chapter, i + 1, drafts.length)))
        out.progress(i + 1, chapters.length)
      }
      await handOver(
        parts,
        (name) => /\.(?:png|jpe?g|gif|webp|tiff?|bmp|pdf)$/i.test(name) && !locked.has(name),
        out,
      )
      const told = toldBy(book, opf)
      return contentOf({ drafts, told, language: told.language ?? null, problems: parts.problems })
    }),
}

interface Chapter {
  readonly file: string
  readonly listed: boolean
}

function chaptersOf(parts: Package, book: XmlNode, opf: string): Chapter[] {
  const folder = opf.slice(0, opf.lastIndexOf('/') + 1)
  const items = new Map(
    all(book, 'opf:item').map(({ attributes }) => [
      attributes.get('id') ?? '',
      {
        file: within(folder, unescaped(attributes.get('href') ?? '')),
        type: attributes.get('media-type') ?? '',
      },
    ]),
  )
  const spine = all(book, 'opf:itemref').flatMap(({ attributes }): Chapter[] => {
    const item = items.get(attributes.get('idref') ?? '')
    return item ? [{ file: item.file, listed: true }] : []
  })
  const listed = new Set(spine.map(({ file }) => file))
  // The table of contents repeats the chapters' titles; any other page that no reader is led to is worth a look.
  const left = parts.zip.entries
    .filter(({ name }) => /\.x?html?$/i.test(name) && !listed.has(name) && !/\b(?:nav|toc)\b/i.test(name))
    .map(({ name }) => ({ file: name, listed: false }))
  return [...spine, ...left]
}

async function chapterDrafts(
  parts: Package,
  { file, listed }: Chapter,
  chapter: number,
  row: number,
): Promise<Draft[]> {
  const entry = parts.zip.find(file)
  if (!entry) {
    parts.problems.push(problem('part-missing', null, file))
    return []
  }
  const chunks: Uint8Array[] = []
  try {
    for await (const chunk of parts.zip.open(entry, LARGEST_CHAPTER)) chunks.push(chunk)
  } catch (error) {
    if (!(error instanceof WhenceError)) throw error
    parts.problems.push(problemOf(error))
  }
  const decoded = decode(Buffer.concat(chunks))
  parts.problems.push(...decoded.problems)
  const page = readPage(closedTags(decoded.text.replace(/\r\n?/g, '\n')))
  const dropped = new Uint8Array(page.nodes.length)
  page.nodes.forEach(({ tag, end }, i) => {
    if (tag === 'head') dropped.fill(1, i, end)
  })
  const place = { kind: 'chapter', chapter, file } as const
  return draftsOf(page, dropped).map((draft): Draft => {
    const kind: BlockKind = draft.kind
    return {
      kind,
      text: draft.text,
      place,
      ...(kind === 'cell' ? { row: row * 100_000 + draft.row } : {}),
      ...(listed ? {} : { marking: { mark: 'hidden' } }),
    }
  })
}

/** Parts that are encrypted; fonts are by custom, and hold no words. */
async function lockedParts(parts: Package): Promise<ReadonlySet<string>> {
  const tree = await parts.tree('META-INF/encryption.xml', ['URI'])
  const found = (tree ? all(tree, 'enc:CipherReference') : []).map(({ attributes }) =>
    unescaped(attributes.get('URI') ?? ''),
  )
  return new Set(found)
}

function toldBy(book: XmlNode, opf: string): Told {
  const values = (name: string): string[] =>
    all(book, name)
      .map((node) => textIn(node).trim())
      .filter((text) => text !== '')
  return {
    title: values('dc:title')[0],
    creators: values('dc:creator'),
    publisher: values('dc:publisher')[0],
    created: values('dc:date')[0],
    language: values('dc:language')[0],
    from: {
      title: `${opf} dc:title`,
      creators: `${opf} dc:creator`,
      publisher: `${opf} dc:publisher`,
      created: `${opf} dc:date`,
      language: `${opf} dc:language`,
    },
  }
}

function unescaped(address: string): string {
  try {
    return decodeURIComponent(address.replace(/#.*$/s, ''))
  } catch {
    return address
  }
}
