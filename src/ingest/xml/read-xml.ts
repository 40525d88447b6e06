/**
 * Bytes of XML → events, as they come. No document type is read, no entity but the five of XML is known, nothing outside is
 * looked up; depth is limited. Damage ends the reading where it stands and keeps what came before.
 */
import { SaxesParser } from 'saxes'
import { problem, problemOf, WhenceError } from '../../schema/errors.js'
import type { Problem } from '../../schema/reading.js'
import { names } from './names.js'
import { textDecoder } from './xml-encoding.js'

/** An attribute by its name with the prefix of `PREFIXES` ('w:val'; 'r' where it has none); undefined where it is not there. */
export type Attribute = (name: string) => string | undefined

export interface XmlHandlers {
  /** Names have the prefixes of `PREFIXES`, whatever the file calls them. */
  open(name: string, attribute: Attribute): void
  close(name: string): void
  text(text: string): void
  /** Asked between chunks: true ends the reading, without a problem. */
  done?(): boolean
}

const DEEPEST = 512
/** Errors after which the rest is taken for no XML at all. */
const MOST_ERRORS = 50

class Deep extends Error {}
class Hopeless extends Error {}

/** Reads `bytes` through; elements that damage leaves open are closed. What went wrong comes back, said of `part`. Throws only what the handlers throw. */
export async function readXml(
  bytes: AsyncIterable<Uint8Array>,
  part: string,
  handlers: XmlHandlers,
): Promise<Problem[]> {
  const problems: Problem[] = []
  const named = names()
  const parser = new SaxesParser({ xmlns: false, position: false })
  let raw: Readonly<Record<string, string>> = {}
  const attribute: Attribute = (name) => {
    const direct = raw[name]
    if (direct !== undefined && named.attribute(name) === name) return direct
    for (const key in raw) if (named.attribute(key) === name) return raw[key]
    return undefined
  }
  const open: string[] = []
  let errors = 0
  let first: string | null = null
  parser.on('opentag', (tag) => {
    if (open.length === DEEPEST) throw new Deep()
    raw = tag.attributes
    named.enter(raw)
    const name = named.element(tag.name)
    open.push(name)
    handlers.open(name, attribute)
  })
  parser.on('closetag', () => {
    const name = open.pop()
    if (name !== undefined) handlers.close(name)
    named.leave()
  })
  parser.on('text', (text) => handlers.text(text))
  parser.on('cdata', (text) => handlers.text(text))
  parser.on('doctype', (declaration) => {
    if (declaration.includes('[')) problems.push(problem('xml-entities', null, part))
  })
  parser.on('error', (error) => {
    first ??= error.message.replace(/^undefined:|^\d+:\d+: /, '')
    if (++errors > MOST_ERRORS) throw new Hopeless()
  })
  const decode = textDecoder()
  try {
    for await (const chunk of bytes) {
      parser.write(decode(chunk, false))
      if (handlers.done?.()) return problems
    }
    parser.write(decode(new Uint8Array(), true))
    parser.close()
  } catch (error) {
    if (error instanceof Deep) problems.push(problem('xml-deep', null, part, String(DEEPEST)))
    else if (error instanceof WhenceError) {
      problems.push(problemOf(error))
      closeQuietly(parser)
    } else if (!(error instanceof Hopeless)) throw error
  }
  for (let name = open.pop(); name !== undefined; name = open.pop()) handlers.close(name)
  if (first !== null) problems.push(problem('xml-damaged', null, part, first))
  return problems
}

/** Tells the handlers of the last text and ends; that the rest is missing has been said. */
function closeQuietly(parser: SaxesParser): void {
  parser.on('error', () => undefined)
  try {
    parser.close()
  } catch {
    // The text before the damage is out; nothing else was asked for.
  }
}
