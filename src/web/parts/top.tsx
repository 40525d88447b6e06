/** The line at the top of every screen. */
import { Link } from '@tanstack/react-router'
import { type ReactNode, useContext, useState } from 'react'
import { ListKeysContext } from '../state/keys.js'
import { applyTheme, storedTheme, type Theme, THEMES } from '../state/theme.js'
import { strings } from '../strings.js'

/** `children` stand between the name and the appearance. */
export function Top({ children }: { children?: ReactNode }) {
  const [theme, setTheme] = useState(storedTheme)
  const listKeys = useContext(ListKeysContext)
  return (
    <header className="top">
      <Link to="/" className="name" title={strings.allCases}>
        {strings.name}
      </Link>
      {children}
      <div className="program">
        <Link to="/settings">{strings.settings}</Link>
        <button type="button" className="quiet" aria-keyshortcuts="?" onClick={listKeys}>
          {strings.keys}
        </button>
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
      </div>
    </header>
  )
}
