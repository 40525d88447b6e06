/** What can be done about a claim of the document that is shown; null where nothing is kept. */
import { createContext, useContext } from 'react'
import type { Remark } from '../text/by-hand.js'
import type { OtherSide } from '../text/other-sides.js'

export interface ClaimDesk {
  readonly remarks: ReadonlyMap<string, Remark>
  readonly others: ReadonlyMap<string, readonly OtherSide[]>
  decide(claim: string, verdict: 'accept' | 'reject'): void
  correct(claim: string): void
  takeBack(judgement: string): void
}

export const ClaimDeskContext = createContext<ClaimDesk | null>(null)
export const useClaimDesk = (): ClaimDesk | null => useContext(ClaimDeskContext)
