/** A draft, linted against the case: footnotes on what is supported, the rest underlined by verdict with the reason. */
import { useMutation } from '@tanstack/react-query'
import { type DragEvent, useRef, useState } from 'react'
import type { DraftCheck } from '../../api/client.js'
import type { Checked, Verdict } from '../../schema/case.js'
import { Page } from '../parts/page.js'
import { Quote } from '../parts/quote.js'
import { useCase } from '../state/case.js'
import { strings } from '../strings.js'

const SEVERE: readonly Verdict[] = ['contradicted', 'overstated', 'unsupported', 'single-origin']

export function Check() {
  const { client } = useCase()
  const [text, setText] = useState('')
  const file = useRef<HTMLInputElement>(null)
  const check = useMutation({
    mutationFn: ({ name, body }: { name: string; body: Blob }) => client.check(name, body),
  })
  const take = (chosen: File | undefined): void => {
    if (chosen) check.mutate({ name: chosen.name, body: chosen })
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    take(event.dataTransfer.files[0])
  }
  return (
    <div onDragOver={(event) => event.preventDefault()} onDrop={drop}>
      <Page
        title={strings.places.check}
        about={check.data ? summary(check.data) : strings.checkHelp}
        actions={
          <>
            {check.data && (
              <>
                <button type="button" onClick={() => save(check.data.markdown)}>
                  {strings.exportFootnotes}
                </button>
                <button type="button" onClick={() => check.reset()}>
                  {strings.anotherDraft}
                </button>
              </>
            )}
            <button type="button" onClick={() => file.current?.click()}>
              {strings.chooseFile}
            </button>
            <input
              ref={file}
              type="file"
              hidden
              aria-label={strings.chooseFile}
              accept=".txt,.md,.html,.docx"
              onChange={(event) => {
                take(event.target.files?.[0])
                event.target.value = ''
              }}
            />
          </>
        }
      >
        {check.error && (
          <p className="notice" role="alert">
            {check.error.message}
          </p>
        )}
        {check.isPending && (
          <p role="status">
            <progress aria-label={strings.checking} /> {strings.checking}
          </p>
        )}
        {check.data && <Linted checked={check.data} />}
        {!check.data && !check.isPending && (
          <form
            className="stacked draft-form"
            onSubmit={(event) => {
              event.preventDefault()
              if (text.trim() !== '') check.mutate({ name: 'draft.md', body: new Blob([text]) })
            }}
          >
            <textarea
              aria-label={strings.draft}
              placeholder={strings.draftHint}
              rows={16}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <button type="submit" className="main" disabled={text.trim() === ''}>
              {strings.checkIt}
            </button>
          </form>
        )}
      </Page>
    </div>
  )
}

function summary({ sentences }: DraftCheck): string {
  const count = (verdict: Verdict): number => sentences.filter((s) => s.verdict === verdict).length
  return [...SEVERE, 'supported' as const]
    .filter((verdict) => count(verdict) > 0)
    .map((verdict) => `${count(verdict)} ${strings.draftVerdicts[verdict]}`)
    .join(' · ')
}

function save(markdown: string): void {
  const address = URL.createObjectURL(new Blob([markdown], { type: 'text/markdown' }))
  const link = document.createElement('a')
  link.href = address
  link.download = 'draft-with-footnotes.md'
  link.click()
  URL.revokeObjectURL(address)
}

function Linted({ checked: { text, sentences } }: { checked: DraftCheck }) {
  const worst =
    SEVERE.flatMap((verdict) => sentences.filter((each) => each.verdict === verdict))[0] ?? sentences[0]
  const [chosen, setChosen] = useState(worst)
  const notes = sentences.filter(({ evidence }) => evidence.length > 0)
  return (
    <div className="linted">
      <article className="draft" aria-label={strings.draft}>
        {sentences.map((sentence, i) => {
          const before = text.slice(i === 0 ? 0 : sentences[i - 1]!.end, sentence.start)
          const number = notes.indexOf(sentence)
          return (
            <span key={sentence.start}>
              {before}
              {sentence.verdict === 'no-claim' ? (
                sentence.text
              ) : (
                // A button of the browser would not run on from line to line as words do.
                <span
                  role="button"
                  tabIndex={0}
                  className={`sentence ${sentence.verdict}`}
                  aria-pressed={sentence === chosen}
                  onClick={() => setChosen(sentence)}
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' && event.key !== ' ') return
                    event.preventDefault()
                    setChosen(sentence)
                  }}
                >
                  {sentence.text}
                  <span className="unseen"> ({strings.draftVerdicts[sentence.verdict]})</span>
                  {number >= 0 && <sup>{number + 1}</sup>}
                </span>
              )}
            </span>
          )
        })}
        {text.slice(sentences.at(-1)?.end ?? 0)}
      </article>
      {chosen && <Why sentence={chosen} />}
    </div>
  )
}

function Why({ sentence }: { sentence: Checked }) {
  return (
    <aside className="why" aria-live="polite">
      <p className={`verdict ${sentence.verdict}`}>{strings.draftVerdicts[sentence.verdict]}</p>
      <p>{sentence.why}</p>
      {sentence.evidence.length > 0 && (
        <>
          <h2>{strings.evidence}</h2>
          {sentence.evidence.map((evidence) => (
            <Quote key={`${evidence.file}${evidence.start}`} evidence={evidence} />
          ))}
        </>
      )}
      {sentence.against.length > 0 && (
        <>
          <h2>{strings.speaksAgainstIt}</h2>
          {sentence.against.map((evidence) => (
            <Quote key={`${evidence.file}${evidence.start}`} evidence={evidence} />
          ))}
        </>
      )}
      {sentence.answer && (
        <>
          <h2>{strings.answered}</h2>
          <Quote evidence={sentence.answer} />
        </>
      )}
    </aside>
  )
}
