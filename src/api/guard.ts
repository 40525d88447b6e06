/**
 * Who may ask. The server listens on this machine alone; that does not stop a page of another site, opened in this
 * machine's browser, from sending requests here, nor a name that has been pointed at 127.0.0.1 (DNS rebinding).
 */
import type { MiddlewareHandler } from 'hono'
import { WhenceError } from '../schema/errors.js'

const OWN_HOST = /^(?:127\.0\.0\.1|localhost|\[::1\])(?::\d{1,5})?$/

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
}

export const guard: MiddlewareHandler = async (request, next) => {
  const host = request.req.header('host') ?? ''
  const origin = request.req.header('origin')
  const site = request.req.header('sec-fetch-site')
  if (!OWN_HOST.test(host)) throw new WhenceError('stranger-refused')
  if (origin !== undefined && origin !== `http://${host}`) throw new WhenceError('stranger-refused')
  // 'none' is an address typed by hand.
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new WhenceError('stranger-refused')
  await next()
}

export const headers: MiddlewareHandler = async (request, next) => {
  await next()
  for (const [name, value] of Object.entries(HEADERS)) request.res.headers.set(name, value)
}
