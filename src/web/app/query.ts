/** What the page knows of the server, kept and asked for anew when the case changes. */
import { QueryClient } from '@tanstack/react-query'
import { ApiError } from '../../api/client.js'

const TRIES = 3

export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // Things change by this machine's doing, and then the case's version tells (see case.tsx).
      staleTime: Infinity,
      gcTime: 5 * 60_000,
      // A program that is starting again is worth waiting for; a refusal is not.
      retry: (count, error) => error instanceof ApiError && error.code === 'unreachable' && count < TRIES,
      refetchOnWindowFocus: false,
      // The program is on this machine, whatever becomes of the network
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
})
