import data from './verbs.json' with { type: 'json' }

/** Verbs whose bare participle is active: "(died 1990)", "the escaped prisoner". */
export const INTRANSITIVE: ReadonlySet<string> = new Set(data.intransitive)
/** Written short for a verb: 'b.' → 'bear'. */
export const ABBREVIATED: ReadonlyMap<string, string> = new Map(Object.entries(data.abbreviated))
/** "She promised him to go": she goes, not he. */
export const SUBJECT_CONTROL: ReadonlySet<string> = new Set(data.subjectControlWithObject)
/** Verbs that ascribe their clause to their subject. */
export const SAYING: ReadonlySet<string> = new Set(data.saying)
/** "She served as mayor", "they hired her as a clerk": whom the role after 'as' belongs to. */
export const AS_ROLE_OF_SUBJECT: ReadonlySet<string> = new Set(data.asRoleOfSubject)
export const AS_ROLE_OF_OBJECT: ReadonlySet<string> = new Set(data.asRoleOfObject)
/** "She became mayor", "they elected her mayor". */
export const COMPLEMENT_OF_SUBJECT: ReadonlySet<string> = new Set(data.complementOfSubject)
export const COMPLEMENT_OF_OBJECT: ReadonlySet<string> = new Set(data.complementOfObject)
/** The role ends with the event: "resigned as mayor". */
export const FORMER_ROLE: ReadonlySet<string> = new Set(data.formerRole)
/** Verbs that coordinated subjects do to each other: "Ada and Tom met". */
export const COLLECTIVE: ReadonlySet<string> = new Set(data.collective)
