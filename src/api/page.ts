/** The built page. Its few files are kept in memory and served by exact name, so that no path leads anywhere else. */
import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { Hono } from 'hono'
import { WhenceError } from '../schema/errors.js'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

export function pageRoutes(folder: string): Hono {
  let files: Promise<Map<string, Uint8Array<ArrayBuffer>>> | null = null
  return new Hono().get('/*', async (request) => {
    files ??= load(folder)
    const known = await files
    // Screens have addresses of their own, and the page tells them apart.
    const screen = !request.req.path.startsWith('/api/') && !/\.\w+$/.test(request.req.path)
    const path = screen ? '/index.html' : request.req.path
    const bytes = known.get(path)
    if (!bytes) throw new WhenceError(path === '/index.html' ? 'page-missing' : 'address-unknown', path)
    // Assets carry a hash of their content in their names.
    const lasting = path.startsWith('/assets/')
    return request.body(bytes, 200, {
      'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream',
      'Cache-Control': lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
    })
  })
}

async function load(folder: string): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  const files = names.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    await Promise.all(
      files.map(
        async (path) =>
          [path.slice(folder.length).replaceAll('\\', '/'), new Uint8Array(await readFile(path))] as const,
      ),
    ),
  )
}
