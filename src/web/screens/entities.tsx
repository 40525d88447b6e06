/** People, organisations and places of the case, those in most documents first. */
import { Link } from '@tanstack/react-router'
import { ChoiceFilter, WordsFilter } from '../parts/filters.js'
import { More } from '../parts/more.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { useAsk, useCase } from '../state/case.js'
import { useFilters } from '../state/filters.js'
import { useMore } from '../state/more.js'
import { strings } from '../strings.js'

const TYPES = ['Person', 'Organization', 'Place', 'Group', 'Event', 'Work', 'Object', 'all'] as const
const AT_ONCE = 200

export function Entities() {
  const { name } = useCase()
  const [{ like = '', type = 'Person' }, choose] = useFilters()
  const list = useMore(AT_ONCE)
  const asked = useAsk(['entities', like, type, list.limit], (client) =>
    client.entities({
      ...(like ? { like } : {}),
      ...(type === 'all' ? {} : { type, named: true }),
      limit: list.limit,
    }),
  )
  return (
    <Page
      title={strings.places.entities}
      about={strings.entitiesHelp}
      actions={
        <>
          <WordsFilter label={strings.inTheName} value={like} onChange={(like) => choose({ like })} />
          <ChoiceFilter
            label={strings.kind}
            value={type}
            choices={TYPES}
            word={(each) => strings.types[each]}
            onChange={(type) => choose({ type })}
          />
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
              <More of={list} shown={rows.length} total={total} />
            </>
          )
        }
      </Answer>
    </Page>
  )
}
