/** The one place where errors become responses: `{ code, message }` with a status. */
import type { Context as Request } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { type ErrorCode, message, WhenceError } from '../schema/errors.js'

export interface ErrorBody {
  readonly code: string
  readonly message: string
}

const STATUS: Partial<Record<ErrorCode, ContentfulStatusCode>> = {
  'upload-large': 413,
  'upload-missing': 400,
  'stranger-refused': 403,
  'address-unknown': 404,
  'case-unknown': 404,
  'nothing-there': 404,
  'request-wrong': 400,
  'quotation-differs': 409,
  'sample-missing': 404,
  'page-missing': 503,
  'model-missing': 503,
  'model-damaged': 503,
}

/** What the asker is told; an error that is not ours tells nothing of the inside but its message. */
export function errorBody(error: unknown, file = 'The document'): ErrorBody {
  if (isOurs(error)) return { code: error.code, message: error.message }
  const why = error instanceof Error ? error.message : String(error)
  return { code: 'reading-failed', message: message('reading-failed', file, why) }
}

export const errorResponse = (error: unknown, request: Request): Response =>
  request.json(errorBody(error), (isOurs(error) && STATUS[error.code]) || 500)

const isOurs = (error: unknown): error is WhenceError => error instanceof WhenceError
