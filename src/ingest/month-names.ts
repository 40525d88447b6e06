/** Month names and their short forms in the languages pages are most often dated in, folded to lower case without marks. */
const NAMES: readonly (readonly string[])[] = [
  'january jan januar januari janvier janv enero ene janeiro gennaio gen januaria января stycznia ocak leden ledna'.split(
    ' ',
  ),
  'february feb febr februar februari fevrier fevr febrero fevereiro fev febbraio febbr pebruari февраля lutego subat unora'.split(
    ' ',
  ),
  'march mar marz maerz maart mrt mars marzo marco maret марта marca mart brezna'.split(' '),
  'april apr avril avr abril abr aprile апреля kwietnia nisan dubna'.split(' '),
  'may mai mei maggio mag mayo maio maj мая maja mayis kvetna'.split(' '),
  'june jun juni juin junio junho giugno giu июня czerwca haziran cervna'.split(' '),
  'july jul juli juillet juil julio julho luglio lug июля lipca temmuz cervence'.split(' '),
  'august aug augustus aout agosto ago agt agustus augusti августа sierpnia agustos srpna'.split(' '),
  'september sep sept septembre septiembre setembro set settembre sett сентября wrzesnia eylul zari'.split(
    ' ',
  ),
  'october oct oktober okt octobre octubre outubro out ottobre ott октября pazdziernika ekim rijna'.split(
    ' ',
  ),
  'november nov novembre noviembre novembro nopember ноября listopada kasim listopadu'.split(' '),
  'december dec dezember dez decembre diciembre dic dezembro dicembre desember des декабря grudnia aralik prosince'.split(
    ' ',
  ),
]

/** Folded name → month, 1–12. */
export const MONTHS: ReadonlyMap<string, number> = new Map(
  NAMES.flatMap((names, i) => names.map((name) => [name, i + 1] as const)),
)
