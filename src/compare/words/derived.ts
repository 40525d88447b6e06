/** One stem for an event whether a noun or a verb names it. */
import data from './derived.json' with { type: 'json' }

const DERIVED = new Map(Object.entries(data.words))

/** 'signature' → 'sign'; any other stem is itself. */
export const matterOf = (stem: string): string => DERIVED.get(stem) ?? stem
