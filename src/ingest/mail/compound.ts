/** Compound files (MS-CFB) whose chains of sectors or tree of folders run in a circle, which no reader of them survives. */

const HEADER = 512
const ENTRY = 128
const LAST = 0xfffffffa

/** True where every chain of sectors and the tree of folders come to an end; false also where the tables lie outside the file. */
export function endsEverywhere(bytes: Uint8Array): boolean {
  const file = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (file.byteLength < HEADER) return false
  const shift = file.getUint16(30, true)
  if (shift !== 9 && shift !== 12) return false
  const size = 1 << shift
  const sectors = Math.ceil((file.byteLength - HEADER) / size) + 1
  const sectorAt = (sector: number): number => (sector + 1) * size
  const at = (offset: number): number => (offset + 4 <= file.byteLength ? file.getUint32(offset, true) : LAST)

  /** Where the sectors of the table of sectors stand: 109 in the header, the rest in a chain of their own. */
  const tables: number[] = []
  for (let i = 0; i < 109; i++) tables.push(at(76 + 4 * i))
  const seen = new Set<number>()
  for (let more = at(68); more < LAST; more = at(sectorAt(more) + size - 4)) {
    if (seen.has(more) || more >= sectors) return false
    seen.add(more)
    for (let i = 0; i + 4 < size; i += 4) tables.push(at(sectorAt(more) + i))
  }
  const next: number[] = []
  for (const table of tables) {
    if (table >= LAST) continue
    if (table >= sectors) return false
    for (let i = 0; i < size; i += 4) next.push(at(sectorAt(table) + i))
  }
  if (hasCircle(next)) return false

  const chain = (first: number): number[] => {
    const out: number[] = []
    for (let sector = first; sector < LAST && out.length <= sectors; sector = next[sector] ?? LAST)
      out.push(sector)
    return out
  }
  const words = (first: number): number[] =>
    chain(first).flatMap((sector) => Array.from({ length: size / 4 }, (_, i) => at(sectorAt(sector) + 4 * i)))
  if (hasCircle(words(at(60)))) return false
  return isTree(
    chain(at(48)).flatMap((s) => Array.from({ length: size / ENTRY }, (_, i) => sectorAt(s) + i * ENTRY)),
    at,
  )
}

/** Whether following `next` from anywhere comes back. */
function hasCircle(next: readonly number[]): boolean {
  const mark = new Int32Array(next.length)
  for (let start = 0; start < next.length; start++)
    for (let i = start; i < next.length && next[i]! < LAST; i = next[i]!) {
      if (mark[i] === start + 1) return true
      if (mark[i] !== 0) break
      mark[i] = start + 1
    }
  return false
}

/** Each entry of the directory is reached once, by its siblings' links or as a child. */
function isTree(entries: readonly number[], at: (offset: number) => number): boolean {
  const seen = new Set<number>()
  const waiting = [0]
  for (let entry = waiting.pop(); entry !== undefined; entry = waiting.pop()) {
    if (entry >= entries.length) continue
    if (seen.has(entry)) return false
    seen.add(entry)
    for (const link of [68, 72, 76]) waiting.push(at(entries[entry]! + link))
  }
  return true
}
