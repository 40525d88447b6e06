/** Where places of a case lie, as far as the gazetteer knows one that is meant. */
import { countryOf, placeOf } from '../resolve/gazetteer.js'
import type { CaseEntity } from '../schema/case.js'

export interface Located {
  readonly latitude: number
  readonly longitude: number
  /** Two letters, ISO 3166-1. */
  readonly country: string
}

/** Inhabitants of a town that is known beyond its country. */
const LARGE = 100_000

/** Reads the gazetteer, which otherwise the first to ask waits for: some 0.8 s of one core, in which nothing else is answered. */
export function warmPlaces(): void {
  countryOf('')
}

/** By id of the entity. Countries are not points and are left out, but help to tell which town of a name is meant. */
export function locatePlaces(places: readonly CaseEntity[]): ReadonlyMap<string, Located> {
  const named = places.flatMap(({ names }) => names.map(countryOf)).filter((code) => code !== null)
  const large = places
    .flatMap(({ names }) => names.map((name) => placeOf(name)))
    .flatMap((place) => (place && place.population >= LARGE ? [place.country] : []))
  const countries = new Set([...named, ...large])
  const located = new Map<string, Located>()
  for (const { id, names } of places)
    for (const name of names) {
      const place = placeOf(name, [...countries])
      // Somewhere in the world there is a small town of almost any name.
      if (!place?.at || !(countries.has(place.country) || place.population >= LARGE)) continue
      located.set(id, { ...place.at, country: place.country })
      break
    }
  return located
}
