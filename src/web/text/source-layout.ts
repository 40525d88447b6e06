/** Places for the nodes and arrows of a diagram of sources, in layers from documents to origins (elk's layered layout, after Sugiyama). */
import type { ElkNode } from 'elkjs/lib/elk-api.js'
import type { SourceGraph } from '../../api/client.js'

export const NODE = { width: 168, height: 52 } as const
const MARGIN = 8

export interface Laid {
  readonly width: number
  readonly height: number
  readonly nodes: readonly {
    readonly node: SourceGraph['nodes'][number]
    readonly x: number
    readonly y: number
  }[]
  readonly edges: readonly {
    readonly edge: SourceGraph['edges'][number]
    /** Of an SVG path, from teller to told. */
    readonly path: string
    readonly label: Point
  }[]
}
interface Point {
  readonly x: number
  readonly y: number
}

export async function layOut(graph: SourceGraph): Promise<Laid> {
  const { default: Elk } = await import('elkjs/lib/elk.bundled.js')
  const wanted: ElkNode = {
    id: 'root',
    layoutOptions: {
      'elk.algorithm': 'layered',
      // Edges run from teller to told, and the reader stands at the left.
      'elk.direction': 'LEFT',
      'elk.edgeRouting': 'ORTHOGONAL',
      'elk.layered.spacing.nodeNodeBetweenLayers': '96',
      'elk.spacing.nodeNode': '18',
      'elk.layered.considerModelOrder.strategy': 'NODES_AND_EDGES',
      'elk.padding': `[top=${MARGIN},left=${MARGIN},bottom=${MARGIN},right=${MARGIN}]`,
    },
    children: graph.nodes.map(({ id }) => ({ id, ...NODE })),
    edges: graph.edges.map(({ from, to }, i) => ({ id: String(i), sources: [from], targets: [to] })),
  }
  const laid: ElkNode = await new Elk().layout(wanted)
  const placed = new Map((laid.children ?? []).map((child) => [child.id, child]))
  return {
    width: Math.ceil(laid.width ?? 0),
    height: Math.ceil(laid.height ?? 0),
    nodes: graph.nodes.map((node) => {
      const { x = 0, y = 0 } = placed.get(node.id) ?? {}
      return { node, x, y }
    }),
    edges: (laid.edges ?? []).flatMap(({ id, sections }) => {
      const edge = graph.edges[Number(id)]
      const section = sections?.[0]
      if (!edge || !section) return []
      const points = [section.startPoint, ...(section.bendPoints ?? []), section.endPoint]
      return [{ edge, path: pathOf(points), label: middleOf(points) }]
    }),
  }
}

const pathOf = (points: readonly Point[]): string =>
  points.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('')

/** Above the middle of the longest level stretch. */
function middleOf(points: readonly Point[]): Point {
  let best = { length: -1, x: 0, y: 0 }
  points.slice(1).forEach((to, i) => {
    const from = points[i]!
    const length = Math.abs(to.x - from.x)
    if (length > best.length) best = { length, x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 - 5 }
  })
  return { x: best.x, y: best.y }
}
