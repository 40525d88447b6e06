/** Reading of column files: sentences of rows, and coreference columns. */

/** Sentences of a column file, each row split at tabs or spaces; comment lines dropped. */
export function sentencesOf(source: string, separator: RegExp = /\s+/): string[][][] {
  const out: string[][][] = [[]]
  for (const line of source.split(/\r?\n/)) {
    if (line.startsWith('#')) continue
    if (line.trim() === '') {
      if (out.at(-1)!.length > 0) out.push([])
    } else out.at(-1)!.push(line.split(separator))
  }
  return out.filter((s) => s.length > 0)
}

/** CoNLL-2012 coreference cells -> clusters of `first-last` (last exclusive). */
export function clustersOf(cells: readonly string[]): string[][] {
  const clusters = new Map<string, string[]>()
  const open = new Map<string, number[]>()
  const add = (id: string, first: number, last: number): void => {
    clusters.set(id, [...(clusters.get(id) ?? []), `${first}-${last}`])
  }
  cells.forEach((cell, k) => {
    for (const [, opens, id, closes] of cell.matchAll(/(\()?(\d+)(\))?/g)) {
      if (opens && closes) add(id!, k, k + 1)
      else if (opens) open.set(id!, [...(open.get(id!) ?? []), k])
      else if (closes) {
        const first = open.get(id!)?.pop()
        if (first !== undefined) add(id!, first, k + 1)
      }
    }
  })
  return [...clusters.values()]
}

/** BIO tags -> `first-last-TYPE`. */
export function taggedSpans(tags: readonly string[]): string[] {
  const out: { first: number; last: number; type: string }[] = []
  tags.forEach((tag, k) => {
    if (!/^[BI]-/.test(tag)) return
    const type = tag.slice(2)
    const before = out.at(-1)
    if (tag.startsWith('I-') && before && before.last === k && before.type === type) before.last++
    else out.push({ first: k, last: k + 1, type })
  })
  return out.map((s) => `${s.first}-${s.last}-${s.type}`)
}
