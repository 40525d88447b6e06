/** Under a list that comes in parts: which part this is, and the ways to those beside it. The part stands in the address. */
import { Link } from '@tanstack/react-router'
import { strings } from '../strings.js'

interface Props {
  /** The part that is shown, from 0. */
  readonly page: number
  /** Rows in all, and in each part. */
  readonly total: number
  readonly atOnce: number
}

export function Pager({ page, total, atOnce }: Props) {
  const pages = Math.ceil(total / atOnce)
  if (pages < 2) return null
  const to = (label: string, next: number) => (
    <Link to="." search={(before) => ({ ...before, page: String(next) })}>
      {label}
    </Link>
  )
  return (
    <nav className="pager" aria-label={strings.part(page + 1, pages)}>
      {page > 0 ? to(strings.previousPart, page - 1) : <span />}
      <span>{strings.part(page + 1, pages)}</span>
      {page + 1 < pages ? to(strings.nextPart, page + 1) : <span />}
    </nav>
  )
}
