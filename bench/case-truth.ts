/** The planted truth of an affair, as cases/README.md describes it, and where its quotes stand. */
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Verdict } from '../src/schema/case.js'
import type { FindingKind } from '../src/schema/reading.js'
import type { Span } from '../src/schema/span.js'

export interface Quote {
  readonly file: string
  readonly quote: string
  readonly nth?: number
}

export interface PlantedFinding {
  readonly kind: FindingKind
  /** Kinds that the same sides may bear as well. */
  readonly also?: readonly FindingKind[]
  readonly on: string
  readonly sides: readonly (readonly Quote[])[]
  readonly why: string
}

export interface Truth {
  readonly title: string
  readonly about: string
  readonly entities: readonly {
    readonly id: string
    readonly type: string
    readonly names: readonly string[]
    readonly where: readonly Quote[]
  }[]
  readonly apart: readonly (readonly [string, string, string])[]
  readonly propositions: readonly {
    readonly id: string
    readonly text: string
    readonly claims: readonly Quote[]
    readonly documents: number
    readonly origins: number
    readonly unknown: number
    readonly why: string
  }[]
  readonly findings: readonly PlantedFinding[]
  readonly arguable: readonly PlantedFinding[]
  readonly innocents: readonly { readonly why: string; readonly claims: readonly [Quote, Quote] }[]
  readonly draft: string
  readonly verdicts: readonly {
    readonly quote: string
    readonly verdict: Verdict
    readonly why: string
    readonly answer: Quote | null
  }[]
}

export interface File {
  /** Its name in the truth. */
  readonly file: string
  readonly path: string
}

export interface Affair {
  readonly name: string
  readonly truth: Truth
  readonly documents: readonly File[]
  readonly draft: File
}

/** `affair-`: what the product was tuned on; `held-`: written apart from it, measured and never looked into. */
export type AffairKind = 'affair' | 'held'

/** All affairs of a kind under a `cases` folder, by name. */
export function affairs(folder: string, kind: AffairKind = 'affair'): readonly Affair[] {
  const names = readdirSync(folder).filter(
    (name) => name.startsWith(`${kind}-`) && existsSync(join(folder, name, 'truth.json')),
  )
  return names.sort().map((name) => {
    const at = (...path: readonly string[]): string => join(folder, name, ...path)
    const truth = JSON.parse(readFileSync(at('truth.json'), 'utf8')) as Truth
    const files = readdirSync(at('documents')).sort()
    return {
      name,
      truth,
      documents: files.map((file) => ({ file, path: at('documents', file) })),
      draft: { file: truth.draft, path: at(truth.draft) },
    }
  })
}

const WORD = /[\p{L}\p{N}]/u

/** Every place of a quote in a text that no letter or digit touches. */
export function placesOf(text: string, quote: string): readonly Span[] {
  const places: Span[] = []
  const touches = (outside: string | undefined, inside: string | undefined): boolean =>
    WORD.test(outside ?? '') && WORD.test(inside ?? '')
  for (let start = text.indexOf(quote); start >= 0; start = text.indexOf(quote, start + 1)) {
    const end = start + quote.length
    if (!touches(text[start - 1], quote[0]) && !touches(text[end], quote.at(-1))) places.push({ start, end })
  }
  return places
}

export interface Located extends Span {
  readonly file: string
}

/** Where a quote stands. @throws Error where it does not: a truth that is not in its documents measures nothing. */
export function locate(texts: ReadonlyMap<string, string>, { file, quote, nth = 1 }: Quote): Located {
  const place = placesOf(texts.get(file) ?? '', quote)[nth - 1]
  if (!place) throw new Error(`“${quote}” (${nth}) does not stand in ${file}`)
  return { file, ...place }
}

export const overlap = (a: Located, b: Located): number =>
  a.file === b.file ? Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start)) : 0
