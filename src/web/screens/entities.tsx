/** People, organisations and places of the case, those in most documents first. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { Answer, Empty, Page } from '../parts/page.js'
import { useAsk, useCase } from '../state/case.js'
import { strings } from '../strings.js'

const TYPES = ['Person', 'Organization', 'Place', 'Group', 'Event', 'Work', 'Object'] as const
const AT_ONCE = 200

export function Entities() {
  const { name } = useCase()
  const { like = '', type = 'Person' } = useSearch({ strict: false })
  const navigate = useNavigate()
  const [limit, setLimit] = useState(AT_ONCE)
  const asked = useAsk(['entities', like, type, limit], (client) =>
    client.entities({
      ...(like ? { like } : {}),
      ...(type === 'all' ? {} : { type, named: true }),
      limit,
    }),
  )
  const go = (fields: Record<string, string | undefined>): void =>
    void navigate({ to: '.', search: (before) => ({ ...before, ...fields }), replace: true })
  return (
    <Page
      title={strings.places.entities}
      about={strings.entitiesHelp}
      actions={
        <>
          <input
            type="search"
            aria-label={strings.inTheName}
            placeholder={strings.inTheName}
            value={like}
            onChange={(event) => go({ like: event.target.value || undefined })}
          />
          <label className="filter">
            <span>{strings.kind}</span>
            <select value={type} onChange={(event) => go({ type: event.target.value })}>
              {TYPES.map((each) => (
                <option key={each} value={each}>
                  {strings.types[each]}
                </option>
              ))}
              <option value="all">{strings.types.all}</option>
            </select>
          </label>
        </>
      }
    >
      <Answer of={asked}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <Empty title={strings.nothingFound} />
          ) : (
            <>
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">{strings.nameColumn}</th>
                    <th scope="col">{strings.alsoWritten}</th>
                    <th scope="col" className="number">
                      {strings.places.documents}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((entity) => (
                    <tr key={entity.id}>
                      <th scope="row">
                        <Link to="/cases/$name/entities/$id" params={{ name, id: entity.id }}>
                          {entity.name}
                        </Link>
                      </th>
                      <td>{entity.names.filter((other) => other !== entity.name).join(', ')}</td>
                      <td className="number">{entity.documents}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
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
