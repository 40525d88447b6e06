/** A reading reduced to what comparing needs. */
import type { Reading } from '../schema/reading.js'
import { signature } from '../text/minhash.js'
import { authorOf, intervieweeOf, publisherOf } from './card/author.js'
import { contextOf, type Words } from './card/context.js'
import { quotationsOf } from './card/quotations.js'
import { statementOf } from './card/statement-of.js'
import { retracts } from './card/retracts.js'
import { unmaskedIn } from './card/unmasked.js'
import { documentKind } from './document-kind.js'
import { passagesOf } from './passages/passage.js'
import type { Card, Statement } from './statement.js'
import { fold } from './words/content.js'

/**
 * The card of one reading. `entityOf` gives for a document's entity (`document#entity`) the case's; `isNamed` says of a
 * case's entity whether any document names it. Linear in the reading's size.
 */
export function cardOf(
  reading: Reading,
  entityOf: (key: string) => string | undefined,
  isNamed: (entity: string) => boolean,
): Card {
  const { document, sentences } = reading
  const names = new Map(reading.entities.map((e) => [e.id, e.name]))
  const words: Words = {
    name: (id) => names.get(id) ?? id,
    named(id) {
      const entity = entityOf(`${document.id}#${id}`)
      return entity !== undefined && isNamed(entity) ? entity : null
    },
    byName: new Map(
      reading.mentions.flatMap((m) => {
        const entity = m.form === 'name' && m.entity ? entityOf(`${document.id}#${m.entity}`) : undefined
        return entity === undefined ? [] : [[fold(m.text), entity] as const]
      }),
    ),
  }
  const first = documentKind(document.text, document.mediaType, publisherOf(document.publisher))
  const answers = first === 'press' ? intervieweeOf(reading, words) : null
  const kind = answers ? 'transcript' : first
  const author = answers ?? authorOf(reading, kind, words)
  const context = contextOf(reading)
  const seen = new Map<string, Statement>()
  for (const claim of reading.claims) {
    const statement = statementOf(claim, reading, context, author, words)
    if (!statement) continue
    // A reader gives one claim for each typed property of a clause; here they are one statement.
    const key = `${statement.evidence.start}:${statement.frame}:${statement.polarity}`
    const other = seen.get(key)
    seen.set(key, other ? mergedStatement(other, statement) : statement)
  }
  const statements = [...seen.values()]
  return {
    document: document.id,
    file: document.file,
    publisher: publisherOf(document.publisher),
    byline: document.byline,
    title: document.title,
    published: document.published,
    language: document.language,
    kind,
    author,
    signature: [...signature(document.text)],
    names: publicationsIn(reading),
    quotations: quotationsOf(reading, words),
    unmasked: unmaskedIn(reading, sentences, words, author),
    retracts: retracts(statements, document.text, sentences),
    statements,
    passages: passagesOf(reading, words.named, words.name, statements),
  }
}

function mergedStatement(a: Statement, b: Statement): Statement {
  return {
    ...a,
    time: a.time ?? b.time,
    place: a.place ?? b.place,
    doer: a.doer ?? b.doer,
    patient: a.patient ?? b.patient,
    entities: [...new Set([...a.entities, ...b.entities])],
    strength: Math.min(a.strength, b.strength) as Statement['strength'],
  }
}

/** Folded names that a document speaks of, among which are those of publications. */
function publicationsIn(reading: Reading): string[] {
  const out = new Set<string>()
  for (const m of reading.mentions) if (m.form === 'name') out.add(fold(m.text).replace(/^the /, ''))
  return [...out].slice(0, 200)
}
