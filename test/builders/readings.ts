import { createHash } from 'node:crypto'
import type { Derived } from '../../src/schema/case.js'
import type { Claim, Link, Mention, Reading } from '../../src/schema/reading.js'
import type { NewDocument } from '../../src/store/store.js'

/** A document's id: any name will do. */
export const idOf = (name: string): string => createHash('sha256').update(name).digest('hex')

/** A document as it is added, named for its id. */
export const newDocument = (file: string, more: Partial<NewDocument> = {}): NewDocument => ({
  id: idOf(file),
  file,
  parent: null,
  bytes: 100,
  added: '2026-01-01T00:00:00.000Z',
  addedBy: 'ida',
  ...more,
})

export const link = (who: string, more: Partial<Link> = {}): Link => ({
  who: { text: who },
  kind: 'named',
  stance: 'asserts',
  certainty: 'certain',
  quantifier: null,
  cue: null,
  attribution: null,
  ...more,
})

/** A claim of `text`, said by the last of `sources`. */
export function claim(id: string, text: string, more: Partial<Claim> & { sources?: string[] } = {}): Claim {
  const { sources = ['The Quay'], ...fields } = more
  return {
    id,
    evidence: [{ start: 0, end: text.length }],
    text,
    subject: { text: text.split(' ')[0]!, start: 0, end: text.split(' ')[0]!.length },
    predicate: 'do',
    property: null,
    object: null,
    roles: [],
    time: null,
    place: null,
    polarity: 'positive',
    certainty: 'certain',
    hedges: [],
    chain: sources.map((who, i) => link(who, i === 0 ? { kind: 'document', stance: 'reports' } : {})),
    ...fields,
  }
}

interface Parts {
  readonly text?: string
  readonly claims?: readonly Claim[]
  readonly names?: readonly string[]
  readonly document?: Partial<Reading['document']>
  readonly madeBy?: string
}

/** What reading a document gave; `names` are words of its text that are names. */
export function derived(file: string, parts: Parts = {}): Derived {
  const { text = 'The harbour was never dredged.', claims = [], names = [] } = parts
  const mentions: Mention[] = names.map((name, i) => {
    const start = text.indexOf(name)
    return {
      id: `m${i}`,
      start,
      end: start + name.length,
      text: name,
      form: 'name',
      type: 'Person',
      entity: null,
    }
  })
  return {
    reading: {
      whence: 1,
      document: {
        id: idOf(file),
        file,
        mediaType: 'text/plain',
        language: 'en',
        title: null,
        publisher: null,
        byline: [],
        published: null,
        text,
        ...parts.document,
      },
      sentences: [],
      mentions,
      entities: [],
      times: [],
      quantities: [],
      attributions: [],
      claims,
      findings: [],
      problems: [],
    },
    parts: [],
    turns: [],
    fields: [],
    headers: [],
    languages: [],
    pages: null,
    madeBy: parts.madeBy ?? 'v1',
  }
}
