/** What the claims can be narrowed down by, with how many each would leave. */
import { type ReactNode, useState } from 'react'
import type { Facet } from '../../api/client.js'
import { CERTAINTY_WORDS } from '../../schema/labels.js'
import type { Certainty } from '../../schema/reading.js'
import { strings } from '../strings.js'

export const FACETS = ['who', 'property', 'entity', 'place', 'certainty', 'polarity', 'document'] as const
type Name = (typeof FACETS)[number]

const SHOWN = 8

interface Props {
  readonly found: Readonly<Record<string, readonly Facet[]>>
  readonly chosen: Readonly<Record<string, string | undefined>>
  onChoose(fields: Record<string, string | undefined>): void
}

export function Facets({ found, chosen, onChoose }: Props) {
  return (
    <div className="facets">
      <When chosen={chosen} onChoose={onChoose} />
      <Group title={strings.status} chosen={chosen['status'] !== undefined}>
        {(['open', 'accepted', 'rejected'] as const).map((each) => (
          <Choice
            key={each}
            label={strings.claimStates[each]}
            pressed={chosen['status'] === each}
            onPress={(on) => onChoose({ status: on ? each : undefined })}
          />
        ))}
      </Group>
      {FACETS.map((name) => {
        const values = found[name] ?? []
        const standing = chosen[name]
        if (values.length === 0 && standing === undefined) return null
        return (
          <Group key={name} title={strings.facets[name]} chosen={standing !== undefined}>
            {standing !== undefined && !values.some(({ value }) => value === standing) && (
              <Choice
                label={wordOf(name, { value: standing, count: 0 })}
                pressed
                onPress={() => onChoose({ [name]: undefined })}
              />
            )}
            {values.slice(0, SHOWN).map((facet) => (
              <Choice
                key={facet.value}
                label={wordOf(name, facet)}
                count={facet.count}
                pressed={standing === facet.value}
                onPress={(on) => onChoose({ [name]: on ? facet.value : undefined })}
              />
            ))}
          </Group>
        )
      })}
    </div>
  )
}

const wordOf = (name: Name, facet: Facet): string =>
  facet.label ??
  (name === 'certainty'
    ? (CERTAINTY_WORDS[facet.value as Certainty]?.word ?? facet.value)
    : name === 'polarity'
      ? facet.value === 'negative'
        ? strings.negatedOnes
        : strings.affirmedOnes
      : facet.value)

interface GroupProps {
  readonly title: string
  /** Something in it is chosen. */
  readonly chosen: boolean
  readonly children: ReactNode
}

/** Open, but for a narrow screen, where the claims would else stand far below. */
function Group({ title, chosen, children }: GroupProps) {
  const [open] = useState(() => chosen || matchMedia('(min-width: 56em)').matches)
  return (
    <details open={open}>
      <summary>{title}</summary>
      <ul>{children}</ul>
    </details>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly count?: number
  readonly pressed: boolean
  onPress(on: boolean): void
}

function Choice({ label, count, pressed, onPress }: ChoiceProps) {
  return (
    <li>
      <button type="button" aria-pressed={pressed} title={label} onClick={() => onPress(!pressed)}>
        <span>{label}</span>
        {count !== undefined && <span className="count">{strings.plainNumber(count)}</span>}
      </button>
    </li>
  )
}

function When({ chosen, onChoose }: Pick<Props, 'chosen' | 'onChoose'>) {
  return (
    <details open={Boolean(chosen['from'] ?? chosen['to'])}>
      <summary>{strings.facets.time}</summary>
      <div className="when-facet">
        {(['from', 'to'] as const).map((each) => (
          <label key={each}>
            {strings[each]}{' '}
            <input
              type="date"
              value={chosen[each] ?? ''}
              onChange={(event) => onChoose({ [each]: event.target.value || undefined })}
            />
          </label>
        ))}
      </div>
    </details>
  )
}
