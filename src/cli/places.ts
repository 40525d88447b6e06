/** Where the parts of the package lie; this file is two folders deep in src/ and in dist/ alike. */
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

const place = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url))

export const PAGE = place('dist/web')
/** The sample as it was read when the program was built. */
export const SAMPLE_READING = place('dist/sample.json')
/** The sample case as it was read and compared when the program was built: a backup of it. */
export const SAMPLE_CASE = place('dist/sample-case')
export const SAMPLE = { path: place('cases/sample/article.txt'), file: 'article.txt' } as const

export async function packageVersion(): Promise<string> {
  return (JSON.parse(await readFile(place('package.json'), 'utf8')) as { version: string }).version
}
