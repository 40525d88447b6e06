/** Names that may be one and the same: the reasons on both sides, and a person to decide. */
import { Link } from '@tanstack/react-router'
import type { Doubt } from '../../api/client.js'
import { KeyedButton } from '../parts/keyed-button.js'
import { Answer, Empty, Page } from '../parts/page.js'
import { Quote } from '../parts/quote.js'
import { useAsk, useCase } from '../state/case.js'
import { useJudge } from '../state/judge.js'
import { useStepping } from '../state/stepping.js'
import { strings } from '../strings.js'

const AT_ONCE = 30

export function Merge() {
  const asked = useAsk(['doubtful'], (client) => client.doubtful({ limit: AT_ONCE }))
  const list = useStepping({ s: 'same', d: 'different' })
  return (
    <Page
      title={strings.places.merge}
      about={asked.data ? strings.doubtful(asked.data.total) : strings.mergeHelp}
    >
      <Answer of={asked}>
        {({ rows }) =>
          rows.length === 0 ? (
            <Empty title={strings.noDoubts}>
              <p>{strings.mergeHelp}</p>
            </Empty>
          ) : (
            <ol className="board" ref={list}>
              {rows.map((doubt) => (
                <Pair key={`${doubt.pair.left} ${doubt.pair.right}`} doubt={doubt} />
              ))}
            </ol>
          )
        }
      </Answer>
    </Page>
  )
}

function Pair({ doubt: { pair, left, right, examples } }: { doubt: Doubt }) {
  const { name } = useCase()
  const judge = useJudge()
  const decide = (verdict: 'same' | 'different', said: string): void =>
    judge(
      {
        kind: 'entities',
        left: left.members[0] ?? left.id,
        right: right.members[0] ?? right.id,
        verdict,
        value: null,
      },
      said,
    )
  return (
    <li tabIndex={-1}>
      <div className="pair">
        {([left, right] as const).map((entity, i) => (
          <section key={entity.id}>
            <h2>
              <Link to="/cases/$name/entities/$id" params={{ name, id: entity.id }}>
                {entity.name}
              </Link>
            </h2>
            <p className="aside">
              {[entity.names.filter((n) => n !== entity.name).join(', '), strings.documents(entity.documents)]
                .filter(Boolean)
                .join(' · ')}
            </p>
            {examples
              .filter(({ of }) => of === (i === 0 ? 'left' : 'right'))
              .map((example) => (
                <Quote key={example.start} evidence={{ ...example, claim: null }} />
              ))}
          </section>
        ))}
      </div>
      <ul className="reasons">
        {pair.reasons.map((reason) => (
          <li key={reason.feature} className={reason.score < 0 ? 'against' : 'for'}>
            <span aria-hidden="true">{reason.score < 0 ? '−' : '+'}</span>
            <span className="unseen">
              {reason.score < 0 ? strings.speaksAgainst : strings.speaksFor}:{' '}
            </span>{' '}
            {reason.why}
          </li>
        ))}
      </ul>
      <div className="buttons" role="group" aria-label={strings.decide}>
        <KeyedButton
          action="same"
          keyed="s"
          onPress={() => decide('same', strings.madeOne(left.name, right.name))}
        >
          {strings.same}
        </KeyedButton>
        <KeyedButton action="different" keyed="d" onPress={() => decide('different', strings.keptApart)}>
          {strings.different}
        </KeyedButton>
      </div>
    </li>
  )
}
