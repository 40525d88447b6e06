/** Where a document came from and what was made of it: what the log says, and the original to take along. */
import { Link } from '@tanstack/react-router'
import type { Entry } from '../../api/client.js'
import type { Derived, DocumentRecord } from '../../schema/case.js'
import { useCase } from '../state/case.js'
import { strings } from '../strings.js'

interface Props {
  readonly record: DocumentRecord
  readonly derived: Derived | null
  readonly entries: readonly Entry[]
}

const MOST_HEADERS = 60

export function Custody({ record, derived, entries }: Props) {
  const { name, client } = useCase()
  return (
    <section aria-labelledby="custody">
      <h2 id="custody">{strings.custody}</h2>
      <dl className="facts">
        <div>
          <dt>SHA-256</dt>
          <dd>
            <code>{record.id}</code>{' '}
            <a href={client.originalAddress(record.id)} download>
              {strings.takeOriginal}
            </a>
          </dd>
        </div>
        {record.parent !== null && (
          <div>
            <dt>{strings.cameOutOf}</dt>
            <dd>
              <Link to="/cases/$name/documents/$id" params={{ name, id: record.parent }}>
                {record.file}
              </Link>
            </dd>
          </div>
        )}
        {derived?.fields.map((field, i) => (
          <div key={`field-${i}`}>
            <dt>{strings.fieldNames[field.field]}</dt>
            <dd>
              {field.value} <span className="aside">{field.from}</span>
            </dd>
          </div>
        ))}
        {entries.map((entry) => (
          <div key={entry.seq}>
            <dt>
              {entry.at.slice(0, 16).replace('T', ' ')} · {entry.by}
            </dt>
            <dd>
              {strings.acts[entry.act]}{' '}
              <span className="aside">
                {Object.entries(entry.detail)
                  .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
                  .map(([key, value]) => `${key}: ${String(value)}`)
                  .join(' · ')}
              </span>
            </dd>
          </div>
        ))}
      </dl>
      {derived && derived.headers.length > 0 && (
        <details>
          <summary>{strings.headers(derived.headers.length)}</summary>
          <dl className="facts">
            {derived.headers.slice(0, MOST_HEADERS).map((header, i) => (
              <div key={i}>
                <dt>{header.name}</dt>
                <dd>{header.value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}
