/** The past, participle and -ing form of English verbs, for lists that name verbs by their plain form. */

const IRREGULAR: Readonly<Record<string, string>> = {
  steal: 'stole stolen',
  shoot: 'shot',
  beat: 'beat beaten',
  hang: 'hung hanged',
  hide: 'hid hidden',
  withhold: 'withheld',
  sell: 'sold',
  buy: 'bought',
  mislead: 'misled',
  lie: 'lied',
  burn: 'burned burnt',
  leave: 'left',
  lose: 'lost',
  die: 'died',
  take: 'took taken',
  give: 'gave given',
  write: 'wrote written',
  meet: 'met',
  speak: 'spoke spoken',
  sit: 'sat',
  hold: 'held',
  lead: 'led',
  come: 'came come',
  go: 'went gone',
  drive: 'drove driven',
  fly: 'flew flown',
  ride: 'rode ridden',
  send: 'sent',
  bring: 'brought',
  pay: 'paid',
  lend: 'lent',
  tell: 'told',
  swear: 'swore sworn',
  choose: 'chose chosen',
  draw: 'drew drawn',
  put: 'put',
  set: 'set',
  cut: 'cut',
  eat: 'ate eaten',
  drink: 'drank drunk',
  sleep: 'slept',
  spend: 'spent',
  stand: 'stood',
  run: 'ran run',
  fall: 'fell fallen',
  drown: 'drowned',
  see: 'saw seen',
  make: 'made',
  build: 'built',
  teach: 'taught',
  bind: 'bound',
  hear: 'heard',
  sing: 'sang sung',
  shut: 'shut',
  open: 'opened',
  read: 'read',
  grant: 'granted',
  bid: 'bid',
  bear: 'bore borne',
  become: 'became become',
  begin: 'began begun',
  get: 'got gotten',
  catch: 'caught',
  seek: 'sought',
  undertake: 'undertook undertaken',
  oversee: 'oversaw overseen',
  withdraw: 'withdrew withdrawn',
  win: 'won',
  fight: 'fought',
  ring: 'rang rung',
  break: 'broke broken',
  throw: 'threw thrown',
  feed: 'fed',
  hit: 'hit',
  strike: 'struck stricken',
  dig: 'dug',
  show: 'showed shown',
  keep: 'kept',
  say: 'said',
  do: 'did done',
  be: 'was were been',
  have: 'had',
}
const SHORT = /[^aeiou][aeiou][bdgklmnprt]$/

/** 'rob' → 'robbed', 'robbing'. A double consonant is given beside a single one, where spelling does not tell. */
export function formsOf(verb: string): string[] {
  const ing = verb.endsWith('ie')
    ? [`${verb.slice(0, -2)}ying`]
    : /[^eoy]e$/.test(verb)
      ? [`${verb.slice(0, -1)}ing`]
      : SHORT.test(verb)
        ? [`${verb}${verb.at(-1)!}ing`, `${verb}ing`]
        : [`${verb}ing`]
  const irregular = IRREGULAR[verb]
  if (irregular !== undefined) return [...irregular.split(' '), ...ing]
  const past = verb.endsWith('e')
    ? [`${verb}d`]
    : /[^aeiou]y$/.test(verb)
      ? [`${verb.slice(0, -1)}ied`]
      : SHORT.test(verb)
        ? [`${verb}${verb.at(-1)!}ed`, `${verb}ed`]
        : [`${verb}ed`]
  return [...past, ...ing]
}
