import { CERTAINTY_WORDS } from '../../schema/labels.js'
import type { Certainty } from '../../schema/reading.js'

/** How firmly something is put: by form, by colour and, unless it stands beside it already, by word. */
export function Firmness({ certainty, wordless = false }: { certainty: Certainty; wordless?: boolean }) {
  const { word, mark } = CERTAINTY_WORDS[certainty]
  return (
    <span className={`firmness ${certainty}`}>
      <span className="mark" aria-hidden="true">
        {mark}
      </span>
      <span className={wordless ? 'unseen' : undefined}>{wordless ? word : ` ${word}`}</span>
    </span>
  )
}
