/** One claim beside the text: its exact words, its chain, and on request everything else that is known of it. */
import { CERTAINTY_WORDS, NEGATED } from '../../schema/labels.js'
import type { Claim, Reading, Term } from '../../schema/reading.js'
import { strings } from '../strings.js'
import { dateWords } from '../text/date.js'
import { Chain } from './chain.js'
import { ClaimActions } from './claim-actions.js'
import { Firmness } from './firmness.js'

interface Props {
  readonly claim: Claim
  readonly reading: Reading
  readonly full: boolean
  onFull(full: boolean): void
}

export function Detail({ claim, reading, full, onFull }: Props) {
  const hedges = claim.hedges.map(({ start, end }) => reading.document.text.slice(start, end))
  return (
    <section className="detail" aria-label={strings.chainOf}>
      <blockquote dir="auto">{claim.text}</blockquote>
      <p className="weight">
        <Firmness certainty={claim.certainty} />
        <span className="means"> – {CERTAINTY_WORDS[claim.certainty].means}</span>
        {claim.polarity === 'negative' && <span className="negated"> {NEGATED}</span>}
      </p>
      {hedges.length > 0 && (
        <p className="weight">
          {strings.weakenedBy} <q className="hedge">{hedges.join('” “')}</q>
        </p>
      )}
      <Chain chain={claim.chain} />
      <button type="button" className="quiet" aria-expanded={full} onClick={() => onFull(!full)}>
        {strings.details}
      </button>
      {full && <Fields claim={claim} reading={reading} />}
      <ClaimActions claim={claim} />
    </section>
  )
}

function Fields({ claim, reading }: { claim: Claim; reading: Reading }) {
  const { fields } = strings
  const place = reading.entities.find((entity) => entity.id === claim.place)?.name
  const rows: (readonly [string, string | null | undefined])[] = [
    [fields.subject, termWords(claim.subject)],
    [fields.predicate, claim.predicate],
    [fields.object, claim.object && termWords(claim.object)],
    ...claim.roles.map(({ role, term }) => [role, termWords(term)] as const),
    [fields.property, claim.property],
    [fields.time, claim.time && dateWords(claim.time)],
    [fields.place, place ?? claim.place],
    [fields.characters, claim.evidence.map((e) => strings.characters(e.start, e.end)).join(', ')],
  ]
  return (
    <dl className="fields">
      {rows.map(([name, value], i) =>
        value ? (
          <div key={i}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ) : null,
      )}
    </dl>
  )
}

const termWords = (term: Term): string =>
  term.quantity ? `${term.text} (${term.quantity.value} ${term.quantity.unit ?? ''})` : term.text
