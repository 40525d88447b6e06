/** The case that an address names. */
import type { MiddlewareHandler } from 'hono'
import type { Case } from '../../schema/case.js'
import { WhenceError } from '../../schema/errors.js'
import type { Desk } from './desk.js'

export interface CaseEnv {
  Variables: { case: Case }
}

export const caseOf =
  (desk: Desk): MiddlewareHandler<CaseEnv> =>
  async (c, next) => {
    const name = c.req.param('case') ?? ''
    const standing = await desk.store.cases.find(name)
    if (!standing) throw new WhenceError('case-unknown', name)
    c.set('case', standing)
    await next()
  }

/** @throws WhenceError 'nothing-there' for null. */
export function found<T>(thing: T | null, what: string): T {
  if (thing === null) throw new WhenceError('nothing-there', what)
  return thing
}
