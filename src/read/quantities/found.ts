/** A number with its unit, in lexemes; `low` and `high` are set for ranges and vague numbers. */
export interface Found {
  readonly first: number
  readonly next: number
  readonly value: number | null
  readonly unit: string | null
  readonly low?: number
  readonly high?: number
}
