/** Who stands in a claim's chain, beside its words: facets of words count them in the rows they look through. */
export const version = 5

export const statements: readonly string[] = [
  `alter table claim_words add column sources text not null default '[]'`,
]

const filledBy = (list: string): string => `update claim_words set sources = coalesce((
  select ${list} from claim_sources s where s.case_id = claim_words.case_id and s.at = claim_words.at
), '[]')`

export const sqlite: readonly string[] = [filledBy('json_group_array(who)')]
export const postgres: readonly string[] = [filledBy('json_agg(who)::text')]
