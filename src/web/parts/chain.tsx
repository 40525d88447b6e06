/** A claim's chain drawn from the reader to the origin: each arrow points the way the words came. */
import { CERTAINTY_WORDS, SOURCE_WORDS, stanceWord } from '../../schema/labels.js'
import type { Link } from '../../schema/reading.js'
import { strings } from '../strings.js'
import { isDenied, nameOf } from '../text/claims.js'

export function Chain({ chain }: { chain: readonly Link[] }) {
  return (
    <ol className="chain">
      {chain.map((link, i) => (
        <li key={i}>
          {i > 0 && <Arrow link={link} />}
          <div className="who">
            <span className="name">{nameOf(link)}</span>
            <span className="kind">{kindOf(link, i === chain.length - 1 && i > 0)}</span>
            <Count link={link} />
          </div>
        </li>
      ))}
    </ol>
  )
}

/** A name needs no further word. */
const kindOf = (link: Link, isOrigin: boolean): string =>
  [
    isOrigin ? strings.origin : '',
    link.kind === 'document' ? strings.theDocument : link.kind === 'named' ? '' : SOURCE_WORDS[link.kind],
  ]
    .filter(Boolean)
    .join(', ')

/** The line between two: its stroke says how firmly, a bar across it that the words are denied. */
function Arrow({ link }: { link: Link }) {
  const { word } = CERTAINTY_WORDS[link.certainty]
  const denied = isDenied(link)
  return (
    <div className={`arrow ${link.certainty}${denied ? ' denied' : ''}`}>
      <svg viewBox="0 0 16 40" width="16" height="40" aria-hidden="true">
        <path className="stroke" d="M8 38V7" />
        <path className="head" d="M3.5 9 8 2.5 12.5 9" />
        {denied && <path className="bar" d="M2.5 27.5 13.5 18.5" />}
      </svg>
      <span className="unseen">{strings.hadItFrom}: </span>
      <span className="saying">
        {stanceWord(link.stance, link.kind)} <span className="how">· {word}</span>
      </span>
    </div>
  )
}

const MOST_DOTS = 20

/** 'nine of the ten' as nine full dots and an empty one. */
function Count({ link: { quantifier } }: { link: Link }) {
  if (!quantifier || quantifier.said === null || quantifier.of === null) return null
  const { said, of } = quantifier
  return (
    <span className="count">
      {of <= MOST_DOTS && (
        <span aria-hidden="true" className="dots">
          {'●'.repeat(Math.min(said, of))}
          {'○'.repeat(Math.max(0, of - said))}
        </span>
      )}
      {strings.count(said, of)}
    </span>
  )
}
