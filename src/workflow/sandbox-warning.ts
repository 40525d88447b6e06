import { held } from '../ingest/apart/apart.js'
import { message } from '../schema/errors.js'

/** What this machine cannot keep from a hostile file; null where it keeps all. */
export function sandboxWarning(): string | null {
  const { network, limits } = held()
  const missing = [...(network ? [] : ['the network']), ...(limits ? [] : ['much memory'])]
  return missing.length === 0 ? null : message('sandbox-weak', missing.join(' and '))
}
