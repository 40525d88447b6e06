/** Fields of an address → filters. What is no field of a filter is left aside; what is malformed is refused. */
import { z } from 'zod'
import { WhenceError } from '../../schema/errors.js'

const yes = z.enum(['true', 'false']).transform((word) => word === 'true')
const day = z.string().max(40)
const words = z.string().max(500)
const several = z
  .string()
  .max(8000)
  .transform((list) => list.split(','))

export const WINDOW = z.object({
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(1000).optional(),
})
export const DOCUMENTS = WINDOW.extend({
  states: z
    .string()
    .transform((list) => list.split(','))
    .pipe(z.array(z.enum(['waiting', 'reading', 'done', 'failed', 'cancelled', 'removed'])))
    .optional(),
  parent: words.optional(),
  like: words.optional(),
  sort: z.enum(['added', 'file', 'published', 'claims']).optional(),
  descending: yes.optional(),
})
export const CLAIMS = WINDOW.extend({
  document: words.optional(),
  entity: words.optional(),
  beside: words.optional(),
  who: words.optional(),
  property: words.optional(),
  certainty: z.enum(['certain', 'probable', 'possible', 'unknown']).optional(),
  polarity: z.enum(['positive', 'negative']).optional(),
  place: words.optional(),
  from: day.optional(),
  to: day.optional(),
  times: several.optional(),
  said: several.optional(),
  printed: several.optional(),
  dated: yes.optional(),
  like: words.optional(),
  status: z.enum(['accepted', 'rejected', 'open']).optional(),
  sort: z.enum(['document', 'time', 'certainty', 'property', 'who']).optional(),
  descending: yes.optional(),
})
export const PROPOSITIONS = WINDOW.extend({
  claim: words.optional(),
  entity: words.optional(),
  like: words.optional(),
  sort: z.enum(['origins', 'documents']).optional(),
})
export const ENTITIES = WINDOW.extend({
  like: words.optional(),
  type: words.optional(),
  named: yes.optional(),
})
export const FINDINGS = WINDOW.extend({
  kind: z
    .enum([
      'contradiction',
      'impossible',
      'disputed',
      'circular',
      'single-origin',
      'inflation',
      'drift',
      'unattributed',
    ])
    .optional(),
  claim: words.optional(),
  document: words.optional(),
  open: yes.optional(),
})
export const SEARCH = WINDOW.extend({
  words,
  document: words.optional(),
  mediaType: words.optional(),
  language: words.optional(),
  publisher: words.optional(),
  from: day.optional(),
  to: day.optional(),
  meaning: yes.optional(),
})
export const TIMELINE = z.object({ from: day.optional(), to: day.optional(), entity: words.optional() })
export const NETWORK = z.object({
  limit: z.coerce.number().int().min(1).max(5000).optional(),
  entity: words.optional(),
})
export const JUDGEMENT = z.object({
  /** Given by who sends it, so that a decision that is sent again after a broken connection is one. */
  id: z.uuid().optional(),
  kind: z.enum(['entities', 'claim', 'finding', 'field', 'document', 'redaction']),
  left: z.string().min(1).max(1000),
  right: z.string().max(1000).nullable(),
  verdict: z.string().min(1).max(100),
  value: z.unknown().transform((value) => value ?? null),
})
export const NAMES = z.object({ names: z.array(z.string().max(4000)).max(1000) })
export const IDS = z.object({ ids: z.array(z.string().max(100)).max(100_000).optional() })
export const NAME = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^[^\p{Cc}\p{Cf}/\\]+$/u),
})
export const BY = z.object({ by: z.string().trim().min(1).max(100) })

/** @throws WhenceError 'request-wrong' naming the first field that does not fit. */
export function parse<T>(schema: z.ZodType<T>, value: unknown): Present<T> {
  const { data, error } = schema.safeParse(value)
  if (error) {
    const [first] = error.issues
    throw new WhenceError('request-wrong', first?.path.join('.') || 'the request', first?.message ?? '')
  }
  return Object.fromEntries(
    Object.entries(data as object).filter(([, field]) => field !== undefined),
  ) as Present<T>
}

/** Optional fields are left out rather than undefined. */
type Present<T> = { [K in keyof T]: Exclude<T[K], undefined> }
