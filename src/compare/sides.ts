/** Who speaks for whom: an organisation and those who speak in its name are one side and one origin. */
import type { Context } from './context.js'
import type { Statement } from './statement.js'
import { contentWords } from './words/content.js'
import data from './words/spokespersons.json' with { type: 'json' }

const ROLE = new RegExp(`\\b(?:${data.roles.join('|')})\\b`, 'i')
const ORGANISATION = new Set(data.organisations.flatMap((word) => contentWords(word)))
const HOLDS = new Set([
  'ceo',
  'chairperson',
  'employer',
  'owner',
  '~be',
  '~director',
  '~chairman',
  '~represent',
  'appoint',
])

const cache = new WeakMap<Context, ReadonlyMap<string, ReadonlySet<string>>>()

/** The entities that a statement of the case joins by such a role: 'its chief executive, Marta Lind'. */
export function spokenFor(context: Context): ReadonlyMap<string, ReadonlySet<string>> {
  let found = cache.get(context)
  if (!found) cache.set(context, (found = collect(context.statements.values())))
  return found
}

function collect(statements: Iterable<Statement>): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>()
  const add = (a: string, b: string): unknown => (out.get(a) ?? out.set(a, new Set()).get(a)!).add(b)
  for (const s of statements) {
    if (!HOLDS.has(s.frame) || s.entities.length !== 2 || s.polarity === 'negative') continue
    if (s.gist.length > LONGEST || !ROLE.test(s.gist)) continue
    const [a, b] = s.entities as [string, string]
    add(a, b)
    add(b, a)
  }
  return out
}
/** Longer clauses say more than who holds which post. */
const LONGEST = 120

/** The noun of a description that is an organisation's voice without its name: 'the company', 'the owners', 'the hospital'. */
export function voiceOf(description: string): string | null {
  const words = contentWords(description.split(/\b(?:of|for|at|in|who|which|that)\b|,/)[0]!)
  const last = words.at(-1)
  return last !== undefined &&
    words.length <= 2 &&
    ORGANISATION.has(last) &&
    !/\p{Lu}/u.test(description.split(/\s(?:of|for|at|in)\s/)[0]!.slice(1))
    ? last
    : null
}
