/** Who holds a lease: the machine and the process, so that those of a process that was killed are known to be free. */
import { randomUUID } from 'node:crypto'
import { hostname } from 'node:os'
import type { Home } from './home.js'

export const workerName = (): string => `${hostname()}/${process.pid}/${randomUUID()}`

/** Lets documents wait again that processes of this machine held and can hold no longer. Gives how many. */
export async function releaseDead(home: Home): Promise<number> {
  let released = 0
  for (const holder of await home.store.documents.holders()) {
    const [host, pid] = holder.split('/')
    if (host === hostname() && !isAlive(Number(pid))) released += await home.store.documents.release(holder)
  }
  return released
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
