/** The table of routes is written by hand, for the reader's sake; here it is held against the program's own. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createApp } from './app.js'
import type { Desk } from './case/desk.js'
import type { Context } from './context.js'

const CASE = '/api/cases/:case'

/** What an asker sees of a path: without the pattern that a part of it is held to. */
const plain = (path: string): string => path.replace(/:page\{[^}]*\}/, ':n.png').replace(/(?<=.)\/$/, '')

/** `GET /api/cases` and so on; what stands before all routes is none of them, and neither are the page's files. */
function served(): string[] {
  // Routes are made without asking anything of what stands behind them.
  const app = createApp({ desk: { store: {} } as Desk, pageFolder: '.' } as unknown as Context)
  const routes = app.routes.filter(({ method, path }) => method !== 'ALL' && path.startsWith('/api/'))
  return [...new Set(routes.map(({ method, path }) => `${method} ${plain(path)}`))]
}

/** The first column; a path without a method has that of the one before it. */
function written(): string[] {
  const table = readFileSync(join(import.meta.dirname, 'routes.md'), 'utf8')
  const cells = table
    .split('\n')
    .filter((line) => /^\| `/.test(line))
    .map((line) => line.split('|')[1]!)
  return cells.flatMap((cell) => {
    let method = ''
    return [...cell.matchAll(/`(?:([A-Z]+) )?([/…][^`?]*)[^`]*`/g)].map(([, named, path]) => {
      method = named ?? method
      return `${method} ${path!.replace('…', CASE)}`
    })
  })
}

describe('the table of routes', () => {
  it('names each route with its method, and no other', () => {
    expect(written().sort()).toEqual(served().sort())
  })
})
