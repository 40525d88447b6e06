/** The step that gives mentions and entities: who or what is meant, under whatever words. */
import { createHash } from 'node:crypto'
import type { Entity, Mention, MentionType } from '../../schema/reading.js'
import type { Word } from '../layers.js'
import type { Step } from '../step.js'
import { aliasesIn } from './aliases.js'
import { candidatesOf, type Candidate } from './candidates.js'
import { clustersOf } from './clusters.js'
import { speakersOf } from './speakers.js'

const ALONE: ReadonlySet<MentionType> = new Set(['Person', 'Organization', 'Group', 'Place'])

/** Gives `mentions` and `entities`. A noun mentioned once is an entity only where it may be who says or does something. */
export const coreferenceStep: Step<'sentences' | 'words' | 'encoded', 'mentions' | 'entities'> = {
  name: 'coreference',
  version: 1,
  needs: ['sentences', 'words', 'encoded'],
  gives: ['mentions', 'entities'],
  run(document, { words, encoded }) {
    const { text } = document.info
    const candidates = candidatesOf(words, encoded)
    const joined = [...aliasesIn(candidates, words, encoded), ...speakersOf(candidates, words, encoded)]
    const cluster = clustersOf(candidates, words, encoded, joined)
    const members = new Map<number, number[]>()
    cluster.forEach((c, i) => members.set(c, [...(members.get(c) ?? []), i]))

    const entities: Entity[] = []
    const entityOf = new Map<number, string>()
    for (const [c, indices] of members) {
      const own = indices.map((i) => candidates[i]!)
      if (own.length === 1 && own[0]!.form !== 'name' && !(own[0]!.form === 'nominal' && ALONE.has(own[0]!.type))) continue
      const entity = entityFor(document.info.id, own, words, text)
      entities.push(entity)
      entityOf.set(c, entity.id)
    }
    const mentions = candidates.map((c, i): Mention => {
      const [start, end] = [words[c.first]!.start, words[c.last - 1]!.end]
      return {
        id: idOf(document.info.id, 'mention', start, end),
        start,
        end,
        text: text.slice(start, end),
        form: c.form,
        type: c.type,
        entity: entityOf.get(cluster[i]!) ?? null,
      }
    })
    return { layers: { mentions, entities } }
  },
}

function entityFor(document: string, own: readonly Candidate[], words: readonly Word[], text: string): Entity {
  const shown = (c: Candidate): string =>
    text.slice(words[c.first]!.start, words[c.last - 1]!.end).replace(/\s+/g, ' ').replace(/[’']s$/, '')
  const named = own.filter((c) => c.form === 'name')
  const nominal = own.filter((c) => c.form === 'nominal')
  const pool = named.length > 0 ? named : nominal.length > 0 ? nominal : own
  // The fullest name is the name; of descriptions the first, which introduces
  const name = named.length > 0 ? named.map(shown).reduce((a, b) => (b.split(' ').length > a.split(' ').length ? b : a)) : shown(pool[0]!)
  const aliases = [...new Set(named.map(shown))].filter((n) => n !== name)
  const first = own[0]!
  return {
    id: idOf(document, 'entity', words[first.first]!.start, words[first.last - 1]!.end),
    type: typeOf(pool),
    name,
    aliases,
  }
}

/** The commonest type, the earliest where several are. */
function typeOf(own: readonly Candidate[]): MentionType {
  const counts = new Map<MentionType, number>()
  for (const { type } of own) counts.set(type, (counts.get(type) ?? 0) + 1)
  return [...counts].reduce((a, b) => (b[1] > a[1] ? b : a))[0]
}

/** Ids are hashes of natural keys, so that a second run changes nothing. */
export const idOf = (document: string, layer: string, start: number, end: number): string =>
  createHash('sha256').update(`${document} ${layer} ${start} ${end}`).digest('hex').slice(0, 16)
