/** The document with its claims in the margin. */
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Claim, Reading } from '../../schema/reading.js'
import type { Span } from '../../schema/span.js'
import { strings } from '../strings.js'
import { marksOf, standingMarks } from '../text/claims.js'
import { type Paragraph as Stretch } from '../text/paragraphs.js'
import { firstAfter, type Mark } from '../text/runs.js'
import { Note } from './note.js'
import { Paragraph } from './paragraph.js'
import { liftDetail, placeNotes } from './places.js'

interface Props {
  readonly reading: Reading
  readonly paragraphs: readonly Stretch[]
  /** Those that pass the filter. */
  readonly claims: readonly Claim[]
  readonly chosen: Claim | null
  readonly full: boolean
  readonly entities: Readonly<Record<string, string>>
  readonly at: Span | null
  onChoose(id: string): void
  onFull(full: boolean): void
}

/** Where the chain has a column of its own; elsewhere it would push notes about under the pointer. */
const ROOMY = '(min-width: 80em)'
const NO_MARKS: readonly Mark[] = []

export function Article({
  reading,
  paragraphs,
  claims,
  chosen,
  full,
  entities,
  at,
  onChoose,
  onFull,
}: Props) {
  const article = useRef<HTMLElement>(null)
  const [pointed, setPointed] = useState<string | null>(null)
  const point = (id: string): void => {
    const note = article.current?.querySelector('.note')
    if (note && window.matchMedia(ROOMY).matches && getComputedStyle(note).position === 'absolute')
      setPointed(id)
  }
  const { text, title } = reading.document
  const active = claims.find((claim) => claim.id === pointed) ?? chosen

  const blocks = useMemo(() => blocksOf(paragraphs, claims), [paragraphs, claims])
  const standing = useMemo(
    () =>
      [
        ...standingMarks(claims),
        ...namesOf(reading, entities),
        ...(at ? [{ start: at.start, end: at.end, kind: 'pointed-at' as const }] : []),
      ].sort((a, b) => a.start - b.start),
    [claims, reading, entities, at],
  )
  const bySentence = useMemo(() => sentencesOf(reading, claims), [reading, claims])
  const telling = useMemo(() => new Set(bySentence.keys()), [bySentence])
  const lit = useMemo(() => (active ? marksOf(active) : NO_MARKS), [active])
  const marked = useMemo(
    () => new Map(paragraphs.map((p) => [p, within(standing, p)] as const)),
    [paragraphs, standing],
  )

  const starts = useMemo(() => new Map(claims.map((c) => [c.id, c.evidence[0]?.start ?? 0])), [claims])
  useLayoutEffect(() => placeNotes(article.current!, starts), [starts, blocks, active, full])
  useEffect(() => {
    const place = (): void => placeNotes(article.current!, starts)
    const observer = new ResizeObserver(place)
    observer.observe(article.current!)
    void document.fonts.ready.then(place)
    const lift = (): void => liftDetail(article.current!)
    window.addEventListener('scroll', lift, { passive: true })
    return () => {
      observer.disconnect()
      window.removeEventListener('scroll', lift)
    }
  }, [starts])

  const chooseSentence = (sentence: number): void => {
    const ids = bySentence.get(sentence) ?? []
    const id = ids[(ids.indexOf(chosen?.id ?? '') + 1) % ids.length]
    setPointed(null)
    if (id !== undefined) onChoose(id)
  }
  const related = new Set(active ? (bySentence.get(sentenceOf(reading, active)) ?? []) : [])

  return (
    <article className="article" ref={article} lang={reading.document.language}>
      {blocks.map(({ paragraph, claims: own }, i) => {
        const inside = within(lit, paragraph)
        return (
          <div className="block" key={paragraph.start}>
            <Paragraph
              text={text}
              stretch={paragraph}
              title={i === 0 && paragraph.start === paragraphs[0]?.start && isTitle(text, paragraph, title)}
              sentences={reading.sentences}
              telling={telling}
              marks={inside.length > 0 ? [...marked.get(paragraph)!, ...inside] : marked.get(paragraph)!}
              onSentence={chooseSentence}
            />
            {own.length > 0 && (
              <ul
                className="notes"
                aria-label={strings.notesLabel(`${text.slice(paragraph.start, paragraph.start + 30)}…`)}
                onMouseLeave={() => setPointed(null)}
              >
                {own.map((claim) => (
                  <Note
                    key={claim.id}
                    claim={claim}
                    reading={reading}
                    active={claim === active}
                    chosen={claim === chosen}
                    related={related.has(claim.id)}
                    full={full && claim === active}
                    onChoose={onChoose}
                    onPoint={point}
                    onFull={onFull}
                  />
                ))}
              </ul>
            )}
          </div>
        )
      })}
    </article>
  )
}

/** Names that have a profile; of names inside names, the outer one. */
function namesOf(reading: Reading, entities: Readonly<Record<string, string>>): Mark[] {
  const named = reading.mentions
    .filter(({ form, entity }) => form === 'name' && entity !== null && entities[entity] !== undefined)
    .sort((a, b) => a.start - b.start || b.end - a.end)
  let end = -1
  return named.flatMap((mention) => {
    if (mention.start < end) return []
    end = mention.end
    return [{ start: mention.start, end, kind: 'entity-name' as const, entity: entities[mention.entity!]! }]
  })
}

const isTitle = (text: string, { start, end }: Stretch, title: string | null): boolean =>
  title !== null && text.slice(start, end).trim() === title.trim()

/** Each paragraph with the claims whose evidence begins in it; both are in the order of the text. */
function blocksOf(paragraphs: readonly Stretch[], claims: readonly Claim[]) {
  const blocks = paragraphs.map((paragraph) => ({ paragraph, claims: [] as Claim[] }))
  for (const claim of claims) {
    const start = claim.evidence[0]?.start ?? -1
    const block = blocks[firstAfter(paragraphs, start)]
    if (block && start >= block.paragraph.start) block.claims.push(claim)
  }
  return blocks
}

const sentenceOf = (reading: Reading, claim: Claim): number =>
  firstAfter(reading.sentences, claim.evidence[0]?.start ?? 0)

function sentencesOf(reading: Reading, claims: readonly Claim[]): Map<number, string[]> {
  const map = new Map<number, string[]>()
  for (const claim of claims) {
    const at = sentenceOf(reading, claim)
    map.set(at, [...(map.get(at) ?? []), claim.id])
  }
  return map
}

const within = (marks: readonly Mark[], { start, end }: Stretch): readonly Mark[] => {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start)
  return inside.length > 0 ? inside : NO_MARKS
}
