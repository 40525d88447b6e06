import data from './titles.json' with { type: 'json' }
import { fold } from './fold.js'

/** "Ma'am" and "W/ro" are written with marks. */
function titleKey(title: string): string {
  return fold(title).replace(/['’/]/g, '')
}

/** Whether a title is a man's or a woman's; null for those of either. Folded. */
export const TITLES: ReadonlyMap<string, 'm' | 'f' | null> = new Map([
  ...data.either.map((t) => [titleKey(t), null] as const),
  ...data.man.map((t) => [titleKey(t), 'm'] as const),
  ...data.woman.map((t) => [titleKey(t), 'f'] as const),
  ...data.manPosts.map((t) => [titleKey(t), 'm'] as const),
  ...data.womanPosts.map((t) => [titleKey(t), 'f'] as const),
])
/** "Usta", "Bey": titles that follow a given name. */
export const TITLES_BEHIND: ReadonlySet<string> = new Set(data.behind.map(titleKey))
export const AFTER_NAMES: ReadonlySet<string> = new Set(data.after)
/** "Jr" → younger: what tells a son from his father of the same name. */
export const GENERATIONS: ReadonlyMap<string, string> = new Map(Object.entries(data.generation))
/** "van", "al", "bin": parts of a name that come and go. */
export const PARTICLES: ReadonlySet<string> = new Set(data.particles.map(fold))

/** What the title at the beginning of a name tells. */
export function titleGender(text: string): 'm' | 'f' | null {
  const first = titleKey(text.slice(0, 40).split(/[\s.]+/, 1)[0] ?? '')
  return text.includes(' ') || text.includes('.') ? (TITLES.get(first) ?? null) : null
}

/** "Mr", "Mrs": they tell nothing of someone's post. */
export const GENDERED_TITLES: ReadonlySet<string> = new Set([...data.man, ...data.woman].map(fold))
