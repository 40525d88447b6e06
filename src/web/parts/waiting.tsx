import { type Progress } from '../state/document.js'
import { strings } from '../strings.js'

interface Props {
  readonly file: string
  readonly progress: Progress | null
  onCancel(): void
}

/** A reading under way: how many words of how many, and how long it will take. */
export function Waiting({ file, progress, onCancel }: Props) {
  return (
    <div className="state" role="status">
      <p>{strings.reading(file)}</p>
      <progress
        aria-label={strings.reading(file)}
        {...(progress ? { value: progress.done, max: progress.total } : {})}
      />
      <p className="aside">
        {progress && strings.ofWords(progress.done, progress.total)}
        {progress?.secondsLeft != null && `, ${strings.secondsLeft(progress.secondsLeft)}`}
      </p>
      <button type="button" onClick={onCancel}>
        {strings.cancel}
      </button>
    </div>
  )
}
