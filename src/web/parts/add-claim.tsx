/** Words that a person selected become a claim of theirs: a record beside what was read, with the exact words. */
import { type FormEvent, useEffect, useState } from 'react'
import type { Span } from '../../schema/span.js'
import { useJudge } from '../state/judge.js'
import { strings } from '../strings.js'
import { Dialog } from './dialog.js'

interface Props {
  readonly document: string
  readonly text: string
}

export function AddClaim({ document: id, text }: Props) {
  const [span, setSpan] = useState<Span | null>(null)
  const [open, setOpen] = useState(false)
  useEffect(() => {
    const look = (): void => {
      if (!open) setSpan(selectedSpan())
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [open])
  if (span === null) return null
  return (
    <>
      {!open && (
        <div className="selection-bar">
          <button
            type="button"
            className="main"
            onMouseDown={(e) => e.preventDefault()}
            onClick={() => setOpen(true)}
          >
            {strings.addClaim}
          </button>
        </div>
      )}
      {open && (
        <Form
          document={id}
          span={span}
          words={text.slice(span.start, span.end)}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}

interface FormProps {
  readonly document: string
  readonly span: Span
  readonly words: string
  onClose(): void
}

function Form({ document: id, span, words, onClose }: FormProps) {
  const judge = useJudge()
  const [who, setWho] = useState('')
  const [note, setNote] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    judge(
      {
        kind: 'claim',
        left: `${id}#${span.start}-${span.end}`,
        right: null,
        verdict: 'add',
        value: { evidence: [span], text: words, who: who.trim() || null, note: note.trim() || null },
      },
      strings.claimAdded,
    )
    onClose()
  }
  return (
    <Dialog title={strings.addClaim} onClose={onClose}>
      <blockquote className="selected">“{words}”</blockquote>
      <form className="stacked" onSubmit={submit}>
        <label>
          <span>{strings.filterLabel}</span>
          <input type="text" value={who} maxLength={300} onChange={(event) => setWho(event.target.value)} />
        </label>
        <label>
          <span>{strings.note}</span>
          <input
            type="text"
            value={note}
            maxLength={2000}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <button type="submit" className="main">
          {strings.save}
        </button>
      </form>
    </Dialog>
  )
}

/** The selection as a span of the document's text; null where it is none, or reaches outside. */
function selectedSpan(): Span | null {
  const selection = window.getSelection()
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  const start = positionOf(range.startContainer, range.startOffset)
  const end = positionOf(range.endContainer, range.endOffset)
  return start === null || end === null || end <= start ? null : { start, end }
}

/** Paragraphs hold the text character for character, from `data-start` on. */
function positionOf(node: Node, offset: number): number | null {
  const element = node instanceof Element ? node : node.parentElement
  const paragraph = element?.closest<HTMLElement>('[data-start]')
  if (!paragraph) return null
  const before = document.createRange()
  before.selectNodeContents(paragraph)
  before.setEnd(node, offset)
  return Number(paragraph.dataset['start']) + before.toString().length
}
