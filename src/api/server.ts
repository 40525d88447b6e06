import { type AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { createAdaptorServer } from '@hono/node-server'
import { WhenceError } from '../schema/errors.js'
import { createApp } from './app.js'
import type { Context } from './context.js'

export interface Running {
  /** `http://127.0.0.1:4747/` */
  readonly address: string
  /** Until nobody has asked for anything for so many milliseconds. */
  quiet(milliseconds: number): Promise<void>
  close(): Promise<void>
}

/** Listens on this machine alone; port 0 takes any free one. Throws 'port-taken'. */
export function startServer(context: Context, port: number): Promise<Running> {
  const server = createAdaptorServer({ fetch: createApp(context).fetch })
  let asked = performance.now()
  server.on('request', () => (asked = performance.now()))
  const quiet = async (milliseconds: number): Promise<void> => {
    for (let left = milliseconds; left > 0; left = asked + milliseconds - performance.now())
      await sleep(left, undefined, { ref: false })
  }
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      reject(taken ? new WhenceError('port-taken', String(port)) : error)
    })
    server.listen(port, '127.0.0.1', () => {
      const { port: own } = server.address() as AddressInfo
      resolve({
        address: `http://127.0.0.1:${own}/`,
        quiet,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
  })
}
