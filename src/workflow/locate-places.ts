/** Where places of a case lie, as far as the gazetteer knows one that is meant. */
import { countryOf, placeOf } from '../resolve/gazetteer.js'
import type { CaseEntity } from '../schema/case.js'

export interface Located {
  readonly latitude: number
  readonly longitude: number
  /** Two letters, ISO 3166-1. */
  readonly country: string
}

/** By id of the entity. Countries are not points and are left out, but help to tell which town of a name is meant. */
export function locatePlaces(places: readonly CaseEntity[]): ReadonlyMap<string, Located> {
  const countries = [
    ...new Set(places.flatMap(({ names }) => names.map(countryOf)).filter((code) => code !== null)),
  ]
  const located = new Map<string, Located>()
  for (const { id, names } of places)
    for (const name of names) {
      const place = placeOf(name, countries)
      if (!place?.at || place.country === null) continue
      located.set(id, { ...place.at, country: place.country })
      break
    }
  return located
}
