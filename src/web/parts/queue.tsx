/** How far reading has come, and what can be done about it. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { isBusy, useCase, useProgress } from '../state/case.js'
import { useToast } from '../state/toast.js'
import { strings } from '../strings.js'

type Step = 'pause' | 'resume' | 'cancel' | 'retry'

export function Queue() {
  const { name, client } = useCase()
  const progress = useProgress()
  const cache = useQueryClient()
  const toast = useToast()
  const steer = useMutation({
    mutationFn: (step: Step) => client.steer(step),
    onSuccess: (now) => {
      cache.setQueryData(['progress', name], now)
      void cache.invalidateQueries({ queryKey: ['case', name] })
    },
    onError: (error) => toast({ text: error.message, lasting: true }),
  })
  if (!progress) return null
  const { states, words } = progress.counts
  const left = states.waiting + states.reading
  const done = states.done + states.failed
  const button = (step: Step, label: string) => (
    <button type="button" disabled={steer.isPending} onClick={() => steer.mutate(step)}>
      {label}
    </button>
  )
  if (!isBusy(progress) && states.failed === 0 && !progress.paused) return null
  return (
    <section className="queue" aria-label={strings.queue}>
      {left > 0 && (
        <>
          <progress aria-label={strings.queue} value={done} max={done + left} />
          <p>
            {[
              strings.readSoFar(done, done + left),
              strings.words(words),
              progress.wordsASecond !== null && strings.wordsASecond(progress.wordsASecond),
              progress.secondsLeft !== null && strings.secondsLeft(progress.secondsLeft),
              progress.paused && strings.paused,
            ]
              .filter(Boolean)
              .join(' · ')}
          </p>
          {progress.reading.length > 0 && <p className="aside">{progress.reading.join(', ')}</p>}
        </>
      )}
      {left === 0 && progress.comparing && <p>{strings.comparing}</p>}
      <div className="buttons">
        {left > 0 && !progress.paused && button('pause', strings.pause)}
        {progress.paused && button('resume', strings.resume)}
        {states.waiting > 0 && button('cancel', strings.cancelWaiting(states.waiting))}
        {states.failed > 0 && button('retry', strings.retryFailed(states.failed))}
      </div>
    </section>
  )
}
