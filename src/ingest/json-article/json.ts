/** Values of parsed JSON, which may be anything. */
export type Json = Readonly<Record<string, unknown>>

/** The value, or null where the text is no JSON. */
export function parsed(source: string): unknown {
  try {
    return JSON.parse(source) as unknown
  } catch {
    return null
  }
}

export const isRecord = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A text with something in it; numbers as they are written. */
export function textIn(value: unknown): string | null {
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value
  return typeof text === 'string' && text.trim() !== '' ? text : null
}
