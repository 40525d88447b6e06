/** The diagram of sources, said in a table. */
import { CERTAINTY_WORDS, NOBODY_NAMED, stanceWord } from '../../schema/labels.js'
import type { SourceGraph } from '../../api/client.js'
import { strings } from '../strings.js'

export function SourceTable({ graph: { nodes, edges } }: { graph: SourceGraph }) {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const label = (id: string): string => byId.get(id)?.label || NOBODY_NAMED
  return (
    <table className="table">
      <thead>
        <tr>
          <th scope="col">{strings.teller}</th>
          <th scope="col">{strings.does}</th>
          <th scope="col">{strings.told}</th>
          <th scope="col">{strings.legend}</th>
        </tr>
      </thead>
      <tbody>
        {edges.map((edge) => (
          <tr key={`${edge.from} ${edge.to}`}>
            <th scope="row">
              {label(edge.from)}
              {byId.get(edge.from)?.origin && <span className="aside"> {strings.origin}</span>}
            </th>
            <td>{stanceWord(edge.stance, byId.get(edge.from)?.kind ?? 'named')}</td>
            <td>{label(edge.to)}</td>
            <td>
              {CERTAINTY_WORDS[edge.certainty].word}
              {edge.circular && `, ${strings.circular}`}
            </td>
          </tr>
        ))}
        {edges.length === 0 && (
          <tr>
            <td colSpan={4}>{strings.nobodyTold}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}
