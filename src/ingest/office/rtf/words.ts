/** Control words of RTF that stand for characters, and destinations whose text is no text of the document. */

export const CHARACTERS: ReadonlyMap<string, string> = new Map([
  ['tab', '\t'],
  ['line', '\n'],
  ['lbr', '\n'],
  ['emdash', '—'],
  ['endash', '–'],
  ['emspace', '\u2003'],
  ['enspace', '\u2002'],
  ['qmspace', '\u2005'],
  ['bullet', '•'],
  ['lquote', '‘'],
  ['rquote', '’'],
  ['ldblquote', '“'],
  ['rdblquote', '”'],
  ['~', '\u00a0'],
  ['_', '\u2011'],
  ['-', '\u00ad'],
  ['zwj', '\u200d'],
  ['zwnj', '\u200c'],
  ['ltrmark', '\u200e'],
  ['rtlmark', '\u200f'],
])

/** Besides those marked '\*' that are not known here. */
export const SKIPPED: ReadonlySet<string> = new Set(
  'colortbl stylesheet listtable listoverridetable rsidtbl generator themedata colorschememapping datastore latentstyles filetbl fldinst template xe tc private xmlnstbl mmathPr pgptbl listtext pntext pntxta pntxtb ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn nonshppict bkmkstart bkmkend atrfstart atrfend objname objclass panose falt shpinst sp sn sv userprops operator category keywords doccomm hlinkbase passwordhash docvar svb wgrffmtfilter'.split(
    ' ',
  ),
)

/** Destinations that leave their text where the group stands. */
export const TRANSPARENT: ReadonlySet<string> = new Set('shppict shptxt shp object result fldrslt'.split(' '))

/** \fcharset and \cpg numbers → encodings. */
export const CHARSETS: ReadonlyMap<number, number> = new Map([
  [0, 1252],
  [77, 10000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
  [255, 437],
])
