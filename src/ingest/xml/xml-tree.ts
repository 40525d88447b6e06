/** Small XML parts (relations, metadata, styles) as trees. */
import type { Problem } from '../../schema/reading.js'
import { readXml, type Attribute } from './read-xml.js'

export interface XmlNode {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly XmlNode[]
  /** Its own text, children's left out. */
  readonly text: string
}

interface Open {
  name: string
  attributes: Map<string, string>
  children: XmlNode[]
  text: string
}

/** Elements kept; what comes after is left out. Style sheets of long documents have some ten thousand. */
const MOST = 400_000

/** The tree of `bytes`, a nameless root with whatever could be read; `wanted` names the attributes to keep. */
export async function xmlTree(
  bytes: AsyncIterable<Uint8Array>,
  part: string,
  wanted: readonly string[],
): Promise<{ root: XmlNode; problems: Problem[] }> {
  const root: Open = { name: '', attributes: new Map(), children: [], text: '' }
  const stack: Open[] = [root]
  let count = 0
  const problems = await readXml(bytes, part, {
    open(name, attribute) {
      const node = { name, attributes: pick(attribute, wanted), children: [], text: '' }
      if (++count <= MOST) stack.at(-1)!.children.push(node)
      stack.push(node)
    },
    close() {
      stack.pop()
    },
    text(text) {
      stack.at(-1)!.text += text
    },
    done: () => count > MOST,
  })
  return { root, problems }
}

function pick(attribute: Attribute, wanted: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const name of wanted) {
    const value = attribute(name)
    if (value !== undefined) found.set(name, value)
  }
  return found
}

/** Every element of that name below `node`, in document order. */
export function all(node: XmlNode, name: string): XmlNode[] {
  const found: XmlNode[] = []
  const ahead = [node]
  for (let next = ahead.pop(); next; next = ahead.pop()) {
    if (next.name === name) found.push(next)
    for (let i = next.children.length - 1; i >= 0; i--) ahead.push(next.children[i]!)
  }
  return found
}

/** The text of an element and all it holds. */
export function textIn(node: XmlNode): string {
  return node.text + node.children.map(textIn).join('')
}
