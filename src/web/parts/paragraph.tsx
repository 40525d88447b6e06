/** A paragraph of the document, character for character, with its marks. */
import { memo, useMemo } from 'react'
import type { Span } from '../../schema/span.js'
import type { Paragraph as Stretch } from '../text/paragraphs.js'
import { type Mark, piecesOf, runsOf } from '../text/runs.js'
import { NameLink } from './name-link.js'

interface Props {
  readonly text: string
  readonly stretch: Stretch
  readonly title: boolean
  readonly sentences: readonly Span[]
  /** Sentences that hold a claim. */
  readonly telling: ReadonlySet<number>
  readonly marks: readonly Mark[]
  onSentence(sentence: number): void
}

export const Paragraph = memo(function Paragraph({
  text,
  stretch,
  title,
  sentences,
  telling,
  marks,
  onSentence,
}: Props) {
  const pieces = useMemo(() => piecesOf(stretch, sentences), [stretch, sentences])
  const Tag = title ? 'h1' : 'p'
  return (
    <Tag dir="auto" className={stretch.lines ? 'lines' : undefined} data-start={stretch.start}>
      {pieces.map((piece) => {
        const { sentence } = piece
        const tells = sentence !== null && telling.has(sentence)
        return (
          <span
            key={piece.start}
            className={tells ? 'telling' : undefined}
            onClick={tells ? () => onSentence(sentence) : undefined}
          >
            {runsOf(piece, marks).map((run) =>
              run.entity !== undefined ? (
                <NameLink key={run.start} entity={run.entity} className={run.kinds.join(' ')}>
                  {text.slice(run.start, run.end)}
                </NameLink>
              ) : run.kinds.length > 0 ? (
                <span key={run.start} className={run.kinds.join(' ')}>
                  {text.slice(run.start, run.end)}
                </span>
              ) : (
                text.slice(run.start, run.end)
              ),
            )}
          </span>
        )
      })}
    </Tag>
  )
})
