/** What the process apart says is believed only where it holds together: it may have been taken over by the file it read. */
import { z } from 'zod'
import type { Document } from '../../schema/document.js'
import { WhenceError } from '../../schema/errors.js'
import type { ChildLine, Result } from './protocol.js'

const Text = z.string()
const Short = z.string().max(100_000)
const offset = z.number().int().nonnegative()
const Span = { start: offset, end: offset }
const Header = z.object({ name: Short, value: Short })
const count = z.number().int().nonnegative()
const Place = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('page'),
    page: count,
    box: z.tuple([z.number(), z.number(), z.number(), z.number()]).nullable(),
  }),
  z.object({ kind: z.literal('paragraph'), paragraph: count }),
  z.object({ kind: z.literal('cell'), sheet: Short, cell: Short }),
  z.object({ kind: z.literal('slide'), slide: count }),
  z.object({ kind: z.literal('chapter'), chapter: count, file: Short }),
  z.object({ kind: z.literal('header'), header: Short }),
  z.object({ kind: z.literal('time'), from: z.number(), to: z.number().nullable() }),
  z.object({ kind: z.literal('field'), path: Short }),
])
const DocumentShape = z.object({
  info: z.object({
    id: Short,
    file: Short,
    mediaType: Short,
    language: Short,
    title: Short.nullable(),
    publisher: Short.nullable(),
    byline: z.array(Short).max(10_000),
    published: Short.nullable(),
    text: Text,
  }),
  blocks: z.array(
    z.object({
      ...Span,
      kind: z.enum([
        'title',
        'byline',
        'dateline',
        'heading',
        'paragraph',
        'item',
        'quote',
        'caption',
        'cell',
      ]),
    }),
  ),
  problems: z.array(z.object({ code: Short, message: Short, at: z.object(Span).optional() })),
  parts: z
    .array(
      z.object({
        ...Span,
        place: Place,
        mark: z
          .enum(['footnote', 'comment', 'inserted', 'deleted', 'hidden', 'quoted', 'notes', 'scanned'])
          .optional(),
        by: Short.optional(),
        at: Short.optional(),
        confidence: z.number().optional(),
      }),
    )
    .optional(),
  turns: z
    .array(z.object({ ...Span, speaker: Short, named: z.object(Span).nullable(), at: Short.nullable() }))
    .optional(),
  fields: z
    .array(
      z.object({
        field: z.enum(['title', 'publisher', 'byline', 'published', 'language']),
        value: Short,
        at: z.object(Span).nullable(),
        from: Short,
      }),
    )
    .optional(),
  headers: z.array(Header).optional(),
  languages: z.array(z.object({ ...Span, language: Short })).optional(),
})
const ResultShape = z.object({ document: DocumentShape, pages: count.nullable() })
const ChildShape = z.object({ name: Short, headers: z.array(Header).optional() })

/** The result in `json`, for the file it was asked for. @throws WhenceError 'parser-lied'. */
export function checkedResult(json: string, id: string, file: string): Result {
  const parsed = ResultShape.safeParse(jsonOf(json))
  if (!parsed.success) throw lied(parsed.error.issues[0]?.path.join('.') ?? 'shape')
  const { document, pages } = parsed.data as unknown as Result
  checkSpans(document)
  return { document: { ...document, info: { ...document.info, id, file } }, pages }
}

/** The children in `lines`. @throws WhenceError 'parser-lied'. */
export function checkedChildren(lines: string): ChildLine[] {
  return lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const parsed = ChildShape.safeParse(jsonOf(line))
      if (!parsed.success) throw lied('children')
      return parsed.data as ChildLine
    })
}

/** All spans stand in the text; blocks, parts and runs come in order and apart. */
function checkSpans({
  info,
  blocks,
  problems,
  parts = [],
  turns = [],
  fields = [],
  languages = [],
}: Document): void {
  const { length } = info.text
  const inside = ({ start, end }: { start: number; end: number }): boolean => start <= end && end <= length
  for (const ordered of [blocks, parts, languages]) {
    let last = 0
    for (const span of ordered) {
      if (!inside(span) || span.start < last) throw lied('order')
      last = span.end
    }
  }
  const others = [
    ...turns,
    ...turns.flatMap(({ named }) => named ?? []),
    ...problems.flatMap(({ at }) => at ?? []),
    ...fields.flatMap(({ at }) => at ?? []),
  ]
  if (!others.every(inside)) throw lied('span')
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw lied('JSON')
  }
}

const lied = (why: string): WhenceError => new WhenceError('parser-lied', why)
