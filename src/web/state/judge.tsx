/** Deciding, with undo. A decision that cannot reach the program waits and is sent when it answers again. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import type { NewJudgement } from '../../api/client.js'
import type { Judgement } from '../../schema/case.js'
import { strings } from '../strings.js'
import { useCase } from './case.js'
import { useToast } from './toast.js'

/** Takes a decision back. */
export function useTakeBack(): (judgement: string) => void {
  const { name, client } = useCase()
  const cache = useQueryClient()
  const toast = useToast()
  const take = useMutation({
    mutationFn: client.withdraw,
    onSuccess: async () => {
      toast({ text: strings.undone })
      await cache.invalidateQueries({ queryKey: ['case', name] })
    },
    onError: (error) => toast({ text: error.message, lasting: true }),
  })
  return (judgement) => take.mutate(judgement)
}

/** Sends a judgement; a message says what was decided and offers to take it back. */
export function useJudge(): (judgement: NewJudgement, said: string) => void {
  const { name, client } = useCase()
  const cache = useQueryClient()
  const toast = useToast()
  const changed = (): Promise<void> => cache.invalidateQueries({ queryKey: ['case', name] })
  const take = useMutation({ mutationFn: client.withdraw, onSuccess: changed })
  const give = useMutation({ mutationFn: client.judge, onSuccess: changed })
  return (judgement, said) => {
    give.mutate(judgement, {
      onSuccess: (made: Judgement) =>
        toast({
          text: said,
          action: {
            label: strings.undo,
            run: () => take.mutate(made.id, { onSuccess: () => toast({ text: strings.undone }) }),
          },
        }),
      onError: (error) =>
        toast({
          text: error.message,
          action: { label: strings.tryAgain, run: () => give.mutate(judgement) },
          lasting: true,
        }),
    })
  }
}
