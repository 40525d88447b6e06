/** The chains of some claims as one diagram: who told whom, documents nearest, origins last. */
import type { CaseClaim, DocumentRecord, Origin } from '../../schema/case.js'
import type { Link } from '../../schema/reading.js'
import type { SourceGraph } from '../views.js'

type Node = SourceGraph['nodes'][number]
type Edge = SourceGraph['edges'][number]

/**
 * Nodes are one where they are one entity, one document, one document's words for an unnamed source, or one origin as
 * `origins` count them. A link to a publication whose own document is among `documents` leads to that document, so chains go
 * on where they are known to.
 */
export function graphOf(
  claims: readonly CaseClaim[],
  documents: readonly DocumentRecord[],
  origins: readonly Origin[] = [],
): SourceGraph {
  const byId = new Map(documents.map((record) => [record.id, record]))
  const publishedBy = publications(documents)
  const originOf = new Map(
    origins.flatMap((origin, i) => origin.evidence.map(({ claim }) => [claim, { origin, i }] as const)),
  )
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
    const links = claim.chain.slice(1)
    for (const [depth, link] of links.entries()) {
      const published = publishedBy(link.who.text, document)
      const joined = depth === links.length - 1 ? originOf.get(claimId) : undefined
      const teller = put(
        published !== null
          ? documentNode(published, link.who.text)
          : joined
            ? originNode(joined.origin, joined.i)
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

const originNode = ({ who, kind, count }: Origin, i: number): Node => ({
  id: `origin:${i}`,
  label: who,
  kind,
  document: null,
  published: null,
  origin: true,
  count,
})

/** The document that a publication's name means in another document: its latest before that one, or its only one. */
function publications(documents: readonly DocumentRecord[]): (name: string, within: string) => string | null {
  const dated = new Map(documents.map(({ id, published }) => [id, published ?? '']))
  const found = new Map<string, string[]>()
  for (const { id, publisher } of documents)
    if (publisher !== null)
      found.set(publisher.toLowerCase(), [...(found.get(publisher.toLowerCase()) ?? []), id])
  return (name, within) => {
    const others = (found.get(name.toLowerCase()) ?? []).filter((id) => id !== within)
    const before = others
      .filter((id) => dated.get(id)! <= dated.get(within)!)
      .sort((a, b) => (dated.get(a)! < dated.get(b)! ? 1 : -1))
    return before[0] ?? (others.length === 1 ? others[0]! : null)
  }
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
