import { PROPERTIES } from '../read/properties/properties.js'

/** A typed property as it is published; how it is found in words stays inside. */
export interface TypedProperty {
  readonly name: string
  readonly label: string
  readonly domain: readonly string[]
  readonly range: readonly string[]
  /** FollowTheMoney schema and property. */
  readonly followTheMoney: string | null
  readonly wikidata: string | null
  readonly symmetric: boolean
  readonly event: boolean
}

/** Every property a claim can carry, in the order of their families. */
export const typedProperties = (): TypedProperty[] =>
  PROPERTIES.map(({ name, label, domain, range, followTheMoney, wikidata, symmetric, event }) => ({
    name,
    label,
    domain,
    range,
    followTheMoney,
    wikidata,
    symmetric,
    event,
  }))
