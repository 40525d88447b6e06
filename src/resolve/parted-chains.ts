/**
 * Names that one bearer cannot have: where a reader linked "Zurab Lind" with "Voss", the rarer is made another entity of the document
 * before anybody is compared. Pronouns and descriptions stay with the name that is there more often.
 */
import type { Claim, Entity, Mention, Reading } from '../schema/reading.js'
import { aliasesIn } from './aliases.js'
import { organizationNames } from './features/organization-names.js'
import { personNames } from './features/person-names.js'
import { completed } from './local-names.js'
import { parseName, type AnyName } from './names/name.js'
import { isOrganizational } from './names/organization.js'
import { nameOnly } from './names/person.js'

const MOST_FORMS = 12

/** The same reading where nothing is to be parted. Linear in the number of mentions. */
export function withChainsParted(reading: Reading): Reading {
  const given = withAliases(reading)
  const own = new Map<string, Mention[]>()
  for (const m of reading.mentions)
    if (m.entity !== null && m.form === 'name') own.set(m.entity, [...(own.get(m.entity) ?? []), m])
  const moved = new Map<string, string>()
  const entities: Entity[] = []
  for (const entity of reading.entities) {
    const mentions = own.get(entity.id) ?? []
    if (mentions.length < 2 || given.has(entity.id) || (entity.type !== 'Person' && entity.type !== 'Organization')) continue // prettier-ignore
    for (const [n, group] of groupsOf(mentions, entity, reading.document.text).slice(1).entries()) {
      const id = `${entity.id}-${n + 2}`
      const name = group.map((m) => m.text).sort((a, b) => b.length - a.length)[0]!
      entities.push({ id, type: group[0]!.type, name, aliases: [] })
      for (const m of group) moved.set(m.id, id)
    }
  }
  return moved.size === 0 ? reading : rewritten(reading, moved, entities)
}

/** Entities of which the text itself gives another name: each mention is looked at as if it were somebody by itself. */
function withAliases(reading: Reading): ReadonlySet<string | null> {
  const mentions = reading.mentions.map((m) => (m.entity === null ? m : { ...m, entity: m.id }))
  const types = new Map(reading.entities.map((e) => [e.id, e]))
  const entities = reading.mentions.flatMap((m) => {
    const entity = m.entity === null ? undefined : types.get(m.entity)
    return entity ? [{ ...entity, id: m.id }] : []
  })
  const meant = new Map(reading.mentions.map((m) => [m.id, m.entity]))
  return new Set(
    aliasesIn({ ...reading, mentions, entities }).flatMap((a) => [meant.get(a.entity) ?? null, meant.get(a.other ?? '') ?? null]), // prettier-ignore
  )
}

/** Mentions whose names may be one bearer's; the most of them first. */
function groupsOf(mentions: readonly Mention[], { type }: Entity, text: string): Mention[][] {
  const forms = new Map<string, Mention[]>()
  for (const m of mentions) {
    const form = nameOnly(completed(m, text))
    forms.set(form, [...(forms.get(form) ?? []), m])
  }
  if (forms.size < 2 || forms.size > MOST_FORMS) return [[...mentions]]
  const ranked = [...forms].sort(
    ([f, x], [g, y]) => y.length - x.length || g.length - f.length || (f < g ? -1 : 1),
  )
  const groups: { names: AnyName[]; mentions: Mention[] }[] = []
  const unknown: Mention[] = []
  // Whole names first: a surname alone goes to the one that has it.
  ranked.sort(([f], [g]) => Number(g.includes(' ')) - Number(f.includes(' ')))
  for (const [form, its] of ranked) {
    const kind = type === 'Person' && !isOrganizational(form) ? 'Person' : 'Organization'
    const name = parseName(form, kind)
    if (!name || name.acronym !== null) {
      unknown.push(...its)
      continue
    }
    const found = groups.find((g) => g.names.every((other) => mayBeOne(other, name)))
    if (found) {
      found.names.push(name)
      found.mentions.push(...its)
    } else groups.push({ names: [name], mentions: [...its] })
  }
  if (groups.length < 2) return [[...mentions]]
  groups.sort((a, b) => b.mentions.length - a.mentions.length)
  groups[0]!.mentions.push(...unknown)
  return groups.map((g) => g.mentions)
}

function mayBeOne(a: AnyName, b: AnyName): boolean {
  if (a.family !== b.family) return true
  if (a.family !== 'person') return (organizationNames(a, b)?.score ?? 0) > -0.9
  return (personNames(a, b)?.score ?? -1) > -0.9
}

function rewritten(reading: Reading, moved: ReadonlyMap<string, string>, added: readonly Entity[]): Reading {
  const spans = reading.mentions.flatMap((m) => (moved.has(m.id) ? [{ ...m, to: moved.get(m.id)! }] : []))
  const term = <T extends { readonly entity?: string; readonly start?: number; readonly end?: number }>(
    t: T,
  ): T => {
    const inside = t.entity === undefined ? undefined : spans.find((m) => m.entity === t.entity && (t.start ?? -1) <= m.start && m.end <= (t.end ?? -1)) // prettier-ignore
    return inside ? { ...t, entity: inside.to } : t
  }
  return {
    ...reading,
    mentions: reading.mentions.map((m) => (moved.has(m.id) ? { ...m, entity: moved.get(m.id)! } : m)),
    entities: [...reading.entities, ...added],
    attributions: reading.attributions.map((a) => {
      const named = spans.find(
        (m) => m.entity === a.speaker && a.source.some((s) => s.start <= m.start && m.end <= s.end),
      )
      return named ? { ...a, speaker: named.to } : a
    }),
    claims: reading.claims.map((c): Claim => ({
      ...c,
      subject: term(c.subject),
      object: c.object && term(c.object),
      roles: c.roles.map((r) => ({ ...r, term: term(r.term) })),
      chain: c.chain.map((link) => ({ ...link, who: term(link.who) })),
    })),
  }
}
