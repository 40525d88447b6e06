/** When claims were said, and what facets count them by beside their words. */
export const version = 4

const FACTS = `update claim_words set (property, certainty, polarity, status) = (
  select property, certainty, polarity, status from claims c where c.case_id = claim_words.case_id and c.at = claim_words.at
)`

export const statements: readonly string[] = [
  // Of documents read before it is not known until they are read again
  `alter table claims add column said text`,
  `create index claims_said on claims (case_id, said, at) where said is not null`,
  `alter table claim_words add column property text not null default '~'`,
  `alter table claim_words add column certainty bigint not null default 0`,
  `alter table claim_words add column polarity text not null default ''`,
  `alter table claim_words add column status text not null default ''`,
  FACTS,
]
