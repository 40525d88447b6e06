import type { Stance } from '../../../schema/reading.js'
import data from './announcing-nouns.json' with { type: 'json' }

/** Nouns that announce what somebody says or thinks, by lemma. */
export const ANNOUNCING: ReadonlyMap<string, Stance> = new Map(
  Object.entries(data.nouns as Readonly<Record<string, Stance>>),
)
/** Verbs that turn such a thing down. */
export const REJECTING: ReadonlySet<string> = new Set(data.rejecting)
/** Verbs that turn it down when they are negated. */
export const ACCEPTING: ReadonlySet<string> = new Set(data.accepting)
/** Nouns that a written quotation follows. */
export const WRITTEN: ReadonlySet<string> = new Set(data.written)
/** Nouns of what is somebody's: "by her account". */
export const VERSIONS: ReadonlySet<string> = new Set(data.versions)
