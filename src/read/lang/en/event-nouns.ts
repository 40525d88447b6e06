import data from './event-nouns.json' with { type: 'json' }

export interface EventNoun {
  readonly verb: string
  /** Preposition (or `poss`) → role of the verb. */
  readonly roles: ReadonlyMap<string, string>
}

/** Nouns that name an event, by lemma: "resignation" is resigning, its possessor the one who resigns. */
export const EVENT_NOUNS: ReadonlyMap<string, EventNoun> = new Map(
  Object.entries(data.nouns).map(([noun, { verb, ...roles }]) => [
    noun,
    {
      verb,
      roles: new Map(
        Object.entries(roles).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
      ),
    },
  ]),
)
