/** Under a list that is not all there: the way to more of it. */
import type { Growing } from '../state/more.js'
import { strings } from '../strings.js'

interface Props {
  readonly of: Growing
  readonly shown: number
  readonly total: number
}

export function More({ of, shown, total }: Props) {
  if (!of.hasMore(shown, total)) return null
  return (
    <button type="button" onClick={of.more}>
      {strings.more}
    </button>
  )
}
