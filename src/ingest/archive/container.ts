/** What a mere container has to say: nothing, or what of it was left out. */
import { problem, WhenceError } from '../../schema/errors.js'
import type { Problem } from '../../schema/reading.js'
import type { Content } from '../format.js'
import { NO_METADATA } from '../metadata.js'
import { shownName } from './member-names.js'

const MOST_PROBLEMS = 1000

export interface Report {
  add(found: Problem): void
  /** Lists a member that could not be taken out. @throws what is no fault of the member: limits of the whole. */
  member(name: string, error: unknown): void
  content(): Content | null
}

/** Limits that end the whole, whichever member reached them. */
const ENDS_ALL: ReadonlySet<string> = new Set([
  'children-many',
  'output-large',
  'archive-large',
  'zip-total-large',
])

export function report(): Report {
  const problems: Problem[] = []
  let more = 0
  const add = (found: Problem): void => {
    if (problems.length < MOST_PROBLEMS) problems.push(found)
    else more++
  }
  return {
    add,
    member(name, error) {
      if (error instanceof WhenceError && ENDS_ALL.has(String(error.code))) throw error
      const why = error instanceof Error ? error.message : String(error)
      add(problem('member-failed', null, shownName(name), why.slice(0, 300)))
    },
    content() {
      if (problems.length === 0) return null
      const all = more === 0 ? problems : [...problems, problem('problems-many', null, String(more))]
      return { text: '', blocks: [], metadata: NO_METADATA, language: null, problems: all }
    },
  }
}
