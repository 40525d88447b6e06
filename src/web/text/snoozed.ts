/** Findings that were put off stay out of sight until their day. */
import type { Judgement } from '../../schema/case.js'

/** The day (YYYY-MM-DD) until which it is put off, null where it is not, or where that day has come. */
export function putOffUntil(judgements: readonly Judgement[], today: string): string | null {
  const last = judgements
    .filter(({ verdict, withdrawn }) => verdict === 'snooze' && withdrawn === null)
    .reduce<Judgement | null>((latest, each) => (latest && latest.at > each.at ? latest : each), null)
  return typeof last?.value === 'string' && last.value > today ? last.value : null
}
