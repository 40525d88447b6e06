/** The networks that comparing asks: what sentences mean, and whether two of them say the same. */
import { fileURLToPath } from 'node:url'
import type { Surroundings } from '../compare/context.js'
import { openMeaning } from '../inference/meaning.js'
import { openRelate } from '../inference/relate.js'

/** The folder of the sentence encoder that the package ships. */
export const MEANING_FOLDER = fileURLToPath(new URL('../../model/meaning/', import.meta.url))
const PAIRS_FOLDER = fileURLToPath(new URL('../../model/pairs/', import.meta.url))

export interface Networks extends Pick<Surroundings, 'embed' | 'relate'> {
  close(): Promise<void>
}

/** Those that the package ships, or another for pairs; nothing is loaded before it is asked. They reject with 'model-missing' or 'model-damaged'. */
export function openNetworks(pairs = PAIRS_FOLDER): Networks & { embed: NonNullable<Networks['embed']> } {
  const [meaning, relate] = [openMeaning(MEANING_FOLDER), openRelate(pairs)]
  return {
    embed: (texts) => meaning.embed(texts),
    relate: (pairs) => relate.relate(pairs),
    close: async () => {
      await Promise.all([meaning.close(), relate.close()])
    },
  }
}
