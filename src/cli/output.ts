/** Where commands write: results to stdout, everything else to stderr. */
import { once } from 'node:events'

/** Writes a result, waiting where the reader of a pipe is slow. */
export async function say(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain')
}

export function complain(text: string): void {
  process.stderr.write(`${text}\n`)
}
