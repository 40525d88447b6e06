import anyAscii from 'any-ascii'

/** Lower-case ASCII of any script, accents dropped: 'Løvik' → 'lovik', 'Щукин' → 'shchukin'. */
export const fold = (text: string): string => anyAscii(text.normalize('NFC')).toLowerCase()

export type Script = 'latin' | 'cyrillic' | 'arabic' | 'hebrew' | 'other'

/** The script of a word's first letter. */
export function scriptOf(word: string): Script {
  const letter = /\p{L}/u.exec(word)?.[0]
  if (letter === undefined || /\p{Script=Latin}/u.test(letter)) return 'latin'
  if (/\p{Script=Cyrillic}/u.test(letter)) return 'cyrillic'
  if (/\p{Script=Arabic}/u.test(letter)) return 'arabic'
  return /\p{Script=Hebrew}/u.test(letter) ? 'hebrew' : 'other'
}
