import { Link } from '@tanstack/react-router'
import { useCase } from '../state/case.js'

/** A name in the text that leads to its profile. A click on it is not one on its sentence. */
export function NameLink({
  entity,
  className,
  children,
}: {
  entity: string
  className: string
  children: string
}) {
  const { name } = useCase()
  return (
    <Link
      to="/cases/$name/entities/$id"
      params={{ name, id: entity }}
      className={className}
      onClick={(event) => event.stopPropagation()}
    >
      {children}
    </Link>
  )
}
