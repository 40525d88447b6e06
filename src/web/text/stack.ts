/**
 * Tops for notes that want to stand beside their lines and may not overlap: each group of notes that would collide is
 * moved together so that its members lie as near to their lines as they can (least squares, by pooling adjacent
 * violators). `wanted` is in ascending order; the result is too, and never above 0.
 */
export function stack(wanted: readonly number[], heights: readonly number[], gap: number): number[] {
  interface Group {
    readonly members: number
    /** Sum over the members of where each would like the group to begin. */
    readonly wishes: number
    readonly height: number
    readonly top: number
  }
  const groups: Group[] = []
  wanted.forEach((top, i) => {
    let group: Group = { members: 1, wishes: top, height: heights[i]! + gap, top: Math.max(0, top) }
    for (let above = groups.at(-1); above && above.top + above.height > group.top; above = groups.at(-1)) {
      groups.pop()
      const members: number = above.members + group.members
      const wishes: number = above.wishes + group.wishes - above.height * group.members
      group = { members, wishes, height: above.height + group.height, top: Math.max(0, wishes / members) }
    }
    groups.push(group)
  })
  const tops: number[] = []
  for (const group of groups) {
    let top = group.top
    for (let n = 0; n < group.members; n++) {
      const height = heights[tops.length]! + gap
      tops.push(top)
      top += height
    }
  }
  return tops
}
