/** PolNeAR's articles in brat's stand-off format (Newell et al. 2018): text files and attributions with character offsets. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Span } from '../src/schema/span.js'

export type Role = 'source' | 'cue' | 'content'
export const ROLES: readonly Role[] = ['source', 'cue', 'content']
export type RoleSpans = Readonly<Record<Role, readonly Span[]>>

export interface MarkedDocument {
  readonly id: string
  readonly text: string
  readonly attributions: readonly RoleSpans[]
}

/** The documents; where several people marked one, the first file by name counts. Null where they are not there. */
export function polnear(data: string): MarkedDocument[] | null {
  const base = join(data, 'eval-only/polnear-dev')
  if (!existsSync(base)) return null
  const files = readdirSync(join(base, 'attributions')).sort()
  return readdirSync(join(base, 'text'))
    .sort()
    .flatMap((name) => {
      const stem = name.replace(/\.txt$/, '')
      const marks = files.find((f) => f.startsWith(stem))
      if (!marks) return []
      const text = readFileSync(join(base, 'text', name), 'utf8')
      return [
        {
          id: stem,
          text,
          attributions: attributionsOf(readFileSync(join(base, 'attributions', marks), 'utf8')),
        },
      ]
    })
}

function attributionsOf(ann: string): RoleSpans[] {
  const spans = new Map<string, { role: Role; spans: Span[] }>()
  for (const [, id, label, offsets] of ann.matchAll(/^(T\d+)\t(Source|Cue|Content) ([\d; ]+)\t/gm))
    spans.set(id!, {
      role: label!.toLowerCase() as Role,
      spans: offsets!.split(';').map((o) => {
        const [start, end] = o.split(' ').map(Number)
        return { start: start!, end: end! }
      }),
    })
  return [...ann.matchAll(/^E\d+\t(.*)/gm)].flatMap(([, line]) => {
    const parts = [...line!.matchAll(/:(T\d+)/g)].flatMap(([, id]) => spans.get(id!) ?? [])
    const role = (r: Role): Span[] => parts.filter((p) => p.role === r).flatMap((p) => p.spans)
    return parts.length > 0 ? [{ source: role('source'), cue: role('cue'), content: role('content') }] : []
  })
}
