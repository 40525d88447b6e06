/** Where the corpus lies, and all of its batches read. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readBatch, type Batch } from './parse.js'

export const CORPUS = resolve(import.meta.dirname, '../../corpus')

/** Every .txt of a folder of the corpus, by name (w2 before w10). */
export const readBatches = (folder: 'batches' | 'second'): Batch[] =>
  readdirSync(join(CORPUS, folder))
    .filter((file) => file.endsWith('.txt'))
    .sort((a, b) => a.localeCompare(b, 'en', { numeric: true }))
    .map((file) => readBatch(`corpus/${folder}/${file}`, readFileSync(join(CORPUS, folder, file), 'utf8')))

/** Batches held out by corpus/splits.json; every other one is for training. */
export const readSplits = (): { dev: string[]; test: string[] } =>
  JSON.parse(readFileSync(join(CORPUS, 'splits.json'), 'utf8')) as { dev: string[]; test: string[] }
