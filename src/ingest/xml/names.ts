/** Qualified names as a file writes them → names with the prefixes of `PREFIXES`, by the declarations in force. */
import { PREFIXES } from './namespaces.js'

export interface Names {
  /** Takes the declarations of an element that opens; call `leave` when it closes. */
  enter(attributes: Readonly<Record<string, string>>): void
  leave(): void
  element(name: string): string
  attribute(name: string): string
}

/** An unknown namespace leaves the name as it is written, which then fits no reader's list unless it means to. */
export function names(): Names {
  let scope: ReadonlyMap<string, string> = new Map()
  let known = new Map<string, string>()
  const outer: { depth: number; scope: ReadonlyMap<string, string>; known: Map<string, string> }[] = []
  let depth = 0
  const resolve = (name: string, inherits: boolean): string => {
    const colon = name.indexOf(':')
    if (colon === -1 && !inherits) return name
    const prefix = PREFIXES.get(scope.get(colon === -1 ? '' : name.slice(0, colon)) ?? '')
    return prefix === undefined ? name : `${prefix}:${name.slice(colon + 1)}`
  }
  const MOST = 5000
  const cached = (key: string, name: string, inherits: boolean): string => {
    const found = known.get(key)
    if (found !== undefined) return found
    const resolved = resolve(name, inherits)
    if (known.size < MOST) known.set(key, resolved)
    return resolved
  }
  return {
    enter(attributes) {
      depth++
      let inner: Map<string, string> | null = null
      for (const key in attributes) {
        if (!key.startsWith('xmlns')) continue
        const prefix = key === 'xmlns' ? '' : key.startsWith('xmlns:') ? key.slice(6) : null
        if (prefix === null || scope.get(prefix) === attributes[key]) continue
        inner ??= new Map(scope)
        inner.set(prefix, attributes[key]!)
      }
      if (!inner) return
      outer.push({ depth, scope, known })
      scope = inner
      known = new Map()
    },
    leave() {
      const last = outer.at(-1)
      if (last?.depth === depth) {
        scope = last.scope
        known = last.known
        outer.pop()
      }
      depth--
    },
    element: (name) => cached(name, name, true),
    attribute: (name) => cached(`@${name}`, name, false),
  }
}
