/** The line at the top of every screen. */
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { applyTheme, storedTheme, type Theme, THEMES } from '../state/theme.js'
import { strings } from '../strings.js'

/** `children` stand between the name and the appearance. */
export function Top({ children }: { children?: ReactNode }) {
  const [theme, setTheme] = useState(storedTheme)
  return (
    <header className="top">
      <Link to="/" className="name" title={strings.allCases}>
        {strings.name}
      </Link>
      {children}
      <select
        className="theme"
        aria-label={strings.themeLabel}
        value={theme}
        onChange={(event) => {
          const next = event.target.value as Theme
          applyTheme(next)
          setTheme(next)
        }}
      >
        {THEMES.map((choice) => (
          <option key={choice} value={choice}>
            {strings.theme[choice]}
          </option>
        ))}
      </select>
    </header>
  )
}
