import { Link } from '@tanstack/react-router'
import { isBusy, useCase, useProgress } from '../state/case.js'
import { useUploads } from '../state/uploads.js'
import { strings } from '../strings.js'

/** What is being added or read, in the top line; nothing where all is done. */
export function WorkUnderWay() {
  const { name } = useCase()
  const progress = useProgress()
  const { uploads } = useUploads()
  if (uploads.sent < uploads.all) {
    const adding = strings.addingSoFar(uploads.sent, uploads.all)
    return (
      <Link to="/cases/$name/documents" params={{ name }} className="work">
        <progress aria-label={adding} value={uploads.sent} max={uploads.all} />
        <span>{adding}</span>
      </Link>
    )
  }
  if (!progress || !isBusy(progress)) return null
  const { states } = progress.counts
  const done = states.done + states.failed
  const all = done + states.waiting + states.reading
  const text = states.waiting + states.reading > 0 ? strings.readSoFar(done, all) : strings.comparing
  return (
    <Link to="/cases/$name/documents" params={{ name }} className="work">
      <progress aria-label={text} {...(done < all ? { value: done, max: all } : {})} />
      <span>
        {text}
        {progress.secondsLeft !== null && `, ${strings.secondsLeft(progress.secondsLeft)}`}
      </span>
    </Link>
  )
}
