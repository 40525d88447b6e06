/** Who may import whom. Only workflow knows the order of the product; the folders in the middle do not know one another. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const SRC = resolve(import.meta.dirname, '../src')

/** Folder → folders (or single files) it may import from, besides itself. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  text: ['schema/span'],
  inference: ['schema'],
  ingest: ['schema', 'text'],
  resolve: ['schema', 'text'],
  store: ['schema', 'text'],
  export: ['schema', 'text'],
  read: ['schema', 'text', 'inference'],
  compare: ['schema', 'text', 'inference'],
  workflow: ['schema', 'text', 'inference', 'ingest', 'read', 'resolve', 'compare', 'store', 'export'],
  api: ['schema', 'workflow', 'store', 'export'],
  cli: ['schema', 'workflow', 'store', 'export', 'api'],
  web: ['schema', 'api/client'],
}

/** What must never reach the page's bundle. */
const NEVER_IN_WEB = /^(?:node:|onnxruntime|libsql|pg$|kysely|hono|@hono|commander|zod)/

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.tsx?$/.test(file) && !/\.(?:test|d)\.tsx?$/.test(file))

const importsOf = (file: string): string[] =>
  [
    ...readFileSync(join(SRC, file), 'utf8').matchAll(
      /^(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]/gm,
    ),
  ].map((match) => match[1] ?? match[2]!)

const imports = files.flatMap((file) =>
  importsOf(file).map((to) => ({
    file,
    folder: file.split('/')[0]!,
    to: to.startsWith('.') ? relative(SRC, resolve(SRC, dirname(file), to)).replaceAll('\\', '/') : to,
    own: to.startsWith('.'),
  })),
)

describe('imports', () => {
  it('finds the sources and their imports', () => {
    expect(files.length).toBeGreaterThan(20)
    expect(imports.filter((i) => i.own).length).toBeGreaterThan(20)
  })

  it.each(Object.entries(ALLOWED))('%s imports only from itself and [%s]', (folder, allowed) => {
    const wrong = imports
      .filter((i) => i.own && i.folder === folder && !i.to.startsWith(`${folder}/`))
      .filter((i) => !allowed.some((a) => i.to.startsWith(a.includes('/') ? `${a}.` : `${a}/`)))
    expect(wrong.map((i) => `${i.file} → ${i.to}`)).toEqual([])
  })

  it('knows every folder', () => {
    expect([...new Set(files.map((file) => file.split('/')[0]))].filter((f) => !(f! in ALLOWED))).toEqual([])
  })

  it('keeps the server out of the page', () => {
    const wrong = imports.filter(
      (i) => i.folder === 'web' && !i.file.endsWith('vite.config.ts') && NEVER_IN_WEB.test(i.to),
    )
    expect(wrong.map((i) => `${i.file} → ${i.to}`)).toEqual([])
  })
})
