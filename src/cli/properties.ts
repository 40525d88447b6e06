/** `whence properties`: the typed properties a claim can carry. */
import type { Command } from 'commander'
import type { TypedProperty } from '../workflow/typed-properties.js'
import { say } from './output.js'

export function addProperties(program: Command): void {
  program
    .command('properties')
    .summary('list the typed properties a claim can carry')
    .description(
      'Lists the typed properties a claim can carry: name, what it says, of what about what, and its name in FollowTheMoney and Wikidata.',
    )
    .option('--json', 'print one line of JSON a property')
    .action(async ({ json = false }: { json?: boolean }) => {
      const { typedProperties } = await import('../workflow/typed-properties.js')
      const properties = typedProperties()
      await say(json ? properties.map((p) => `${JSON.stringify(p)}\n`).join('') : table(properties))
    })
}

function table(properties: readonly TypedProperty[]): string {
  const rows = properties.map((p) => [
    p.name,
    p.label,
    `${p.domain.join(', ')} → ${p.range.join(', ')}`,
    [p.followTheMoney, p.wikidata].filter(Boolean).join(', '),
  ])
  const widths = [0, 1].map((i) => Math.max(...rows.map((row) => row[i]!.length)))
  return rows
    .map(([name, label, types, names]) =>
      [name!.padEnd(widths[0]!), label!.padEnd(widths[1]!), types, names].filter(Boolean).join('  '),
    )
    .map((line) => `${line}\n`)
    .join('')
}
