/** DOCX (ECMA-376, ISO/IEC 29500): body, notes, comments, tracked changes, headers and footers, what is embedded. */
import type { Place } from '../../schema/document.js'
import { problem, WhenceError } from '../../schema/errors.js'
import type { Parser } from '../format.js'
import { coreProperties } from './core-properties.js'
import { contentOf, type Draft } from './flow.js'
import { handOver, withPackage, type Package } from './package.js'
import { fetched, relationsOf, type Relation } from './relations.js'
import { story, type Note, type StoryContext } from './docx/story.js'
import { stylesOf } from './docx/styles.js'
import { isOpenXml } from './zip-kind.js'

const EXTENSIONS = ['docx', 'docm', 'dotx', 'dotm']

export const docx: Parser = {
  name: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extensions: EXTENSIONS,
  knows: (head, file) => isOpenXml(head, file, 'word', EXTENSIONS),
  parse: (source, out) =>
    withPackage(source, async (parts) => {
      const top = await relationsOf(parts, '')
      const main = top.find(({ kind, outside }) => kind === 'officeDocument' && !outside)?.target
      const body = main !== undefined && parts.has(main) ? main : 'word/document.xml'
      if (!parts.has(body)) throw new WhenceError('part-missing', 'word/document.xml')
      const relations = await relationsOf(parts, body)
      const drafts = await textOf(parts, body, relations)
      const told = await coreProperties(parts, top)
      const outside = fetched(relations)
      if (outside > 0) parts.problems.push(problem('office-outside', null, String(outside)))
      if (parts.zip.entries.some(({ name }) => /vbaProject\.bin$/i.test(name)))
        parts.problems.push(problem('office-macros', null))
      await handOver(parts, (name) => /\/(?:media|embeddings|afchunk[^/]*)(?:\/|$)/i.test(name), out)
      return contentOf({ drafts, told, language: told.language ?? null, problems: parts.problems })
    }),
}

async function textOf(parts: Package, body: string, relations: readonly Relation[]): Promise<Draft[]> {
  const target = (kind: string): string | undefined =>
    relations.find((relation) => relation.kind === kind && !relation.outside)?.target
  const folder = body.slice(0, body.lastIndexOf('/') + 1)
  const styles = await stylesOf(parts, target('styles') ?? `${folder}styles.xml`)
  const notes = new Map<string, Note>()
  for (const kind of ['footnotes', 'endnotes', 'comments']) {
    const part = target(kind)
    if (part === undefined) continue
    const inPart = story({ styles, place: placeIn(part), note: () => [] })
    if (!(await parts.read(part, inPart.handlers))) parts.problems.push(problem('part-missing', null, part))
    for (const [key, note] of inPart.notes) notes.set(key, note)
  }
  const take = (key: string, place: Place): Draft[] => {
    const note = notes.get(key)
    notes.delete(key)
    return note ? marked(key, note, place) : []
  }
  const context: StoryContext = {
    styles,
    place: (paragraph) => ({ kind: 'paragraph', paragraph }),
    note: take,
  }
  const read = story(context)
  await parts.read(body, read.handlers)
  const drafts = read.drafts()
  // Notes that nothing refers to are kept at the end.
  for (const key of [...notes.keys()])
    drafts.push(...take(key, placeIn(`${folder}${key.split(' ')[0]}s.xml`)()))
  return [...drafts, ...(await edges(parts, relations, styles))]
}

const placeIn = (path: string) => (): Place => ({ kind: 'field', path })

/** The drafts of a note or comment where the text refers to it. */
function marked(key: string, { drafts, by, at }: Note, place: Place): Draft[] {
  const mark = key.startsWith('comment') ? 'comment' : 'footnote'
  const marking = { mark, ...(by ? { by } : {}), ...(at ? { at } : {}) } as const
  return drafts.map((draft) => ({
    ...draft,
    kind: draft.kind === 'cell' ? 'cell' : 'paragraph',
    place,
    marking: draft.marking ?? marking,
  }))
}

/** Headers and footers, each wording once. */
async function edges(
  parts: Package,
  relations: readonly Relation[],
  styles: StoryContext['styles'],
): Promise<Draft[]> {
  const seen = new Set<string>()
  const found: Draft[] = []
  for (const { target, kind, outside } of relations) {
    if ((kind !== 'header' && kind !== 'footer') || outside) continue
    const read = story({ styles, place: placeIn(target), note: () => [] })
    await parts.read(target, read.handlers)
    for (const draft of read.drafts()) {
      if (seen.has(draft.text)) continue
      seen.add(draft.text)
      found.push({ ...draft, kind: draft.kind === 'cell' ? 'cell' : 'caption' })
    }
  }
  return found
}
