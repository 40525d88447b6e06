/** What a list is narrowed down and sorted by stands in the address, so that it can be linked to and gone back to. */
import { useNavigate, useSearch } from '@tanstack/react-router'

export type Filters = Readonly<Record<string, string | undefined>>

/** The fields of the address, and how to change some of them; undefined takes a field away. */
export function useFilters(): readonly [Filters, (changes: Filters) => void] {
  const chosen = useSearch({ strict: false })
  const navigate = useNavigate()
  const choose = (changes: Filters): void =>
    void navigate({
      to: '.',
      // Another list begins at its beginning.
      search: (before) => ({ ...before, page: undefined, ...changes }),
      // Each letter typed would bury the page before in the history.
      replace: true,
    })
  return [chosen, choose]
}
