/** A paragraph as it is being read: running words, and those set aside so that no sentence mixes them in. */
import type { BlockKind, Place } from '../../schema/document.js'
import type { Span } from '../../schema/span.js'
import type { Draft, Marking } from './flow.js'

export interface Paragraph {
  kind: BlockKind
  readonly place: Place
  readonly pieces: string[]
  length: number
  /** Marked stretches of the running words. */
  readonly runs: (Span & Marking)[]
  /** Words that are no running ones: deleted, hidden. */
  readonly aside: { text: string; readonly marking: Marking }[]
  /** What follows it: notes, comments, text boxes. */
  readonly after: Draft[]
}

export const paragraph = (place: Place, kind: BlockKind = 'paragraph'): Paragraph => ({
  kind,
  place,
  pieces: [],
  length: 0,
  runs: [],
  aside: [],
  after: [],
})

const same = (a: Marking, b: Marking): boolean => a.mark === b.mark && a.by === b.by && a.at === b.at

/** Adds running words; `marking` where they are marked. */
export function addWords(open: Paragraph, text: string, marking?: Marking): void {
  if (text === '') return
  if (marking) {
    const last = open.runs.at(-1)
    if (last && last.end === open.length && same(last, marking))
      open.runs[open.runs.length - 1] = { ...last, end: last.end + text.length }
    else open.runs.push({ start: open.length, end: open.length + text.length, ...marking })
  }
  open.pieces.push(text)
  open.length += text.length
}

/** Adds words that a reader of the accepted, printed version does not see. */
export function addAside(open: Paragraph, text: string, marking: Marking): void {
  if (text === '') return
  const last = open.aside.at(-1)
  if (last && same(last.marking, marking)) last.text += text
  else open.aside.push({ text, marking })
}

/** Its running words (null where it has none), then what was set aside, then what follows it. */
export function draftsOf(closed: Paragraph): { main: Draft | null; after: Draft[] } {
  const whole = closed.pieces.join('')
  const text = whole.trim()
  const lead = text === '' ? 0 : whole.length - whole.trimStart().length
  const runs = closed.runs.flatMap((run) => {
    const [start, end] = [Math.max(0, run.start - lead), Math.min(text.length, run.end - lead)]
    return start < end ? [{ ...run, start, end }] : []
  })
  const { kind, place } = closed
  return {
    main: text === '' ? null : { kind, text, place, ...(runs.length > 0 ? { runs } : {}) },
    after: [
      ...closed.aside.flatMap(({ text: words, marking }): Draft[] =>
        words.trim() === '' ? [] : [{ kind: 'paragraph', text: words.trim(), place, marking }],
      ),
      ...closed.after,
    ],
  }
}
