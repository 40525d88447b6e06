import { useLocation, useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { strings } from '../strings.js'

/** Search from anywhere in a case; results come while typing. */
export function SearchBox({ name }: { name: string }) {
  const navigate = useNavigate()
  const { words: standing = '' } = useSearch({ strict: false })
  const searching = useLocation().pathname.endsWith('/search')
  const [words, setWords] = useState(standing)
  useEffect(() => setWords(standing), [standing])
  const go = (next: string, replace: boolean): void =>
    void navigate({ to: '/cases/$name/search', params: { name }, search: { words: next }, replace })
  return (
    <form
      className="search-box"
      role="search"
      onSubmit={(event) => {
        event.preventDefault()
        go(words, false)
      }}
    >
      <input
        type="search"
        aria-label={strings.searchLabel}
        placeholder={strings.searchHint}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          // On the search screen itself, each letter asks; elsewhere, the Enter key leads there.
          if (searching) go(event.target.value, true)
        }}
      />
    </form>
  )
}
