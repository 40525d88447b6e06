/** Deciding, with undo. A decision that does not reach the program waits until it does: see unsent.tsx. */
import type { NewJudgement } from '../../api/client.js'
import { strings } from '../strings.js'
import { useCase } from './case.js'
import { useSending } from './unsent.js'

/** Takes a decision back. */
export function useTakeBack(): (judgement: string) => void {
  const { name: caseName } = useCase()
  const { outbox, send } = useSending()
  return (judgement) => {
    outbox.add({ caseName, what: { withdraw: judgement }, said: strings.undone })
    send()
  }
}

/** Sends a judgement; a message says what was decided (`said`) and offers to take it back. */
export function useJudge(): (judgement: NewJudgement, said: string) => void {
  const { name: caseName } = useCase()
  const { outbox, send } = useSending()
  return (judgement, said) => {
    outbox.add({ caseName, what: { judge: judgement }, said })
    send()
  }
}
