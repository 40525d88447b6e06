/** The ways in: paste, choose a file. Dropping one works on the whole page. */
import { type FormEvent, useId, useRef } from 'react'
import { strings } from '../strings.js'

export type Open = (body: Blob, file: string) => void

export function Opening({ onOpen }: { onOpen: Open }) {
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault()
    const text = new FormData(event.currentTarget).get('text')
    if (typeof text === 'string' && text.trim()) onOpen(new Blob([text]), `${strings.pasted}.txt`)
  }
  return (
    <form className="opening" onSubmit={submit}>
      <p id={`${id}-help`}>{strings.openHelp}</p>
      <label htmlFor={id}>{strings.pasteLabel}</label>
      <textarea
        id={id}
        name="text"
        rows={9}
        required
        aria-describedby={`${id}-help`}
        placeholder={strings.pastePlaceholder}
      />
      <div className="ways">
        <button type="submit" className="main">
          {strings.readPasted}
        </button>
        <button type="button" onClick={() => input.current?.click()}>
          {strings.chooseFile}
        </button>
        <span className="aside">{strings.orDrop}</span>
      </div>
      <input
        ref={input}
        type="file"
        hidden
        accept=".txt,.md,.markdown,.html,.htm,text/plain,text/markdown,text/html"
        onChange={(event) => {
          const file = event.target.files?.[0]
          if (file) onOpen(file, file.name)
          event.target.value = ''
        }}
      />
    </form>
  )
}
