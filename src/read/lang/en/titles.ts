import data from './titles.json' with { type: 'json' }

/** Whether a title is a man's or a woman's; null for those of either. Lower case, without dots. */
export const TITLES: ReadonlyMap<string, 'm' | 'f' | null> = new Map([
  ...data.man.map((t) => [t, 'm'] as const),
  ...data.woman.map((t) => [t, 'f'] as const),
  ...data.either.map((t) => [t, null] as const),
])
/** "Jr": what tells a son from his father of the same name. */
export const GENERATIONS: ReadonlySet<string> = new Set(data.generation)
