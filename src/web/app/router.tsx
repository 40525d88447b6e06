/** Every screen has an address. Screens are loaded when they are first opened. */
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router'
import { CaseShell } from './case-shell.js'
import { Missing } from './missing.js'
import { Shell } from './shell.js'

/** The fields of an address after `?`, as they stand there. */
export type SearchFields = Readonly<Record<string, string | undefined>>

const root = createRootRoute({
  component: Shell,
  notFoundComponent: Missing,
  validateSearch: (search) => search as SearchFields,
})

const cases = createRoute({
  getParentRoute: () => root,
  path: '/',
  component: lazyRouteComponent(() => import('../screens/cases.js'), 'Cases'),
})
const read = createRoute({
  getParentRoute: () => root,
  path: '/read',
  component: lazyRouteComponent(() => import('../screens/workbench.js'), 'Workbench'),
})
const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../screens/settings.js'), 'Settings'),
})

const one = createRoute({ getParentRoute: () => root, path: '/cases/$name', component: CaseShell })
const screen = <P extends string>(path: P, component: RouteComponent) =>
  createRoute({ getParentRoute: () => one, path, component })

const inCase = [
  screen(
    '/',
    lazyRouteComponent(() => import('../screens/overview.js'), 'Overview'),
  ),
  screen(
    '/documents',
    lazyRouteComponent(() => import('../screens/documents.js'), 'Documents'),
  ),
  screen(
    '/documents/$id',
    lazyRouteComponent(() => import('../screens/reader.js'), 'Reader'),
  ),
  screen(
    '/claims',
    lazyRouteComponent(() => import('../screens/claims.js'), 'Claims'),
  ),
  screen(
    '/propositions',
    lazyRouteComponent(() => import('../screens/propositions.js'), 'Propositions'),
  ),
  screen(
    '/propositions/$id',
    lazyRouteComponent(() => import('../screens/proposition.js'), 'Proposition'),
  ),
  screen(
    '/findings',
    lazyRouteComponent(() => import('../screens/findings.js'), 'Findings'),
  ),
  screen(
    '/entities',
    lazyRouteComponent(() => import('../screens/entities.js'), 'Entities'),
  ),
  screen(
    '/entities/$id',
    lazyRouteComponent(() => import('../screens/profile.js'), 'Profile'),
  ),
  screen(
    '/merge',
    lazyRouteComponent(() => import('../screens/merge.js'), 'Merge'),
  ),
  screen(
    '/timeline',
    lazyRouteComponent(() => import('../screens/timeline.js'), 'Timeline'),
  ),
  screen(
    '/network',
    lazyRouteComponent(() => import('../screens/network.js'), 'Network'),
  ),
  screen(
    '/map',
    lazyRouteComponent(() => import('../screens/map.js'), 'Map'),
  ),
  screen(
    '/check',
    lazyRouteComponent(() => import('../screens/check.js'), 'Check'),
  ),
  screen(
    '/search',
    lazyRouteComponent(() => import('../screens/search.js'), 'Search'),
  ),
  screen(
    '/activity',
    lazyRouteComponent(() => import('../screens/activity.js'), 'Activity'),
  ),
] as const

export const router = createRouter({
  routeTree: root.addChildren([cases, read, settings, one.addChildren(inCase)]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  // Plain words, as people write addresses; the default would read numbers out of them.
  parseSearch: (text) => Object.fromEntries(new URLSearchParams(text)),
  stringifySearch: (search: SearchFields) => {
    const fields = new URLSearchParams(
      Object.entries(search).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
    )
    return fields.size > 0 ? `?${fields.toString()}` : ''
  },
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
