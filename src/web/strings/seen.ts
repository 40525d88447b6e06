/** Time, network and map. */
import { many } from './counted.js'

export const seen = {
  timelineHelp:
    'What is dated, as precisely as its source puts it: a bar is as long as the date leaves open.',
  nothingDatedHelp: 'Claims that say when something happened appear here.',
  asList: 'The same as a list',
  chosenEvents: (n: number) => many(n, 'event'),
  closer: 'Closer',
  farther: 'Farther',
  allTime: 'All of it',
  chooseNone: 'Choose none',
  timelineLabel: (n: number) => `Timeline of ${many(n, 'event')}; the list below says the same`,
  tracks: { happened: 'happened', printed: 'printed' },
  tracksHelp:
    'Drag across to look closer; choose a bar to list what it stands for. Bars fade where a date has an open end; dashed ones are “about”.',

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
