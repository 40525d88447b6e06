/** A mail, wherever it was kept → its text: the headers people see, then the body with what is quoted told apart. */
import type { Block, FieldEvidence, Header, Part, Turn } from '../../schema/document.js'
import type { Problem } from '../../schema/reading.js'
import { findDate } from '../dates.js'
import type { Content } from '../format.js'
import { personIn } from './introduction.js'
import { readBody } from './quotes.js'

export interface Letter {
  /** All of them in their order, as they stood. */
  readonly headers: readonly Header[]
  /** Those shown above the text, decoded: From, To, Cc, Date, Subject. */
  readonly shown: readonly Header[]
  readonly body: string
  readonly problems: readonly Problem[]
}

const KINDS: Readonly<Record<string, Block['kind']>> = {
  from: 'byline',
  to: 'byline',
  cc: 'byline',
  date: 'dateline',
  subject: 'title',
}

/** The sender speaks all of the body; whom they quote stands within. */
export function readLetter({ headers, shown, body, problems }: Letter): Content {
  const blocks: Block[] = []
  const parts: Part[] = []
  const fields: FieldEvidence[] = []
  let text = ''
  let sender: { speaker: string; named: { start: number; end: number } } | null = null
  let published: string | null = null
  for (const { name, value } of shown) {
    const line = value.replace(/\s+/g, ' ').trim()
    if (line === '') continue
    text += `${name}: ${line}\n`
    const at = { start: text.length - 1 - line.length, end: text.length - 1 }
    const kind = name.toLowerCase()
    blocks.push({ ...at, kind: KINDS[kind] ?? 'byline' })
    parts.push({ ...at, place: { kind: 'header', header: name } })
    const field = (of: FieldEvidence['field'], found: string, where: typeof at): void => {
      fields.push({ field: of, value: found, at: where, from: `${name} header` })
    }
    if (kind === 'from' && !sender && (sender = personIn(line, at.start)))
      field('byline', sender.speaker, sender.named)
    if (kind === 'subject' && !fields.some((f) => f.field === 'title')) field('title', line, at)
    if (kind === 'date' && !published && (published = findDate(line)?.edtf ?? null))
      field('published', published, at)
  }
  if (text !== '') text += '\n'
  const from = text.length
  const read = readBody(body.replace(/\r\n?/g, '\n'), from)
  const end = read.text.trimEnd().length + from
  const turns: Turn[] =
    sender && end > from ? [{ start: from, end, ...sender, at: published }, ...read.turns] : [...read.turns]
  return {
    text: text + read.text,
    blocks: [...blocks, ...read.blocks],
    metadata: {
      title: fields.find((f) => f.field === 'title')?.value ?? null,
      byline: sender ? [sender.speaker] : [],
      publisher: null,
      published,
    },
    language: null,
    problems,
    parts: [...parts, ...read.parts],
    turns,
    fields,
    headers,
  }
}
