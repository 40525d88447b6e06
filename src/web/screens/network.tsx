/** Who stands beside whom in the claims: a drawing, and a table that says the same. */
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useState } from 'react'
import type { NetworkView } from '../../api/client.js'
import { ClaimList } from '../parts/claim-list.js'
import { ChoiceFilter } from '../parts/filters.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { useAsk, useCase } from '../state/case.js'
import { useFilters } from '../state/filters.js'
import { strings } from '../strings.js'

const NetworkDrawing = lazy(() => import('../parts/network-view.js'))
const SIZES = ['100', '400', '1500'] as const
const LISTED = 200

export function Network() {
  const [{ size, entity }, choose] = useFilters()
  const limit = SIZES.find((known) => known === size) ?? SIZES[0]
  const asked = useAsk(['network', limit, entity], (client) =>
    client.network({ limit: Number(limit), ...(entity ? { entity } : {}) }),
  )
  return (
    <Page
      title={strings.places.network}
      about={strings.networkHelp}
      actions={
        <ChoiceFilter
          label={strings.howMany}
          value={limit}
          choices={SIZES}
          word={(each) => strings.upTo(Number(each))}
          onChange={(size) => choose({ size })}
        />
      }
    >
      <Answer of={asked}>
        {(view) =>
          view.edges.length === 0 ? <Empty title={strings.nobodyTogether} /> : <Joined view={view} />
        }
      </Answer>
    </Page>
  )
}

/** Without names that no line leads to: they stand beside others that are not drawn. */
function joined(view: NetworkView): NetworkView {
  const ends = new Set(view.edges.flatMap(({ left, right }) => [left, right]))
  return { ...view, nodes: view.nodes.filter(({ id }) => ends.has(id)) }
}

function Joined({ view }: { view: NetworkView }) {
  const shown = useMemo(() => joined(view), [view])
  return <Shown view={shown} />
}

function Shown({ view }: { view: NetworkView }) {
  const { name } = useCase()
  const [edge, setEdge] = useState<NetworkView['edges'][number] | null>(null)
  const [node, setNode] = useState<string | null>(null)
  const byId = useMemo(() => new Map(view.nodes.map((each) => [each.id, each])), [view])
  const nameOf = (id: string): string => byId.get(id)?.name ?? id
  const edges = useMemo(() => [...view.edges].sort((a, b) => b.claims - a.claims), [view])
  return (
    <>
      <Suspense fallback={<p className="aside">{strings.oneMoment}</p>}>
        <NetworkDrawing
          view={view}
          chosen={node}
          onNode={(id) => setNode(id === node ? null : id)}
          onEdge={(left, right) =>
            setEdge(
              view.edges.find(
                (each) =>
                  (each.left === left && each.right === right) ||
                  (each.left === right && each.right === left),
              ) ?? null,
            )
          }
        />
      </Suspense>
      <p className="aside legend-line">
        <span className="dot person" aria-hidden="true" /> {strings.types.Person}{' '}
        <span className="dot organisation" aria-hidden="true" /> {strings.types.Organization}
        {node !== null && (
          <>
            {' · '}
            <Link to="/cases/$name/entities/$id" params={{ name, id: node }}>
              {strings.openProfile(nameOf(node))}
            </Link>
          </>
        )}
      </p>
      {edge && (
        <section aria-live="polite">
          <h2>{strings.together(nameOf(edge.left), nameOf(edge.right))}</h2>
          <ClaimList filter={{ entity: edge.left, beside: edge.right }} />
        </section>
      )}
      <h2>{strings.asTable}</h2>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{strings.nameColumn}</th>
            <th scope="col">{strings.nameColumn}</th>
            <th scope="col" className="number">
              {strings.places.claims}
            </th>
          </tr>
        </thead>
        <tbody>
          {edges.slice(0, LISTED).map((each) => (
            <tr key={`${each.left} ${each.right}`}>
              {[each.left, each.right].map((id) => (
                <td key={id}>
                  <Link to="/cases/$name/entities/$id" params={{ name, id }}>
                    {nameOf(id)}
                  </Link>
                </td>
              ))}
              <td className="number">
                <button type="button" className="quiet" onClick={() => setEdge(each)}>
                  {strings.claims(each.claims)}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {view.joined > LISTED && <p className="aside">{strings.andMore(view.joined - LISTED)}</p>}
    </>
  )
}
