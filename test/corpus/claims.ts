/** The lines of a passage that begin with "=": the claims a careful reader must find, as corpus/README.md defines them. */
import { isEdtf } from '../../src/schema/edtf.js'
import { type Certainty, type Polarity } from '../../src/schema/reading.js'

export interface MarkedClaim {
  /** From the reader inwards, the document left out; empty where the document alone says it. */
  readonly chain: readonly string[]
  readonly subject: string
  /** Lemma phrase with its preposition. */
  readonly predicate: string
  readonly object: string | null
  /** EDTF. */
  readonly time: string | null
  readonly polarity: Polarity
  readonly certainty: Certainty
  /** Number of the innermost content it stands in; null for the writer's own voice. */
  readonly content: string | null
  /** Line in the file. */
  readonly line: number
}

const FIELDS = ['chain', 'subject', 'predicate', 'object', 'time', 'polarity', 'certainty', 'bracket']
const POLARITIES: readonly string[] = ['positive', 'negative'] satisfies Polarity[]
const CERTAINTIES: readonly string[] = ['certain', 'probable', 'possible', 'unknown'] satisfies Certainty[]

/** Reads "= chain | subject | …". The claim is only good where `problems` is empty. */
export function readClaim(text: string, line: number): { claim: MarkedClaim; problems: string[] } {
  const fields = text
    .slice(2)
    .split(' | ')
    .map((f) => f.trim())
  const [chain = '-', subject = '-', predicate = '-', object = '-', time = '-', polarity = '', certainty = '', bracket = '-'] =
    fields
  const problems: string[] = []
  if (fields.length !== FIELDS.length)
    problems.push(`the claim has ${fields.length} fields; it needs ${FIELDS.length}: ${FIELDS.join(', ')}`)
  else {
    const links = chain.split(' > ')
    if (fields.some((f) => f === '')) problems.push('a field of the claim is empty; write "-" for nothing')
    if (subject === '-' || predicate === '-') problems.push('the claim has no subject or no predicate')
    if (chain !== '-' && links.some((l) => l === '' || l === '-')) problems.push('a link of the chain is empty; write "unnamed"')
    if (time !== '-' && !isEdtf(time)) problems.push(`the time "${time}" is not EDTF`)
    if (!POLARITIES.includes(polarity)) problems.push(`"${polarity}" is no polarity; choose ${POLARITIES.join(', ')}`)
    if (!CERTAINTIES.includes(certainty)) problems.push(`"${certainty}" is no certainty; choose ${CERTAINTIES.join(', ')}`)
    if (bracket !== '-' && !/^C\d+$/.test(bracket)) problems.push(`"${bracket}" is no bracket; write C and its number, or "-"`)
    if ((chain === '-') !== (bracket === '-'))
      problems.push('a claim in a bracket has a chain, and one in the writer’s own voice has neither')
  }
  const given = (field: string): string | null => (field === '-' ? null : field)
  return {
    claim: {
      chain: chain === '-' ? [] : chain.split(' > '),
      subject,
      predicate,
      object: given(object),
      time: given(time),
      polarity: polarity as Polarity,
      certainty: certainty as Certainty,
      content: given(bracket)?.slice(1) ?? null,
      line,
    },
    problems,
  }
}
