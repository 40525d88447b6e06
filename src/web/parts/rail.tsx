import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { GROUPS, PLACES } from '../app/places.js'
import { strings } from '../strings.js'

/** The way to each screen of a case; on a narrow page it folds into one button. */
export function Rail({ name }: { name: string }) {
  const [open, setOpen] = useState(false)
  return (
    <nav className={open ? 'rail open' : 'rail'} aria-label={strings.railLabel}>
      <button type="button" className="unfold" aria-expanded={open} onClick={() => setOpen(!open)}>
        {strings.menu}
      </button>
      <div className="groups">
        <p className="case-name">{name}</p>
        {GROUPS.map((group) => (
          <ul key={group} aria-label={strings.groups[group]}>
            {PLACES.filter((place) => place.group === group).map(({ to, label, key }) => (
              <li key={to}>
                <Link
                  to={to}
                  params={{ name }}
                  activeOptions={{ exact: to === '/cases/$name', includeSearch: false }}
                  aria-keyshortcuts={key}
                  onClick={() => setOpen(false)}
                >
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        ))}
      </div>
    </nav>
  )
}
