import { type AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { WhenceError } from '../schema/errors.js'
import { createApp } from './app.js'
import type { Context } from './context.js'

export interface Running {
  /** `http://127.0.0.1:4747/` */
  readonly address: string
  close(): Promise<void>
}

/** Listens on this machine alone; port 0 takes any free one. Throws 'port-taken'. */
export function startServer(context: Context, port: number): Promise<Running> {
  const server = createAdaptorServer({ fetch: createApp(context).fetch })
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE' || error.code === 'EACCES'
      reject(taken ? new WhenceError('port-taken', String(port)) : error)
    })
    server.listen(port, '127.0.0.1', () => {
      const { port: own } = server.address() as AddressInfo
      resolve({
        address: `http://127.0.0.1:${own}/`,
        close: () =>
          new Promise((done) => {
            server.close(() => done())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      })
    })
  })
}
