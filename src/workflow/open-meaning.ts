import { type Meaning, openMeaning as open } from '../inference/meaning.js'
import { MEANING_FOLDER } from './networks.js'

/** The package's sentence encoder; nothing is loaded before it is first asked. */
export const openMeaning = (): Meaning => open(MEANING_FOLDER)
