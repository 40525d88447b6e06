/** What can be done about a finding, and what has been: each a record that can be taken back. */
import { type FormEvent, useState } from 'react'
import type { JudgedFinding } from '../../api/client.js'
import { useJudge } from '../state/judge.js'
import { strings } from '../strings.js'
import { KeyedButton } from './keyed-button.js'

const DAYS_OFF = 7
const DAY = 86_400_000

/** What asks for words first. */
const ASKING = [
  { action: 'comment', keyed: 'm' },
  { action: 'assign', keyed: undefined },
] as const

/** `2020-01-31` */
const dayIn = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10)

export function Decide({ about }: { about: JudgedFinding }) {
  const judge = useJudge()
  const [open, setOpen] = useState<(typeof ASKING)[number]['action'] | null>(null)
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
        <KeyedButton action="confirm" keyed="a" onPress={() => give('confirm', null, strings.confirmed)}>
          {strings.confirm}
        </KeyedButton>
        <KeyedButton action="dismiss" keyed="x" onPress={() => give('dismiss', null, strings.dismissed)}>
          {strings.dismiss}
        </KeyedButton>
        <KeyedButton
          action="snooze"
          keyed="z"
          quiet
          onPress={() => give('snooze', dayIn(DAYS_OFF), strings.snoozed(DAYS_OFF))}
        >
          {strings.snooze}
        </KeyedButton>
        {ASKING.map(({ action, keyed }) => (
          <KeyedButton
            key={action}
            action={action}
            keyed={keyed}
            quiet
            open={open === action}
            onPress={() => setOpen(open === action ? null : action)}
          >
            {strings[action]}
          </KeyedButton>
        ))}
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
