/** The headers' genres are the writers' own words; here they fall into families. The first pattern that fits decides. */
export const GENRE_FAMILIES: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['fact checks and press criticism', /fact[- ]check|media criticism|media column|press review|correction/i],
  ['broadcast scripts', /radio|broadcast(?!er)|television|\bTV\b|live blog/i],
  ['court, police and inquiries', /court|trial|judg|indict|police|inquest|inquiry|argument|ombudsman|\blaw\b|exhibit/i],
  ['parliament, councils and hearings', /parliament|council|committee|hearing|minutes|testimony|debate/i],
  ['interviews and speeches', /interview|transcript|oral[- ]history|speech|table talk|questions/i],
  ['releases, reports and notices', /release|statement|\bNGO\b|human-rights|\bUN\b|UN-like|report\b|notice|\bmemo\b|audit|registry|observation/i],
  ['letters, e-mail and social media', /\bletters?\b|e-mail|social|forum|thread|diary|wedding/i],
  ['obituaries, books and encyclopaedias', /obituar|encyclop|biograph|\bbook excerpt|memoir|lives|histor|chronic|chronology|museum/i],
  ['opinion, blogs and partisan sites', /opinion|column|op-ed|editorial|blog|partisan|essay|sketch|review|criticism|opinionated/i],
  ['wire', /wire|agency|\bbrief\b/i],
  ['magazines and features', /magazine|feature|profile|long read|investigati|analysis|explainer/i],
  ['newspapers', /daily|newspaper|paper|broadsheet|tabloid|weekly|sheet/i],
  ['news sites', /site|newsletter|online|outlet|wiki|broadcaster/i],
]

export const genreFamily = (genre: string): string =>
  GENRE_FAMILIES.find(([, pattern]) => pattern.test(genre))?.[0] ?? 'business, sport, science, listings'
