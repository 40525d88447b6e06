/** The thread that runs one copy of a network for pool.ts. */
import { parentPort, workerData } from 'node:worker_threads'
import { openNetwork, type Tensors } from './model.js'
import type { Reply, Start } from './pool.js'

const say = (reply: Reply): void => parentPort?.postMessage(reply)

async function serve({ bytes, threads }: Start): Promise<void> {
  const network = await openNetwork(new Uint8Array(bytes).slice(), threads)
  parentPort?.on('message', (inputs: Tensors) => {
    network.run(inputs).then(
      (outputs) => say({ kind: 'done', outputs }),
      (error: unknown) => say({ kind: 'failed', why: String(error) }),
    )
  })
  say({ kind: 'ready', inputs: network.inputs, outputs: network.outputs })
}

serve(workerData as Start).catch(() => {
  say({ kind: 'refused' })
  parentPort?.close()
})
