/** One figure: what was measured, in percent or the unit it names, what to reach, and the best published one. */
export interface Row {
  readonly what: string
  readonly value: number
  readonly reach: number | null
  readonly best: string
}

export interface Section {
  readonly name: string
  readonly rows: readonly Row[]
}

const shown = (x: number): string =>
  Math.abs(x) >= 1000 ? String(Math.round(x)) : x.toFixed(Math.abs(x) < 2 ? 3 : 1)

/** The sections as Markdown tables. */
export function markdown(sections: readonly Section[]): string {
  return sections
    .map(
      ({ name, rows }) =>
        `### ${name}\n\n| what | figure | reach | best published |\n|---|---|---|---|\n` +
        rows
          .map((r) => `| ${r.what} | ${shown(r.value)} | ${r.reach ?? '–'} | ${r.best || '–'} |`)
          .join('\n'),
    )
    .join('\n\n')
}
