/** Taking a document out of the case: first what would fall with it, then the decision. Its record and its original stay. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { DocumentRecord } from '../../schema/case.js'
import { useAsk, useCase } from '../state/case.js'
import { useToast } from '../state/toast.js'
import { strings } from '../strings.js'
import { Dialog } from './dialog.js'
import { Answer } from './page.js'

const SHOWN = 8

export function RemoveDocument({ record }: { record: DocumentRecord }) {
  const [asking, setAsking] = useState(false)
  if (record.state === 'removed') return null
  return (
    <>
      <button type="button" className="quiet" onClick={() => setAsking(true)}>
        {strings.takeOut}
      </button>
      {asking && <Ask record={record} onClose={() => setAsking(false)} />}
    </>
  )
}

function Ask({ record, onClose }: { record: DocumentRecord; onClose(): void }) {
  const { name, client } = useCase()
  const cache = useQueryClient()
  const navigate = useNavigate()
  const toast = useToast()
  const rests = useAsk(['rests', record.id], (c) => c.rests(record.id))
  const remove = useMutation({
    mutationFn: () => client.removeDocument(record.id),
    onSuccess: async () => {
      await cache.invalidateQueries({ queryKey: ['case', name] })
      toast({ text: strings.tookOut })
      await navigate({ to: '/cases/$name/documents', params: { name } })
    },
  })
  return (
    <Dialog title={strings.takeOutTitle} onClose={onClose}>
      <p>{strings.takeOutHelp}</p>
      <Answer of={rests}>
        {({ propositions, findings }) => (
          <>
            <p>{strings.wouldFall(propositions.length, findings.length)}</p>
            <ul className="plain">
              {propositions.slice(0, SHOWN).map(({ id, text }) => (
                <li key={id}>{text}</li>
              ))}
              {findings.slice(0, SHOWN).map(({ id, why }) => (
                <li key={id}>{why}</li>
              ))}
            </ul>
          </>
        )}
      </Answer>
      {remove.error && <p role="alert">{remove.error.message}</p>}
      <div className="buttons">
        <button type="button" className="main" disabled={remove.isPending} onClick={() => remove.mutate()}>
          {strings.takeOut}
        </button>
        <button type="button" onClick={onClose}>
          {strings.cancel}
        </button>
      </div>
    </Dialog>
  )
}
