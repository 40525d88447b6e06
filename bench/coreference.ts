/** Coreference on OntoGUM dev (six genres, no singletons) and LitBank's held tenth (with singletons): CoNLL F1, gold words, own mentions. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Encoder } from '../src/read/encode/encode.js'
import { clustersOf, sentencesOf } from './conll.js'
import type { Word } from '../src/read/layers.js'
import type { Mention } from '../src/schema/reading.js'
import { CorefScore } from './coreference-metrics.js'
import { encodeGold, joined, typeset, type GoldText } from './gold-words.js'
import type { Section } from './report.js'
import { treebank } from './syntax.js'

interface GoldCoref {
  readonly gold: GoldText
  readonly clusters: readonly (readonly string[])[]
}

export function ontogum(data: string, part: string): GoldCoref[] {
  const folder = join(data, 'gum', part)
  if (!existsSync(folder)) return []
  return readdirSync(join(folder, 'dep'))
    .sort()
    .map((name) => {
      const { gold } = treebank(readFileSync(join(folder, 'dep', name), 'utf8'))[0]!
      const cells = readFileSync(join(folder, 'coref', name.replace('.conllu', '.conll')), 'utf8')
        .split('\n')
        .filter((l) => l.includes('\t'))
        .map((l) => l.split('\t').at(-1)!)
      return { gold, clusters: clustersOf(cells) }
    })
}

/** Every tenth file by name is held out of training. */
export function litbankHeld(data: string): GoldCoref[] {
  const folder = join(data, 'litbank/coref/conll')
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .sort()
    .filter((_, i) => i % 10 === 0)
    .map((name) => {
      const sentences = sentencesOf(readFileSync(join(folder, name), 'utf8'), /\t/)
      const gold = joined(
        name,
        sentences.map((s) => typeset(s.map((r) => r[3]!))),
      )
      return { gold, clusters: clustersOf(sentences.flat().map((r) => r.at(-1) || r.at(-2)!)) }
    })
}

/** LitBank marks only these, singletons among them. */
const ACE: ReadonlySet<string> = new Set(['Person', 'Organization', 'Place', 'Group'])

/** `first-last`, less a possessive ’s at the end: the sets differ in whether it belongs to the mention. */
function rangeOf(words: readonly Word[], first: number, last: number): string {
  const possessive = last - first > 1 && /^['’]s?$/.test(words[last - 1]!.text)
  return `${first}-${possessive ? last - 1 : last}`
}

/** A name within the phrase it heads is no second mention: the sets mark the whole phrase. */
function maximal(mentions: readonly Mention[]): Mention[] {
  return mentions.filter(
    (m) =>
      m.form !== 'name' ||
      !mentions.some(
        (o) =>
          o !== m &&
          o.entity === m.entity &&
          o.form === 'nominal' &&
          o.type === m.type &&
          o.start <= m.start &&
          o.end >= m.end,
      ),
  )
}

export async function scoreCoref(
  encoder: Encoder,
  documents: readonly GoldCoref[],
  singletons: boolean,
): Promise<CorefScore> {
  const score = new CorefScore()
  for (const { gold, clusters } of documents) {
    const { mentions: all } = await encodeGold(encoder, gold)
    const mentions = maximal(all).filter((m) => !singletons || ACE.has(m.type))
    const starts = new Map(gold.words.map((w, k) => [w.start, k]))
    const ends = new Map(gold.words.map((w, k) => [w.end, k + 1]))
    const ours = new Map<string, string[]>()
    mentions.forEach((m) => {
      const key = m.entity ?? m.id
      ours.set(key, [...(ours.get(key) ?? []), rangeOf(gold.words, starts.get(m.start)!, ends.get(m.end)!)])
    })
    const kept = (all: Iterable<readonly string[]>): (readonly string[])[] =>
      [...all].filter((c) => singletons || c.length > 1)
    const marked = clusters.map((c) =>
      c.map((range) => {
        const [first, last] = range.split('-').map(Number) as [number, number]
        return rangeOf(gold.words, first, last)
      }),
    )
    score.add(kept(marked), kept(ours.values()))
  }
  return score
}

export async function coreference(data: string, encoder: Encoder): Promise<Section[]> {
  const gum = ontogum(data, 'dev')
  const litbank = litbankHeld(data)
  if (gum.length === 0) return []
  return [
    {
      name: 'Coreference: gold words, own mentions',
      rows: [
        {
          what: 'CoNLL F1, OntoGUM dev',
          value: (await scoreCoref(encoder, gum, false)).f1,
          reach: 58,
          best: 'about 65',
        },
        {
          what: 'CoNLL F1, LitBank held tenth',
          value: (await scoreCoref(encoder, litbank, true)).f1,
          reach: 65,
          best: 'about 78',
        },
      ],
    },
  ]
}
