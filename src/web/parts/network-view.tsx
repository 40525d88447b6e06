/** People and organisations drawn as a network; an edge is a number of claims and opens them. */
import Graph from 'graphology'
import { useEffect, useRef, useState } from 'react'
import Sigma from 'sigma'
import type { NetworkView as View } from '../../api/client.js'
import { strings } from '../strings.js'
import type { LayoutAsked, LayoutDone } from '../text/layout-worker.js'

/** Names beyond which the small ones go unwritten until one looks closer. */
const MANY = 60
/** Edges beyond which they go undrawn while one moves about: a machine without a graphics card cannot keep up with more. */
const THICKET = 1000

interface Props {
  readonly view: View
  readonly chosen: string | null
  onNode(id: string): void
  onEdge(left: string, right: string): void
}

export default function NetworkDrawing({ view, chosen, onNode, onEdge }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [places, setPlaces] = useState<LayoutDone | null>(null)
  const drawing = useRef<Sigma | null>(null)
  const act = useRef({ onNode, onEdge })
  act.current = { onNode, onEdge }

  useEffect(() => {
    const worker = new Worker(new URL('../text/layout-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<LayoutDone>) => setPlaces(data)
    const asked: LayoutAsked = {
      nodes: view.nodes.map(({ id }) => id),
      edges: view.edges.map(({ left, right, claims }) => [left, right, claims] as const),
    }
    worker.postMessage(asked)
    return () => worker.terminate()
  }, [view])

  useEffect(() => {
    if (!box.current || !places) return
    const colours = coloursOf(box.current)
    const graph = new Graph({ type: 'undirected' })
    const most = Math.max(1, ...view.nodes.map(({ documents }) => documents))
    for (const { id, name, type, documents } of view.nodes)
      graph.addNode(id, {
        ...places[id],
        label: name,
        size: 4 + 10 * Math.sqrt(documents / most),
        color: type === 'Person' ? colours.person : colours.organisation,
      })
    for (const { left, right, claims } of view.edges)
      if (!graph.hasEdge(left, right))
        graph.addEdge(left, right, { size: 0.8 + Math.min(4, Math.log2(claims + 1)), color: colours.edge })
    const sigma = new Sigma(graph, box.current, {
      enableEdgeEvents: true,
      hideEdgesOnMove: view.edges.length > THICKET,
      labelFont: colours.font,
      labelColor: { color: colours.ink },
      labelSize: 13,
      labelDensity: 1,
      labelGridCellSize: view.nodes.length > MANY ? 100 : 30,
      labelRenderedSizeThreshold: view.nodes.length > MANY ? 7 : 3,
      defaultDrawNodeHover: (context, data) => {
        // The name on the paper's own colour, so that it can be read over others.
        context.font = `13px ${colours.font}`
        const width = context.measureText(data.label ?? '').width
        context.fillStyle = colours.paper
        context.fillRect(data.x + data.size + 1, data.y - 10, width + 8, 20)
        context.fillStyle = colours.ink
        context.fillText(data.label ?? '', data.x + data.size + 4, data.y + 4)
      },
    })
    sigma.on('clickNode', ({ node }) => act.current.onNode(node))
    sigma.on('clickEdge', ({ edge }) => act.current.onEdge(graph.source(edge), graph.target(edge)))
    drawing.current = sigma
    return () => {
      drawing.current = null
      sigma.kill()
    }
  }, [view, places])

  useEffect(() => {
    const sigma = drawing.current
    if (!sigma) return
    const graph = sigma.getGraph()
    sigma.setSetting('nodeReducer', (node, data) =>
      chosen === null || !graph.hasNode(chosen) || node === chosen || graph.areNeighbors(node, chosen)
        ? data
        : { ...data, label: '', color: coloursOf(box.current!).edge },
    )
    sigma.setSetting('edgeReducer', (edge, data) =>
      chosen === null || !graph.hasNode(chosen) || graph.hasExtremity(edge, chosen)
        ? data
        : { ...data, hidden: true },
    )
  }, [chosen, places])

  return (
    <div className="network" ref={box} role="img" aria-label={strings.networkLabel(view.nodes.length)}>
      {!places && <p className="aside">{strings.oneMoment}</p>}
    </div>
  )
}

/** WebGL wants plain colours, and the page's are functions of light and dark. */
function coloursOf(element: HTMLElement) {
  const probe = document.createElement('span')
  element.append(probe)
  const read = (name: string): string => {
    probe.style.color = `var(${name})`
    return getComputedStyle(probe).color
  }
  const colours = {
    person: read('--certain'),
    organisation: read('--probable'),
    edge: read('--edge'),
    ink: read('--ink'),
    paper: read('--paper'),
    font: getComputedStyle(document.body).fontFamily,
  }
  probe.remove()
  return colours
}
