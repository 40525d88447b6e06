/** What holds of every Reading, whatever the document was. */
import { expect } from 'vitest'
import { isEdtf } from '../../src/schema/edtf.js'
import type { Attribution, Claim, Reading } from '../../src/schema/reading.js'
import type { Span } from '../../src/schema/span.js'
import { textOf } from '../../src/text/spans.js'

/** What of the contract a Reading breaks, each breach in a line; none is right. */
export function breaches(reading: Reading): string[] {
  const { text } = reading.document
  const { mentions, entities, attributions, claims } = reading
  const out: string[] = []
  const must = (holds: boolean, what: () => string): void => {
    if (!holds) out.push(what())
  }

  const span = ({ start, end }: Span, where: string): void => {
    const inside = Number.isInteger(start) && Number.isInteger(end) && 0 <= start && start < end
    must(inside && end <= text.length, () => `${where}: ${start}–${end} is no span of the text`)
    for (const at of [start, end])
      must(!splitsPair(text, at), () => `${where}: ${at} lies within one character`)
  }
  const walk = (value: unknown, where: string): void => {
    if (typeof value !== 'object' || value === null) return
    const { start, end, text: own } = value as Partial<Span> & { readonly text?: unknown }
    if (start !== undefined && end !== undefined) {
      span({ start, end }, where)
      if (typeof own === 'string')
        must(own === text.slice(start, end), () => `${where}: ${shown(own)} does not stand there`)
    }
    for (const [key, inner] of Object.entries(value)) walk(inner, `${where}.${key}`)
  }
  for (const [key, value] of Object.entries(reading)) if (key !== 'document') walk(value, key)

  const known = {
    entity: unique(entities, 'entities', must),
    attribution: unique(attributions, 'attributions', must),
  }
  unique(mentions, 'mentions', must)
  unique(claims, 'claims', must)
  const entity = (id: string | null | undefined, where: string): void =>
    must(id == null || known.entity.has(id), () => `${where}: no entity ${id}`)
  const attribution = (id: string | null, where: string): void =>
    must(id === null || known.attribution.has(id), () => `${where}: no attribution ${id}`)

  for (const m of mentions) entity(m.entity, `mention ${m.id}`)
  for (const a of attributions) {
    entity(a.speaker, `attribution ${a.id}`)
    attribution(a.within, `attribution ${a.id}`)
  }
  must(!hasCycle(attributions), () => 'an attribution lies within itself')
  for (const c of claims) {
    must(c.text === textOf(text, c.evidence), () => `claim ${c.id}: ${shown(c.text)} is not its evidence`)
    for (const term of [c.subject, c.object, ...c.roles.map((r) => r.term)])
      entity(term?.entity, `claim ${c.id}`)
    entity(c.place, `claim ${c.id}`)
    must(c.time === null || isEdtf(c.time), () => `claim ${c.id}: ${c.time} is no EDTF`)
    must(c.chain[0]?.kind === 'document', () => `claim ${c.id}: its chain does not begin with the document`)
    for (const link of c.chain) {
      entity(link.who.entity, `claim ${c.id}`)
      attribution(link.attribution, `claim ${c.id}`)
    }
  }
  for (const t of reading.times)
    must(t.edtf === null || isEdtf(t.edtf), () => `time ${shown(t.text)}: ${t.edtf} is no EDTF`)
  for (const p of reading.problems)
    must(/^[a-z]+(-[a-z]+)*$/.test(p.code) && p.message.length > 20, () => `problem ${p.code}: ${p.message}`)
  return out
}

/** Fails with the first breaches of the contract. */
export const expectVerbatim = (reading: Reading): void => expect(breaches(reading).slice(0, 10)).toEqual([])

type Must = (holds: boolean, what: () => string) => void

function unique(
  records: readonly (Claim | { readonly id: string })[],
  layer: string,
  must: Must,
): Set<string> {
  const ids = new Set<string>()
  for (const { id } of records) {
    must(!ids.has(id), () => `${layer}: ${id} is there twice`)
    ids.add(id)
  }
  return ids
}

/** Follows every `within` once: what was followed before needs no second look. */
function hasCycle(attributions: readonly Attribution[]): boolean {
  const within = new Map(attributions.map((a) => [a.id, a.within]))
  const done = new Set<string>()
  for (const { id } of attributions) {
    const path = new Set<string>()
    for (let at: string | null = id; at !== null && !done.has(at); at = within.get(at) ?? null) {
      if (path.has(at)) return true
      path.add(at)
    }
    for (const passed of path) done.add(passed)
  }
  return false
}

const splitsPair = (text: string, at: number): boolean =>
  /^[\uD800-\uDBFF][\uDC00-\uDFFF]$/.test(text.slice(at - 1, at + 1))

const shown = (text: string): string => JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text)
