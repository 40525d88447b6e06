/** The frame of a screen inside a case, and what stands in it while there is nothing else to show. */
import { type ReactNode, useEffect } from 'react'
import { useCase } from '../state/case.js'
import { strings } from '../strings.js'

interface Props {
  readonly title: string
  /** One line under the title: what is shown, and of how much. */
  readonly about?: ReactNode
  /** At the title's right: what can be done. */
  readonly actions?: ReactNode
  readonly children: ReactNode
}

export function Page({ title, about, actions, children }: Props) {
  const { name } = useCase()
  useEffect(() => {
    document.title = `${title} · ${name} – ${strings.name}`
  }, [title, name])
  return (
    <>
      <header className="page-head">
        <h1 dir="auto">{title}</h1>
        {actions && <div className="actions">{actions}</div>}
        {about && <p className="about-line">{about}</p>}
      </header>
      {children}
    </>
  )
}

interface Asked<T> {
  readonly data: T | undefined
  readonly error: Error | null
  refetch(): unknown
}

/** The answer, or what stands in its place: quiet while loading, and on failure a sentence with a way on. */
export function Answer<T>({ of, children }: { of: Asked<T>; children(data: T): ReactNode }) {
  if (of.data !== undefined) return <>{children(of.data)}</>
  if (of.error)
    return (
      <div className="state" role="alert">
        <h2>{strings.wentWrong}</h2>
        <p>{of.error.message}</p>
        <button type="button" className="main" onClick={() => of.refetch()}>
          {strings.tryAgain}
        </button>
      </div>
    )
  return (
    <div className="state late" role="status">
      <p>{strings.oneMoment}</p>
    </div>
  )
}

/** Nothing to show yet: what will stand here, and how to get it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="state empty">
      <h2>{title}</h2>
      {children}
    </div>
  )
}
