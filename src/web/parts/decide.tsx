/** What can be done about a finding, and what has been: each a record that can be taken back. */
import { type FormEvent, useState } from 'react'
import type { JudgedFinding } from '../../api/client.js'
import { useJudge } from '../state/judge.js'
import { strings } from '../strings.js'

const DAYS_OFF = 7
const DAY = 86_400_000

type Open = 'comment' | 'assign' | null

export function Decide({ about }: { about: JudgedFinding }) {
  const judge = useJudge()
  const [open, setOpen] = useState<Open>(null)
  const give = (verdict: string, value: unknown, said: string): void =>
    judge({ kind: 'finding', left: about.id, right: null, verdict, value }, said)
  return (
    <div className="decide">
      {about.judgements.length > 0 && (
        <ul className="decisions">
          {[...about.judgements].reverse().map((judgement) => (
            <li key={judgement.id}>
              {strings.verdicts[judgement.verdict as keyof typeof strings.verdicts] ?? judgement.verdict}
              {typeof judgement.value === 'string' && <q>{judgement.value}</q>}{' '}
              <span className="aside">
                {judgement.by}, {judgement.at.slice(0, 10)}
              </span>
            </li>
          ))}
        </ul>
      )}
      <div className="buttons" role="group" aria-label={strings.decide}>
        <button
          type="button"
          data-action="confirm"
          aria-keyshortcuts="a"
          onClick={() => give('confirm', null, strings.confirmed)}
        >
          {strings.confirm}
        </button>
        <button
          type="button"
          data-action="dismiss"
          aria-keyshortcuts="x"
          onClick={() => give('dismiss', null, strings.dismissed)}
        >
          {strings.dismiss}
        </button>
        <button
          type="button"
          className="quiet"
          data-action="snooze"
          aria-keyshortcuts="z"
          onClick={() =>
            give(
              'snooze',
              new Date(Date.now() + DAYS_OFF * DAY).toISOString().slice(0, 10),
              strings.snoozed(DAYS_OFF),
            )
          }
        >
          {strings.snooze}
        </button>
        <button
          type="button"
          className="quiet"
          data-action="comment"
          aria-keyshortcuts="m"
          aria-expanded={open === 'comment'}
          onClick={() => setOpen(open === 'comment' ? null : 'comment')}
        >
          {strings.comment}
        </button>
        <button
          type="button"
          className="quiet"
          data-action="assign"
          aria-expanded={open === 'assign'}
          onClick={() => setOpen(open === 'assign' ? null : 'assign')}
        >
          {strings.assign}
        </button>
      </div>
      {open && (
        <Words
          label={open === 'comment' ? strings.comment : strings.assignTo}
          onDone={(words) => {
            give(open, words, open === 'comment' ? strings.commented : strings.assigned(words))
            setOpen(null)
          }}
        />
      )}
    </div>
  )
}

function Words({ label, onDone }: { label: string; onDone(words: string): void }) {
  const [words, setWords] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (words.trim() !== '') onDone(words.trim())
  }
  return (
    <form className="words" onSubmit={submit}>
      <input
        type="text"
        aria-label={label}
        placeholder={label}
        value={words}
        maxLength={2000}
        autoFocus
        onChange={(event) => setWords(event.target.value)}
      />
      <button type="submit" disabled={words.trim() === ''}>
        {strings.save}
      </button>
    </form>
  )
}
