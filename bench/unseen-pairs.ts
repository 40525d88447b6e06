/** The networks that a planted affair is compared with: for pairs of sentences one that was taught without it, where such are at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openNetworks } from '../src/workflow/networks.js'

/** WHENCE_PAIRS_FOLDS names a folder with `folds.json`, the affairs that each network was taught without, and the networks as `fold-0` and so on. */
const FOLDS = process.env['WHENCE_PAIRS_FOLDS']

/** The shipped networks where no fold was taught without the affair, as is right for those held out, which none was taught. */
export function networksFor(affair: string): ReturnType<typeof openNetworks> {
  const folds = FOLDS ? (JSON.parse(readFileSync(join(FOLDS, 'folds.json'), 'utf8')) as string[][]) : []
  const fold = folds.findIndex((names) => names.includes(affair))
  const folder = FOLDS && fold >= 0 ? join(FOLDS, `fold-${fold}`) : null
  if (folder !== null && !existsSync(folder)) throw new Error(`${folder} is missing`)
  return folder === null ? openNetworks() : openNetworks(folder)
}
