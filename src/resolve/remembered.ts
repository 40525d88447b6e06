/** The same function, which answers a question that it was asked before without working it out again: a case repeats its names. */
export function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>()
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    // Memory stays bounded; what is asked often soon comes back.
    if (known.size >= MOST_KNOWN) known.clear()
    const value = work(text)
    known.set(text, value)
    return value
  }
}
const MOST_KNOWN = 250_000
