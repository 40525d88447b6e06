import { strings } from '../strings.js'
import { Dialog } from './dialog.js'

interface Props {
  readonly on: boolean
  onSwitch(on: boolean): void
  onClose(): void
}

/** The list of keys, and the switch that turns single keys off. */
export function KeysDialog({ on, onSwitch, onClose }: Props) {
  return (
    <Dialog title={strings.keysTitle} onClose={onClose}>
      <dl className="keys">
        {strings.keyList.map(([key, does]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <label className="switch">
        <input type="checkbox" checked={on} onChange={(event) => onSwitch(event.target.checked)} />{' '}
        {strings.keysSwitch}
      </label>
    </Dialog>
  )
}
