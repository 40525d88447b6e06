/** Our marks on real texts (corpus/real): the texts are rebuilt by corpus/real/render.py from the data sets' own files. */
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { MarkedDocument } from './polnear.js'
import type { Span } from '../src/schema/span.js'

interface Marks {
  readonly id: string
  readonly sha256: string
  readonly split: string
  readonly attributions: readonly Record<'source' | 'cue' | 'content', readonly [number, number][]>[]
}

/** The documents of one split; null where the data sets (or Python) are not there. Throws where a text differs from its hash. */
export function realTexts(root: string, data: string, split: 'train' | 'test'): MarkedDocument[] | null {
  const folder = join(root, 'corpus/real')
  if (!existsSync(join(data, 'meantime')) || !existsSync(join(folder, 'render.py'))) return null
  const texts = mkdtempSync(join(tmpdir(), 'whence-real-'))
  try {
    execFileSync('python3', [join(folder, 'render.py'), data, texts], { stdio: 'pipe' })
    return readdirSync(folder)
      .filter((f) => f.endsWith('.json'))
      .sort()
      .map((f) => JSON.parse(readFileSync(join(folder, f), 'utf8')) as Marks)
      .filter((m) => m.split === split)
      .map((m) => {
        const text = readFileSync(join(texts, `${m.id}.txt`), 'utf8')
        if (createHash('sha256').update(text).digest('hex') !== m.sha256)
          throw new Error(`the text of ${m.id} is not the one that was marked`)
        const spans = (list: readonly [number, number][]): Span[] =>
          list.map(([start, end]) => ({ start, end }))
        return {
          id: m.id,
          text,
          attributions: m.attributions.map((a) => ({
            source: spans(a.source),
            cue: spans(a.cue),
            content: spans(a.content),
          })),
        }
      })
  } finally {
    rmSync(texts, { recursive: true, force: true })
  }
}
