/** "01:02:03,450", "02:03.450" → milliseconds from the beginning; NaN for anything else. */
export function milliseconds(stamp: string): number {
  const match = /^(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?$/.exec(stamp.trim())
  if (!match) return NaN
  const [, hours = '0', minutes, seconds, rest = ''] = match
  return (
    ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000 + Number(rest.padEnd(3, '0') || 0)
  )
}
