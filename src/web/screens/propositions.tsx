/** What the case's claims state, each once, with how many independent origins stand behind it. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Origins } from '../parts/origins.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { useAsk, useCase } from '../state/case.js'
import { strings } from '../strings.js'

const AT_ONCE = 100

export function Propositions() {
  const { name } = useCase()
  const { like = '', sort = 'origins' } = useSearch({ strict: false })
  const navigate = useNavigate()
  const [limit, setLimit] = useState(AT_ONCE)
  const order = sort === 'documents' ? 'documents' : 'origins'
  const asked = useAsk(['propositions', like, order, limit], (client) =>
    client.propositions({ ...(like ? { like } : {}), sort: order, limit }),
  )
  const go = (fields: Record<string, string | undefined>): void =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...fields }), replace: true })
  return (
    <Page
      title={strings.places.propositions}
      about={strings.propositionsHelp}
      actions={
        <>
          <input
            type="search"
            aria-label={strings.inTheWords}
            placeholder={strings.inTheWords}
            value={like}
            onChange={(event) => go({ like: event.target.value || undefined })}
          />
          <label className="filter">
            <span>{strings.sortBy}</span>
            <select value={order} onChange={(event) => go({ sort: event.target.value })}>
              <option value="origins">{strings.byMostOrigins}</option>
              <option value="documents">{strings.byMostDocuments}</option>
            </select>
          </label>
        </>
      }
    >
      <Answer of={asked}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <Empty title={strings.noPropositions}>
              <p>{strings.noPropositionsHelp}</p>
            </Empty>
          ) : (
            <>
              <ol className="hits">
                {rows.map((proposition) => (
                  <li key={proposition.id}>
                    <Link to="/cases/$name/propositions/$id" params={{ name, id: proposition.id }}>
                      {proposition.text}
                    </Link>
                    <div>
                      <Origins of={proposition} />
                    </div>
                  </li>
                ))}
              </ol>
              {rows.length < total && limit < 1000 && (
                <button type="button" onClick={() => setLimit(Math.min(1000, limit + AT_ONCE))}>
                  {strings.more}
                </button>
              )}
            </>
          )
        }
      </Answer>
    </Page>
  )
}
