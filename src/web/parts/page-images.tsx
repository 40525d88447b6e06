/** The pages of a PDF beside its text, with the chosen claim's words marked where they stand on the page. */
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Derived } from '../../schema/case.js'
import type { Part } from '../../schema/document.js'
import { useCase } from '../state/case.js'
import { strings } from '../strings.js'

interface Props {
  readonly document: string
  readonly derived: Derived
  readonly claim: string | null
}

export function PageImages({ document: id, derived, claim }: Props) {
  const pages = derived.pages ?? Math.max(0, ...derived.parts.map(pageOf))
  const lit = useMemo(() => {
    const evidence = derived.reading.claims.find((each) => each.id === claim)?.evidence ?? []
    return derived.parts.filter((part) =>
      evidence.some((span) => span.start < part.end && span.end > part.start),
    )
  }, [derived, claim])
  const first = lit[0] ? pageOf(lit[0]) : null
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (first !== null)
      box.current?.querySelector(`[data-page="${first}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [first])
  return (
    <div className="pages" ref={box} tabIndex={0} role="region" aria-label={strings.pageImages}>
      {Array.from({ length: pages }, (_, i) => (
        <PageImage key={i} document={id} page={i + 1} marks={lit.filter((part) => pageOf(part) === i + 1)} />
      ))}
    </div>
  )
}

const pageOf = (part: Part): number => (part.place.kind === 'page' ? part.place.page : 0)

interface ImageProps {
  readonly document: string
  readonly page: number
  readonly marks: readonly Part[]
}

/** Points to a page image that was drawn at 1.5 pixels a point. */
const SCALE = 1.5

function PageImage({ document: id, page, marks }: ImageProps) {
  const { client } = useCase()
  const [size, setSize] = useState<{ width: number; height: number } | null>(null)
  return (
    <figure data-page={page}>
      <div className="sheet">
        <img
          src={client.pageAddress(id, page)}
          alt={strings.page(page)}
          loading="lazy"
          onLoad={({ currentTarget }) =>
            setSize({
              width: currentTarget.naturalWidth / SCALE,
              height: currentTarget.naturalHeight / SCALE,
            })
          }
        />
        {size && marks.length > 0 && (
          <svg viewBox={`0 0 ${size.width} ${size.height}`} aria-hidden="true">
            {marks.map((part) => {
              if (part.place.kind !== 'page' || !part.place.box) return null
              const [x, y, width, height] = part.place.box
              return <rect key={part.start} x={x} y={y} width={width} height={height} />
            })}
          </svg>
        )}
      </div>
      <figcaption>{strings.page(page)}</figcaption>
    </figure>
  )
}
