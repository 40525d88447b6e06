/** Who told whom, drawn: documents at the left, origins at the right, firmness on each arrow, circles as circles. */
import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { CERTAINTY_WORDS, NOBODY_NAMED, stanceWord } from '../../schema/labels.js'
import type { SourceGraph } from '../../api/client.js'
import { useCase } from '../state/case.js'
import { strings } from '../strings.js'
import { dateWords } from '../text/date.js'
import { type Laid, layOut, NODE } from '../text/source-layout.js'

export default function SourceDiagram({ graph }: { graph: SourceGraph }) {
  const [laid, setLaid] = useState<Laid | null>(null)
  useEffect(() => {
    let gone = false
    void layOut(graph).then((done) => {
      if (!gone) setLaid(done)
    })
    return () => {
      gone = true
    }
  }, [graph])
  if (!laid) return <p className="aside">{strings.oneMoment}</p>
  return (
    <div className="diagram" role="group" tabIndex={0} aria-label={strings.diagramLabel(graph.nodes.length)}>
      <svg width={laid.width} height={laid.height} viewBox={`0 0 ${laid.width} ${laid.height}`}>
        <defs>
          {(['certain', 'probable', 'possible', 'unknown', 'denied', 'circle'] as const).map((kind) => (
            <marker
              key={kind}
              id={`head-${kind}`}
              viewBox="0 0 8 8"
              refX="7"
              refY="4"
              markerWidth="7"
              markerHeight="7"
              orient="auto"
              className={`head ${kind}`}
            >
              <path d="M0 0.5 7 4 0 7.5z" />
            </marker>
          ))}
        </defs>
        {laid.edges.map(({ edge, path, label }) => {
          const denied = edge.stance === 'denies' || edge.stance === 'doubts'
          const kind = edge.circular ? 'circle' : denied ? 'denied' : edge.certainty
          return (
            <g key={`${edge.from} ${edge.to}`} className={`edge ${kind}`}>
              <path d={path} markerEnd={`url(#head-${kind})`} />
              <text x={label.x} y={label.y} textAnchor="middle">
                {stanceWord(edge.stance, graph.nodes.find(({ id }) => id === edge.from)?.kind ?? 'named')}
                <title>{CERTAINTY_WORDS[edge.certainty].means}</title>
              </text>
            </g>
          )
        })}
        {laid.nodes.map(({ node, x, y }) => (
          <g
            key={node.id}
            className={`node ${node.kind}${node.origin ? ' origin' : ''}`}
            transform={`translate(${x} ${y})`}
          >
            <rect width={NODE.width} height={NODE.height} rx={node.kind === 'document' ? 2 : 14} />
            <foreignObject width={NODE.width} height={NODE.height}>
              <NodeWords node={node} />
            </foreignObject>
          </g>
        ))}
      </svg>
    </div>
  )
}

function NodeWords({ node }: { node: SourceGraph['nodes'][number] }) {
  const { name } = useCase()
  const label = node.label || NOBODY_NAMED
  const under = [
    node.published && dateWords(node.published),
    node.count > 1 && strings.persons(node.count),
    node.origin && node.kind !== 'document' && strings.origin,
  ]
    .filter(Boolean)
    .join(' · ')
  return (
    <div className="node-words">
      {node.document === null ? (
        <span className="label" title={label}>
          {label}
        </span>
      ) : (
        <Link
          className="label"
          title={label}
          to="/cases/$name/documents/$id"
          params={{ name, id: node.document }}
        >
          {label}
        </Link>
      )}
      {under !== '' && <span className="under">{under}</span>}
    </div>
  )
}
