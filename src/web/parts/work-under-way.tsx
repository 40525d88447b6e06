import { Link } from '@tanstack/react-router'
import { isBusy, useCase, useProgress } from '../state/case.js'
import { strings } from '../strings.js'

/** What is being read, in the top line; nothing where all is done. */
export function WorkUnderWay() {
  const { name } = useCase()
  const progress = useProgress()
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
