/** What a list can be narrowed down and sorted by. Nothing chosen is undefined. */

interface WordsProps {
  readonly label: string
  readonly value: string | undefined
  onChange(words: string | undefined): void
}

export function WordsFilter({ label, value = '', onChange }: WordsProps) {
  return (
    <input
      type="search"
      aria-label={label}
      placeholder={label}
      value={value}
      onChange={(event) => onChange(event.target.value || undefined)}
    />
  )
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly value: string | undefined
  readonly choices: readonly T[]
  word(choice: T): string
  /** The word for choosing none; without it, one is always chosen. */
  readonly any?: string
  onChange(choice: string | undefined): void
}

export function ChoiceFilter<T extends string>(props: ChoiceProps<T>) {
  const { label, value = '', choices, word, any, onChange } = props
  return (
    <label className="filter">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value || undefined)}>
        {any !== undefined && <option value="">{any}</option>}
        {choices.map((choice) => (
          <option key={choice} value={choice}>
            {word(choice)}
          </option>
        ))}
      </select>
    </label>
  )
}
