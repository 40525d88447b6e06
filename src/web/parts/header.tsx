import { useState } from 'react'
import { applyTheme, storedTheme, type Theme, THEMES } from '../state/theme.js'
import { strings } from '../strings.js'

/** The name, and what can be done anywhere on the page. */
export function Header({ onOpen, onKeys }: { onOpen(): void; onKeys(): void }) {
  const [theme, setTheme] = useState(storedTheme)
  return (
    <header className="top">
      <a className="skip" href="#text" onClick={skip}>
        {strings.skip}
      </a>
      <p className="name">
        {strings.name} <span>{strings.promise}</span>
      </p>
      <div className="actions">
        <button type="button" className="main" onClick={onOpen}>
          {strings.openAnother}
        </button>
        <select
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
        <button type="button" className="quiet" onClick={onKeys}>
          {strings.keys}
        </button>
      </div>
    </header>
  )
}

// The address belongs to the chosen claim; skipping leaves it alone.
function skip(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('text')?.focus()
}
