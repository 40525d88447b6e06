/** Every case on this machine, and the way to begin one. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { type CaseSummary, createCase, fetchCases } from '../../api/client.js'
import { Answer } from '../parts/page.js'
import { Top } from '../parts/top.js'
import { strings } from '../strings.js'
import { dateWords } from '../text/date.js'

export function Cases() {
  const asked = useQuery({ queryKey: ['cases'], queryFn: fetchCases, staleTime: 0 })
  useEffect(() => {
    document.title = `${strings.allCases} – ${strings.name}`
  }, [])
  return (
    <>
      <Top />
      <main id="text" tabIndex={-1} className="cases-page">
        <h1>{strings.promise}</h1>
        <p className="lead">{strings.lead}</p>
        <Answer of={asked}>{(cases) => <List cases={cases} />}</Answer>
        <NewCase />
        <p className="aside">
          <Link to="/read">{strings.readOne}</Link> · <Link to="/settings">{strings.settings}</Link>
        </p>
      </main>
    </>
  )
}

function List({ cases }: { cases: readonly CaseSummary[] }) {
  if (cases.length === 0) return <p className="notice">{strings.noCases}</p>
  return (
    <ul className="case-list">
      {cases.map(({ case: { id, name }, counts, findings, changed }) => (
        <li key={id}>
          <Link to="/cases/$name" params={{ name }}>
            {name}
          </Link>
          <p>
            {[
              strings.documents(counts.states.done),
              strings.claims(counts.claims),
              strings.findingsCount(findings),
              changed && strings.changed(dateWords(changed.slice(0, 10))),
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  )
}

function NewCase() {
  const [name, setName] = useState('')
  const navigate = useNavigate()
  const cache = useQueryClient()
  const create = useMutation({
    mutationFn: createCase,
    onSuccess: async (made) => {
      await cache.invalidateQueries({ queryKey: ['cases'] })
      await navigate({ to: '/cases/$name/documents', params: { name: made.name } })
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() !== '') create.mutate(name.trim())
  }
  return (
    <form className="new-case" onSubmit={submit}>
      <label>
        <span>{strings.newCase}</span>
        <input
          type="text"
          value={name}
          maxLength={100}
          placeholder={strings.newCaseHint}
          onChange={(event) => setName(event.target.value)}
        />
      </label>
      <button type="submit" className="main" disabled={name.trim() === '' || create.isPending}>
        {strings.begin}
      </button>
      {create.error && (
        <p className="notice" role="alert">
          {create.error.message}
        </p>
      )}
    </form>
  )
}
