/** Places for the nodes of a network, off the page's own thread (ForceAtlas2, Jacomy et al. 2014). */
import Graph from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'

export interface LayoutAsked {
  readonly nodes: readonly string[]
  readonly edges: readonly (readonly [left: string, right: string, weight: number])[]
}
export type LayoutDone = Readonly<Record<string, { readonly x: number; readonly y: number }>>

/** More rounds for small networks, which have the time. */
const roundsFor = (nodes: number): number => Math.max(60, Math.min(600, Math.round(120_000 / (nodes + 1))))

self.onmessage = ({ data: { nodes, edges } }: MessageEvent<LayoutAsked>) => {
  const graph = new Graph({ type: 'undirected' })
  // A sunflower's seeds: the same beginning each time, so that a network looks the same when it is opened again.
  nodes.forEach((id, i) => {
    const angle = i * Math.PI * (3 - Math.sqrt(5))
    graph.addNode(id, { x: Math.sqrt(i) * Math.cos(angle), y: Math.sqrt(i) * Math.sin(angle) })
  })
  for (const [left, right, weight] of edges)
    if (!graph.hasEdge(left, right)) graph.addEdge(left, right, { weight })
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    linLogMode: true,
    barnesHutOptimize: nodes.length > 300,
  }
  const done: LayoutDone = forceAtlas2(graph, {
    iterations: roundsFor(nodes.length),
    settings,
  })
  self.postMessage(done)
}
