/**
 * Attribution as PolNeAR is scored: F1 over the tokens of each role, and over its contiguous spans taken exactly. PolNeAR is flat,
 * so only the outermost attributions of a reading count there; on our own texts all levels do. A chain is right when the sources
 * from the outermost to the origin are, token for token, those of the marks; chains are matched by their innermost contents.
 */
import type { Reading } from '../src/schema/reading.js'
import type { Span } from '../src/schema/span.js'
import { ROLES, type MarkedDocument, type Role, type RoleSpans } from './polnear.js'
import type { Row } from './report.js'
import { Counts } from './spans.js'

type Read = (text: string, name: string) => Promise<Reading>

export interface AttributionScore {
  readonly token: Record<Role, Counts>
  readonly exact: Record<Role, Counts>
  readonly chains: { gold: number; found: number; right: number }
}

const counts = (): Record<Role, Counts> => ({
  source: new Counts(),
  cue: new Counts(),
  content: new Counts(),
})

export async function scoreAttribution(
  documents: readonly MarkedDocument[],
  read: Read,
  flat: boolean,
): Promise<AttributionScore> {
  const score: AttributionScore = {
    token: counts(),
    exact: counts(),
    chains: { gold: 0, found: 0, right: 0 },
  }
  for (const { id, text, attributions } of documents) {
    const reading = await read(text, `${id}.txt`)
    const tokens = [...text.matchAll(/[\p{L}\p{N}]+|[^\s\p{L}\p{N}]/gu)].map((m) => m.index)
    const all = reading.attributions
    const ours: readonly RoleSpans[] = flat ? all.filter((a) => a.within === null) : all
    for (const role of ROLES) {
      score.token[role].add(within(tokens, ours, role), within(tokens, attributions, role))
      score.exact[role].add(edges(tokens, ours, role), edges(tokens, attributions, role))
    }
    const gold = chains(tokens, attributions)
    const { found, right } = matched(chains(tokens, all), gold)
    score.chains.gold += gold.length
    score.chains.found += found
    score.chains.right += right
  }
  return score
}

/** Index of the first token at or after a character. */
function from(tokens: readonly number[], character: number): number {
  let [low, high] = [0, tokens.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (tokens[middle]! < character) low = middle + 1
    else high = middle
  }
  return low
}

function* within(
  tokens: readonly number[],
  attributions: readonly RoleSpans[],
  role: Role,
): Generator<string> {
  for (const a of attributions)
    for (const { start, end } of a[role])
      for (let k = from(tokens, start); k < tokens.length && tokens[k]! < end; k++) yield String(k)
}

const edge = (tokens: readonly number[], { start, end }: Span): string =>
  `${from(tokens, start)}-${from(tokens, end)}`

function edges(tokens: readonly number[], attributions: readonly RoleSpans[], role: Role): string[] {
  return attributions.flatMap((a) => a[role].map((s) => edge(tokens, s)))
}

/** An attribution that holds no other, with the words of its content and the sources from the outermost to its own. */
interface Chain {
  readonly content: ReadonlySet<string>
  readonly who: string
}

function chains(tokens: readonly number[], attributions: readonly RoleSpans[]): Chain[] {
  const size = (a: RoleSpans): number => a.content.reduce((n, s) => n + s.end - s.start, 0)
  const holds = (outer: RoleSpans, inner: RoleSpans): boolean => {
    const at = (inner.cue[0] ?? inner.source[0])?.start ?? -1
    return (
      outer !== inner && outer.content.some((s) => at >= s.start && at < s.end) && size(outer) >= size(inner)
    )
  }
  return attributions
    .filter((a) => !attributions.some((b) => holds(a, b) && !holds(b, a)))
    .map((a) => {
      const path = attributions.filter((b) => holds(b, a)).sort((x, y) => size(y) - size(x))
      const who = [...path, a].map((b) => b.source.map((s) => edge(tokens, s)).join('+')).join(' > ')
      return { content: new Set(within(tokens, [a], 'content')), who }
    })
}

/** How many of the marked chains are found, and are right: matched by the content that shares most words, at least half of them. */
function matched(ours: readonly Chain[], gold: readonly Chain[]): { found: number; right: number } {
  let [found, right] = [0, 0]
  for (const chain of gold) {
    const scored = ours.map((own) => {
      const shared = [...chain.content].filter((w) => own.content.has(w)).length
      return { own, f1: (2 * shared) / (chain.content.size + own.content.size) }
    })
    const best = scored.reduce<(typeof scored)[number] | null>((a, b) => (a && a.f1 >= b.f1 ? a : b), null)
    if (!best || best.f1 < 0.5) continue
    found++
    if (best.own.who === chain.who) right++
  }
  return { found, right }
}

/** The rows of the table. */
export function attributionRows(score: AttributionScore, reach: Targets): Row[] {
  return [
    ...ROLES.map((r, i): Row => ({
      what: `token F1, ${r}`,
      value: score.token[r].f1,
      reach: reach.token[i] ?? null,
      best: reach.bestToken[i] ?? '',
    })),
    ...(reach.exact.length > 0
      ? ROLES.map((r, i): Row => ({
          what: `exact spans F1, ${r}`,
          value: score.exact[r].f1,
          reach: reach.exact[i] ?? null,
          best: reach.bestExact[i] ?? '',
        }))
      : []),
    ...(reach.chains === null
      ? []
      : [
          {
            what: 'chains exactly right, of those whose content is found',
            value: (100 * score.chains.right) / Math.max(score.chains.found, 1),
            reach: reach.chains,
            best: 'none',
          },
          {
            what: 'chains exactly right, of all marked',
            value: (100 * score.chains.right) / Math.max(score.chains.gold, 1),
            reach: null,
            best: 'none',
          },
        ]),
  ]
}

export interface Targets {
  readonly token: readonly number[]
  readonly exact: readonly number[]
  readonly chains: number | null
  readonly bestToken: readonly string[]
  readonly bestExact: readonly string[]
}
