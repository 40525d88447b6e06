import type { Uploads } from '../state/uploads.js'
import { strings } from '../strings.js'

const SHOWN = 20

/** Files on their way to the program, and those it did not take. */
export function UploadsUnderWay({ uploads, onAgain }: { uploads: Uploads; onAgain(): void }) {
  const { sent, all, known, failed } = uploads
  if (all === 0) return null
  return (
    <section className="uploads" aria-label={strings.adding}>
      <p role="status">
        {sent < all ? strings.addingSoFar(sent, all) : strings.addedAll(all - known - failed.length, known)}
      </p>
      {sent < all && <progress aria-label={strings.adding} value={sent} max={all} />}
      {failed.length > 0 && (
        <div role="alert">
          <p>{strings.notAdded(failed.length)}</p>
          <ul className="plain">
            {failed.slice(0, SHOWN).map(({ file, why }, i) => (
              <li key={i}>
                {file} <span className="aside">{why}</span>
              </li>
            ))}
          </ul>
          <button type="button" onClick={onAgain}>
            {strings.tryAgain}
          </button>
        </div>
      )}
    </section>
  )
}
