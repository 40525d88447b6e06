/** The upright rectangles a path consists of, as corners. pdf.js writes a path as numbers: a verb, then its points. */
const POINTS: readonly number[] = [1, 1, 3, 2, 0]
const [MOVE, LINE, CLOSE] = [0, 1, 4]
const MOST = 64

export type Corners = readonly [left: number, top: number, right: number, bottom: number]

/** Null where the path has any other shape, or very many: then nothing is known to be covered by it. */
export function rectanglesOf(data: unknown): Corners[] | null {
  if (!(data instanceof Float32Array) || data.length > MOST * 14) return null
  const found: Corners[] = []
  let xs: number[] = []
  let ys: number[] = []
  const end = (): boolean => {
    if (xs.length === 0) return true
    const corners = cornersOf(xs, ys)
    ;[xs, ys] = [[], []]
    if (corners) found.push(corners)
    return corners !== null
  }
  for (let i = 0; i < data.length;) {
    const verb = data[i]!
    if (verb === CLOSE) {
      if (!end()) return null
    } else if (verb === MOVE || verb === LINE) {
      if (verb === MOVE && !end()) return null
      xs.push(data[i + 1]!)
      ys.push(data[i + 2]!)
    } else return null
    i += 1 + 2 * (POINTS[verb] ?? 0)
  }
  return end() ? found : null
}

/** A lone point that a path ends with is no shape. */
function cornersOf(xs: readonly number[], ys: readonly number[]): Corners | null {
  if (xs.length < 4 || xs.length > 5) return null
  const corners: Corners = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
  const [width, height] = [corners[2] - corners[0], corners[3] - corners[1]]
  const near = (value: number, edge: number, length: number): boolean =>
    Math.abs(value - edge) <= length * 0.02
  const upright = xs.every(
    (x, i) =>
      (near(x, corners[0], width) || near(x, corners[2], width)) &&
      (near(ys[i]!, corners[1], height) || near(ys[i]!, corners[3], height)),
  )
  return upright ? corners : null
}
