/** Reads micro-affairs (corpus/pairs/README.md): sentences of one affair and which of them say the same or cannot both hold. */
import type { Said } from '../../src/inference/pair-row.js'

export const CONFLICTS = [
  'number',
  'date',
  'place',
  'person',
  'cause',
  'whether',
  'denial',
  'retraction',
  'impossible',
] as const
export type Label = 'same' | 'neither' | (typeof CONFLICTS)[number]

export interface Affair {
  readonly title: string
  readonly sentences: readonly Said[]
  /** Every pair of sentences once, with the first label given. */
  readonly pairs: readonly { readonly a: Said; readonly b: Said; readonly label: Label }[]
}

/** @throws Error that names file and line where a line is none of the notation */
export function parseAffairs(text: string, file: string): Affair[] {
  const out: Affair[] = []
  const wrong = (line: number, what: string): Error => new Error(`${file}:${line}: ${what}`)
  let open: { title: string; sentences: Said[]; labels: Map<string, Label> } | null = null
  const close = (): void => {
    if (!open) return
    const { title, sentences, labels } = open
    const pairs = sentences.flatMap((a, i) =>
      sentences
        .slice(i + 1)
        .map((b, k) => ({ a, b, label: labels.get(`${i} ${i + 1 + k}`) ?? ('neither' as const) })),
    )
    out.push({ title, sentences, pairs })
  }
  for (const [i, raw] of text.split('\n').entries()) {
    const line = raw.trim()
    if (line === '') continue
    if (line.startsWith('## ')) {
      close()
      open = { title: line.slice(3), sentences: [], labels: new Map() }
      continue
    }
    if (!open) throw wrong(i + 1, 'stands before the first affair')
    const sentence = /^(\d+) \| ([^|]*) \| ([^|]*) \| (.+)$/.exec(line)
    if (sentence) {
      const [, number, when, who, said] = sentence as unknown as [string, string, string, string, string]
      if (Number(number) !== open.sentences.length + 1)
        throw wrong(i + 1, `sentence ${number} is out of turn`)
      open.sentences.push({ text: said.trim(), who: who.trim(), when: when.trim() })
      continue
    }
    const [kind, ...rest] = line.split(/\s+/)
    const count = open.sentences.length
    const numbers = (words: readonly string[]): number[] =>
      words.map((word) => {
        const n = Number(word)
        if (!Number.isInteger(n) || n < 1 || n > count) throw wrong(i + 1, `there is no sentence ${word}`)
        return n - 1
      })
    const set = (a: number, b: number, label: Label): void => {
      const key = a < b ? `${a} ${b}` : `${b} ${a}`
      if (a !== b && !open!.labels.has(key)) open!.labels.set(key, label)
    }
    if (kind === 'same') {
      const all = numbers(rest)
      for (const a of all) for (const b of all) if (a < b) set(a, b, 'same')
    } else if ((CONFLICTS as readonly string[]).includes(kind!) && rest.includes('x')) {
      const at = rest.indexOf('x')
      for (const a of numbers(rest.slice(0, at)))
        for (const b of numbers(rest.slice(at + 1))) set(a, b, kind as Label)
    } else throw wrong(i + 1, `“${line.slice(0, 60)}” is neither a sentence nor a relation`)
  }
  close()
  return out
}
