import { Link } from '@tanstack/react-router'
import type { Evidence } from '../../schema/reading.js'
import type { ReactNode } from 'react'
import { useCase } from '../state/case.js'
import { useDocumentName } from '../state/document-names.js'

interface Props {
  readonly evidence: Pick<Evidence, 'file' | 'text' | 'claim'>
  /** Stands after the document's name. */
  readonly after?: ReactNode
}

/** Words of a source, verbatim, and the way to where they stand. */
export function Quote({ evidence, after }: Props) {
  const { name } = useCase()
  const called = useDocumentName(evidence.file)
  const { id, claim } = standsIn(evidence)
  return (
    <figure className="quote">
      <blockquote dir="auto">
        <Link to="/cases/$name/documents/$id" params={{ name, id }} search={claim === null ? {} : { claim }}>
          “{evidence.text}”
        </Link>
      </blockquote>
      <figcaption>
        {called}
        {after}
      </figcaption>
    </figure>
  )
}

/** Document and claim of a piece of evidence: a claim's id in its case is `document#claim`, and a document is also known by its file. */
export function standsIn({ file, claim }: Pick<Evidence, 'file' | 'claim'>): {
  id: string
  claim: string | null
} {
  const [id = '', own = null] = claim?.split('#') ?? []
  return own === null ? { id: file, claim } : { id, claim: own }
}
