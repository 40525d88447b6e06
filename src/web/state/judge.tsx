/** Deciding, with undo. A decision that does not reach the program stays at hand until it is sent again. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewJudgement } from '../../api/client.js'
import type { Judgement } from '../../schema/case.js'
import { strings } from '../strings.js'
import { useCase } from './case.js'
import { useToast } from './toast.js'

interface Decision {
  readonly judgement: NewJudgement
  /** What the message says once it is kept. */
  readonly said: string
}

/** Takes a decision back. */
export function useTakeBack(): (judgement: string) => void {
  const { name, client } = useCase()
  const cache = useQueryClient()
  const toast = useToast()
  const take = useMutation({
    mutationFn: client.withdraw,
    onSuccess: () => {
      toast({ text: strings.undone })
      return cache.invalidateQueries({ queryKey: ['case', name] })
    },
    onError: (error, judgement) =>
      toast({
        text: error.message,
        action: { label: strings.tryAgain, run: () => take.mutate(judgement) },
        lasting: true,
      }),
  })
  return (judgement) => take.mutate(judgement)
}

/** Sends a judgement; a message says what was decided and offers to take it back. */
export function useJudge(): (judgement: NewJudgement, said: string) => void {
  const { name, client } = useCase()
  const cache = useQueryClient()
  const toast = useToast()
  const takeBack = useTakeBack()
  // Everything hangs on the mutation and nothing on the call: what was decided about is often gone from the page by then.
  const give = useMutation({
    mutationFn: ({ judgement }: Decision) => client.judge(judgement),
    onSuccess: (made: Judgement, { said }) => {
      toast({ text: said, action: { label: strings.undo, run: () => takeBack(made.id) } })
      return cache.invalidateQueries({ queryKey: ['case', name] })
    },
    onError: (error, decision) =>
      toast({
        text: error.message,
        action: { label: strings.tryAgain, run: () => give.mutate(decision) },
        lasting: true,
      }),
  })
  return (judgement, said) => give.mutate({ judgement, said })
}
