/** "Date of birth: 2 February 1983", "Inspector of works: A. Brock", "Signed at Oran on 18 April 2016": the lines of forms, certificates and contracts. */
import type { Block, Document } from '../../schema/document.js'
import type { Claim, Term } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'
import labels from '../lang/en/record-labels.json' with { type: 'json' }
import { ROLE } from '../lang/en/roles.js'
import type { Recorder } from './record.js'

const LINE = /^(\p{Lu}[\p{L}\p{N} .'’/()-]{1,40}):\s+(\S[^\n]*)$/u
const LONGEST_VALUE = 120
const PERSON = new Set(labels.person)
const SURNAME = new Set(labels.surname)
const FIELDS: ReadonlyMap<string, readonly string[]> = new Map(Object.entries(labels.fields))
const GIVEN = /^(signed|given|issued|done|executed) (at|in|on)\s/i

const VERBS: Readonly<Record<string, string>> = {
  signed: 'sign',
  given: 'give',
  issued: 'issue',
  done: 'do',
  executed: 'execute',
}

interface Field {
  readonly line: Block
  readonly label: Span & { readonly text: string }
  readonly value: Span
}

/** The claims of a document's fields and of the line that says where and when it was signed. */
export function fieldClaims(document: Document, record: Recorder): Claim[] {
  const { info, blocks } = document
  if (document.turns && document.turns.length > 0) return []
  const title = blocks.find((b) => b.kind === 'title')
  const paper = title ? record.term(title) : null
  const out: Claim[] = []
  let group: Field[] = []
  const close = (): void => {
    out.push(...claimsOfGroup(group, paper, record))
    group = []
  }
  for (const block of blocks) {
    const field = block.kind === 'cell' ? null : fieldOf(info.text, block)
    if (field) group.push(field)
    else close()
    if (!field && paper) out.push(...signedLine(info.text, block, paper, record))
  }
  close()
  return out
}

function fieldOf(text: string, block: Block): Field | null {
  if (block.end - block.start > LONGEST_VALUE + 50) return null
  const match = LINE.exec(text.slice(block.start, block.end))
  if (
    !match ||
    match[2]!.length > LONGEST_VALUE ||
    /[.!?]["'”’]?$/.test(match[2]!.replace(/\b(?:\p{L}|Jr|Sr|Co|Ltd|Inc)\.$/u, ''))
  )
    return null
  const label = { start: block.start, end: block.start + match[1]!.length, text: match[1]!.toLowerCase() }
  return { line: block, label, value: { start: block.end - match[2]!.length, end: block.end } }
}

function claimsOfGroup(group: readonly Field[], paper: Term | null, record: Recorder): Claim[] {
  const named = group.find((f) => PERSON.has(f.label.text)) ?? group.find((f) => SURNAME.has(f.label.text))
  const person = named ? record.term(named.value) : null
  return group.flatMap((field): Claim[] => {
    const { line, label, value } = field
    const object = record.term(value)
    const common = { evidence: line, roles: [], time: null }
    const known = FIELDS.get(label.text)
    if (known && person) {
      const [predicate, property] = known as [string, string]
      return [
        record.claim({ ...common, subject: person, predicate, property, object, time: object.time ?? null }),
      ]
    }
    if (field === named || SURNAME.has(label.text) || PERSON.has(label.text)) return []
    if (isRole(label.text) && record.isPerson(value))
      return [
        record.claim({
          ...common,
          subject: nameOnly(object),
          predicate: 'be',
          property: 'position',
          object: record.term({ start: label.start, end: label.end }),
        }),
      ]
    const subject = person ?? paper
    if (!subject || group.length < 2) return []
    return [
      record.claim({
        ...common,
        subject,
        predicate: `have ${label.text}`,
        property: null,
        object,
        time: object.time ?? null,
      }),
    ]
  })
}

/** "Inspector of works", "managing director". */
const isRole = (label: string): boolean => {
  const words = label.split(/\s+(?:of|to|for|at|in)\s/)[0]!.split(/\s+/)
  return ROLE.has(words.join(' ')) || ROLE.has(words.at(-1)!)
}

/** "Kjersti Moe, secretary to the port": who is before the comma. */
function nameOnly(term: Term): Term {
  const comma = term.text.indexOf(',')
  return comma < 0 ? term : { ...term, end: term.start + comma, text: term.text.slice(0, comma) }
}

function signedLine(text: string, block: Block, paper: Term, record: Recorder): Claim[] {
  const match = block.end - block.start <= 200 ? GIVEN.exec(text.slice(block.start, block.end)) : null
  const time = match && record.time(block)
  if (!match || !time) return []
  const at = record.place(block)
  const verb = VERBS[match[1]!.toLowerCase()]!
  return [
    record.claim({
      evidence: { start: block.start, end: block.end },
      subject: paper,
      predicate: at ? `be ${verb} ${match[2]!.toLowerCase()}` : `be ${verb}`,
      property: null,
      object: at ? record.term(at) : null,
      roles: [],
      time,
    }),
  ]
}
