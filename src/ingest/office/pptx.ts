/** PPTX (ECMA-376): slides in the order of the show, their notes and comments; skipped and left-over slides said as hidden. */
import { problem, WhenceError } from '../../schema/errors.js'
import type { Parser } from '../format.js'
import { all } from '../xml/xml-tree.js'
import { coreProperties } from './core-properties.js'
import { contentOf, type Draft } from './flow.js'
import { handOver, withPackage, type Package } from './package.js'
import { authorsOf, slideComments } from './pptx/comments.js'
import { slideReading } from './pptx/slide.js'
import { fetched, relationsOf } from './relations.js'
import { isOpenXml } from './zip-kind.js'

const EXTENSIONS = ['pptx', 'pptm', 'ppsx', 'ppsm', 'potx']

export const pptx: Parser = {
  name: 'pptx',
  mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  extensions: EXTENSIONS,
  knows: (head, file) => isOpenXml(head, file, 'ppt', EXTENSIONS),
  parse: (source, out) =>
    withPackage(source, async (parts) => {
      const top = await relationsOf(parts, '')
      const main = top.find(({ kind, outside }) => kind === 'officeDocument' && !outside)?.target
      const presentation = main !== undefined && parts.has(main) ? main : 'ppt/presentation.xml'
      if (!parts.has(presentation)) throw new WhenceError('part-missing', 'ppt/presentation.xml')
      if (parts.zip.entries.some(({ name }) => /vbaProject\.bin$/i.test(name)))
        parts.problems.push(problem('office-macros', null))
      const drafts = await slidesOf(parts, presentation, (done, of) => out.progress(done, of))
      await handOver(parts, (name) => /\/(?:media|embeddings)\//i.test(name), out)
      const told = await coreProperties(parts, top)
      return contentOf({ drafts, told, language: told.language ?? null, problems: parts.problems })
    }),
}

async function slidesOf(
  parts: Package,
  presentation: string,
  progress: (done: number, all: number) => void,
): Promise<Draft[]> {
  const relations = await relationsOf(parts, presentation)
  const authors = await authorsOf(parts, relations)
  const tree = await parts.tree(presentation, ['r:id'])
  const listed = (tree ? all(tree, 'p:sldId') : []).flatMap(({ attributes }) => {
    const target = relations.find(({ id }) => id === attributes.get('r:id'))?.target
    return target === undefined ? [] : [target]
  })
  // Slides that the show no longer names are still in the file.
  const left = parts.zip.entries
    .map(({ name }) => name)
    .filter((name) => /^ppt\/slides\/[^/]+\.xml$/.test(name) && !listed.includes(name))
  const drafts: Draft[] = []
  let outside = 0
  for (const [i, part] of [...listed, ...left].entries()) {
    const place = { kind: 'slide', slide: i + 1 } as const
    const slide = slideReading(place, i === 0 ? 'title' : 'heading', drafts.length)
    if (!(await parts.read(part, slide.handlers))) {
      parts.problems.push(problem('part-missing', null, part))
      continue
    }
    const related = await relationsOf(parts, part)
    outside += fetched(related)
    const hidden = !slide.shown() || i >= listed.length
    const own = [...slide.drafts]
    for (const { kind, target } of related) {
      if (kind === 'notesSlide') {
        const notes = slideReading(place, 'heading', drafts.length)
        await parts.read(target, notes.handlers)
        own.push(...notes.drafts.map((draft) => ({ ...draft, marking: { mark: 'notes' } as const })))
      } else if (kind === 'comments') own.push(...(await slideComments(parts, target, authors, place)))
      else if (kind === 'diagramData') {
        const diagram = slideReading(place, 'heading', drafts.length)
        await parts.read(target, diagram.handlers)
        own.push(...diagram.drafts)
      }
    }
    drafts.push(...own.map((draft) => (hidden && !draft.marking ? { ...draft, marking: HIDDEN } : draft)))
    progress(i + 1, listed.length)
  }
  if (outside > 0) parts.problems.push(problem('office-outside', null, String(outside)))
  return drafts
}
const HIDDEN = { mark: 'hidden' } as const
