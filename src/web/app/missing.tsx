import { Link } from '@tanstack/react-router'
import { strings } from '../strings.js'

/** An address that leads nowhere. */
export function Missing() {
  return (
    <main id="text" tabIndex={-1}>
      <div className="state">
        <h1>{strings.missing}</h1>
        <p>{strings.missingHelp}</p>
        <Link to="/">{strings.allCases}</Link>
      </div>
    </main>
  )
}
