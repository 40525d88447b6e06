/** What the case's claims state, each once, with how many independent origins stand behind it. */
import { Link } from '@tanstack/react-router'
import { ChoiceFilter, WordsFilter } from '../parts/filters.js'
import { More } from '../parts/more.js'
import { Origins } from '../parts/origins.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { useAsk, useCase } from '../state/case.js'
import { useFilters } from '../state/filters.js'
import { useMore } from '../state/more.js'
import { strings } from '../strings.js'

const AT_ONCE = 100
const SORTS = ['origins', 'documents'] as const

export function Propositions() {
  const { name } = useCase()
  const [{ like = '', sort }, choose] = useFilters()
  const list = useMore(AT_ONCE)
  const order = SORTS.find((known) => known === sort) ?? 'origins'
  const asked = useAsk(['propositions', like, order, list.limit], (client) =>
    client.propositions({ ...(like ? { like } : {}), sort: order, limit: list.limit }),
  )
  return (
    <Page
      title={strings.places.propositions}
      about={strings.propositionsHelp}
      actions={
        <>
          <WordsFilter label={strings.inTheWords} value={like} onChange={(like) => choose({ like })} />
          <ChoiceFilter
            label={strings.sortBy}
            value={order}
            choices={SORTS}
            word={(each) => (each === 'origins' ? strings.byMostOrigins : strings.byMostDocuments)}
            onChange={(sort) => choose({ sort })}
          />
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
              <More of={list} shown={rows.length} total={total} />
            </>
          )
        }
      </Answer>
    </Page>
  )
}
