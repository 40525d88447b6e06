/** The networks that a planted affair is compared with: for pairs of sentences one that was taught without it, where such are at hand. */
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { keepingAnswers } from './kept-answers.js'
import { MEANING_FOLDER, openNetworks } from '../src/workflow/networks.js'

/** WHENCE_PAIRS_FOLDS names a folder with `folds.json`, the affairs that each network was taught without, and the networks as `fold-0` and so on. */
const FOLDS = process.env['WHENCE_PAIRS_FOLDS']

const SHIPPED = join(import.meta.dirname, '../model/pairs')
/** Changes with the networks. */
const stateOf = (folder: string): string =>
  [folder, MEANING_FOLDER]
    .reduce((hash, own) => hash.update(readFileSync(join(own, 'manifest.json'))), createHash('sha256'))
    .digest('hex')
    .slice(0, 8)

/** The shipped networks where no fold was taught without the affair, as is right for those held out, which none was taught. */
export function networksFor(affair: string): ReturnType<typeof openNetworks> {
  const folds = FOLDS ? (JSON.parse(readFileSync(join(FOLDS, 'folds.json'), 'utf8')) as string[][]) : []
  const fold = folds.findIndex((names) => names.includes(affair))
  const folder = FOLDS && fold >= 0 ? join(FOLDS, `fold-${fold}`) : null
  if (folder !== null && !existsSync(folder)) throw new Error(`${folder} is missing`)
  const networks = folder === null ? openNetworks() : openNetworks(folder)
  return keepingAnswers(`${affair}-${stateOf(folder ?? SHIPPED)}`, networks)
}
