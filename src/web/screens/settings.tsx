/** Whom decisions are by, and where everything is kept. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useEffect, useState } from 'react'
import { fetchSettings, saveSettings, type Settings as Values } from '../../api/client.js'
import { Answer } from '../parts/page.js'
import { Top } from '../parts/top.js'
import { useToast } from '../state/toast.js'
import { strings } from '../strings.js'

export function Settings() {
  const asked = useQuery({ queryKey: ['settings'], queryFn: fetchSettings })
  useEffect(() => {
    document.title = `${strings.settings} – ${strings.name}`
  }, [])
  return (
    <>
      <Top />
      <main id="text" tabIndex={-1} className="cases-page">
        <h1>{strings.settings}</h1>
        <Answer of={asked}>{(values) => <Form values={values} />}</Answer>
      </main>
    </>
  )
}

function Form({ values }: { values: Values }) {
  const [by, setBy] = useState(values.by)
  const cache = useQueryClient()
  const toast = useToast()
  const save = useMutation({
    mutationFn: saveSettings,
    onSuccess: (saved) => {
      cache.setQueryData(['settings'], saved)
      toast({ text: strings.saved })
    },
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    save.mutate({ by: by.trim() })
  }
  const facts: readonly (readonly [string, string])[] = [
    [strings.keptIn, values.home],
    [strings.database, values.database],
    [strings.sandbox, values.sandbox],
    [strings.version, values.version],
  ]
  return (
    <>
      <form className="new-case" onSubmit={submit}>
        <label>
          <span>{strings.byLabel}</span>
          <input type="text" value={by} maxLength={100} onChange={(event) => setBy(event.target.value)} />
        </label>
        <button type="submit" className="main" disabled={by.trim() === '' || by.trim() === values.by}>
          {strings.save}
        </button>
        {save.error && (
          <p className="notice" role="alert">
            {save.error.message}
          </p>
        )}
      </form>
      <dl className="facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}
