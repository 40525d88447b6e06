/** The chains of some claims as one diagram: who told whom, documents nearest, origins last. */
import type { CaseClaim, DocumentRecord } from '../../schema/case.js'
import type { Link } from '../../schema/reading.js'
import type { SourceGraph } from '../views.js'

type Node = SourceGraph['nodes'][number]
type Edge = SourceGraph['edges'][number]

/**
 * Nodes are one where they are one entity, one document, or one document's words for an unnamed source. A link to a
 * publication whose own document is among `documents` leads to that document, so chains go on where they are known to.
 */
export function graphOf(claims: readonly CaseClaim[], documents: readonly DocumentRecord[]): SourceGraph {
  const byId = new Map(documents.map((record) => [record.id, record]))
  const byPublisher = soleOf(documents)
  const nodes = new Map<string, Node>()
  const edges = new Map<string, Edge>()
  const documentNode = (id: string, fallback: string): Node => {
    const record = byId.get(id)
    return {
      id: `document:${id}`,
      label: record?.publisher ?? record?.title ?? fallback,
      kind: 'document',
      document: id,
      published: record?.published ?? null,
      origin: false,
      count: 1,
    }
  }
  const put = (node: Node): string => {
    const known = nodes.get(node.id)
    if (!known || known.count < node.count) nodes.set(node.id, node)
    return node.id
  }
  for (const { id: claimId, document, file, claim } of claims) {
    let told = put(documentNode(document, file))
    for (const link of claim.chain.slice(1)) {
      const published = byPublisher.get(link.who.text.toLowerCase())
      const teller = put(
        published !== undefined && published !== document
          ? documentNode(published, link.who.text)
          : sourceNode(link, document),
      )
      if (teller !== told) {
        const key = `${teller} ${told}`
        const known = edges.get(key)
        edges.set(key, {
          from: teller,
          to: told,
          stance: known?.stance ?? link.stance,
          certainty: known?.certainty ?? link.certainty,
          claims: [...(known?.claims ?? []), claimId],
          circular: false,
        })
      }
      told = teller
    }
  }
  const closing = circlesIn([...edges.values()])
  const tells = new Set([...edges.values()].map(({ to }) => to))
  return {
    // Nobody is known to have told an origin.
    nodes: [...nodes.values()].map((node) => ({ ...node, origin: !tells.has(node.id) })),
    edges: [...edges.values()].map((edge) => ({ ...edge, circular: closing.has(`${edge.from} ${edge.to}`) })),
  }
}

function sourceNode(link: Link, document: string): Node {
  const { entity, text } = link.who
  // Two papers' 'a nurse' need not be one.
  const id = entity !== undefined ? `entity:${entity}` : `words:${document}:${text.toLowerCase()}`
  return {
    id,
    label: text,
    kind: link.kind,
    document: null,
    published: null,
    origin: false,
    count: link.quantifier?.said ?? 1,
  }
}

/** Publishers with one document here; of two, a link would not say which. */
function soleOf(documents: readonly DocumentRecord[]): ReadonlyMap<string, string> {
  const found = new Map<string, string | null>()
  for (const { id, publisher } of documents) {
    if (publisher === null) continue
    const key = publisher.toLowerCase()
    found.set(key, found.has(key) ? null : id)
  }
  return new Map([...found].flatMap(([name, id]) => (id === null ? [] : [[name, id]])))
}

/** Edges inside a strongly connected component (Tarjan 1972): each lies on a circle. */
function circlesIn(edges: readonly Edge[]): ReadonlySet<string> {
  const out = new Map<string, string[]>()
  for (const { from, to } of edges) out.set(from, [...(out.get(from) ?? []), to])
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const component = new Map<string, number>()
  const stack: string[] = []
  let components = 0
  const visit = (node: string): void => {
    index.set(node, index.size)
    low.set(node, index.get(node)!)
    stack.push(node)
    for (const next of out.get(node) ?? []) {
      if (!index.has(next)) visit(next)
      if (!component.has(next)) low.set(node, Math.min(low.get(node)!, low.get(next)!))
    }
    if (low.get(node) !== index.get(node)) return
    for (;;) {
      const member = stack.pop()!
      component.set(member, components)
      if (member === node) break
    }
    components++
  }
  for (const node of out.keys()) if (!index.has(node)) visit(node)
  return new Set(
    edges
      .filter(({ from, to }) => component.get(from) === component.get(to))
      .map(({ from, to }) => `${from} ${to}`),
  )
}
