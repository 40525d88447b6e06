/** The screens of a case in the order of the rail, each with its key. */
import { strings } from '../strings.js'

export const PLACES = [
  { group: 'case', to: '/cases/$name', label: strings.places.overview, key: '1' },
  { group: 'case', to: '/cases/$name/documents', label: strings.places.documents, key: '2' },
  { group: 'said', to: '/cases/$name/claims', label: strings.places.claims, key: '3' },
  { group: 'said', to: '/cases/$name/propositions', label: strings.places.propositions, key: '4' },
  { group: 'said', to: '/cases/$name/findings', label: strings.places.findings, key: '5' },
  { group: 'who', to: '/cases/$name/entities', label: strings.places.entities, key: '6' },
  { group: 'who', to: '/cases/$name/merge', label: strings.places.merge, key: '7' },
  { group: 'seen', to: '/cases/$name/timeline', label: strings.places.timeline, key: '8' },
  { group: 'seen', to: '/cases/$name/network', label: strings.places.network, key: '9' },
  { group: 'seen', to: '/cases/$name/map', label: strings.places.map, key: '0' },
  { group: 'work', to: '/cases/$name/check', label: strings.places.check, key: 'c' },
  { group: 'work', to: '/cases/$name/activity', label: strings.places.activity, key: 'v' },
] as const

export const GROUPS = ['case', 'said', 'who', 'seen', 'work'] as const
