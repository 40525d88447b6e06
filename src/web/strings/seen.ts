/** Time, network and map. */
import { many, number } from './counted.js'

export const seen = {
  timelineHelp:
    'What is dated, as precisely as its source puts it: a bar is as long as the date leaves open.',
  nothingDatedHelp: 'Claims that say when something happened appear here.',
  asList: 'The same as a list',
  closer: 'Closer',
  farther: 'Farther',
  allTime: 'All of it',
  chooseNone: 'Choose none',
  timelineLabel: (n: number) =>
    `Timeline of ${many(n, 'claim')}: when it happened, was said, and was printed; the list below says the same`,
  tracks: {
    happened: {
      name: 'happened',
      means: 'The day that a claim gives to what it tells',
      none: 'no claim says when',
      chosen: (when: string, n: number) => `Happened ${when}: ${many(n, 'claim')}`,
    },
    said: {
      name: 'said',
      means: 'The day on which the one who is quoted spoke, or, of a document’s own words, the document’s',
      none: 'no document says when',
      chosen: (when: string, n: number) => `Said ${when}: ${many(n, 'claim')}`,
    },
    printed: {
      name: 'printed',
      means: 'The day of the document that the claim stands in',
      none: 'no document has a date',
      chosen: (when: string, n: number) => `Printed ${when}: ${many(n, 'claim')}`,
    },
  },
  tracksHelp:
    'Drag across to look closer; choose a bar to list what it stands for. Bars fade where a date has an open end; dashed ones are “about”.',
  untold: (claims: number, happened: number, said: number) =>
    `Of ${many(claims, 'claim')}, ${number.format(happened)} say when it happened; for ${number.format(said)} it is known when they were said, for the others only that it was before they were printed.`,

  networkHelp:
    'A line joins two where a claim sets them beside each other. Choose a line to read its claims, a name to see its neighbours.',
  networkLabel: (n: number) => `Network of ${many(n, 'name')}; the table below says the same`,
  nobodyTogether: 'No claim sets two names beside each other yet',
  howMany: 'Show',
  upTo: (n: number) => `up to ${many(n, 'name')}`,
  openProfile: (who: string) => `Open ${who}`,
  together: (left: string, right: string) => `${left} and ${right}`,
  mapHelp: 'Places that the documents name; larger dots stand for more claims.',
  mapLabel: (n: number) => `Map of ${many(n, 'place')}; the table below says the same`,
  mapCredit: 'Base map: Natural Earth. Places: GeoNames (CC BY 4.0).',
  noPlaces: 'No place is named yet',
  placeColumn: 'Place',
  countryColumn: 'Country',
  unplaced: 'On no map, or on it more than once',
  nothingThere: 'It is named, but no claim says that something happened there.',
} as const
