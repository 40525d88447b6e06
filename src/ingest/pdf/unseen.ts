/** Letter by letter: why nobody sees it, or null. */
import type { Unseen } from './page.js'
import { within, type Colour, type Letter, type Painted, type Surface } from './painted.js'

const TINY = 1.2
const FAINT = 0.05
const LIKE = 24
/** Rules and hairlines hide nothing. */
const THINNEST = 3

/** One entry a letter of `painted.letters`. */
export function unseenOf({ letters, surfaces }: Painted): (Unseen | null)[] {
  const covers = surfaces.filter(({ opaque, box }) => opaque && box[2] > THINNEST && box[3] > THINNEST)
  const grounds = new Set([PAPER, ...surfaces.map(({ colour }) => colour)])
  const known = new Map<Colour, boolean>()
  /** Whether there is any ground on which the colour cannot be seen. */
  const risky = (colour: Colour): boolean => {
    if (!known.has(colour))
      known.set(
        colour,
        [...grounds].some((ground) => alike(colour, ground)),
      )
    return known.get(colour)!
  }
  return letters.map((letter, i) => {
    if (letter.invisible) return 'invisible'
    if (letter.cut) return letter.cut
    if (letter.size < TINY) return 'tiny'
    if (letter.alpha < FAINT) return 'transparent'
    if (covers.length > 0 && covers.some(({ after, box }) => after > i && within(box, letter.x, letter.y)))
      return 'covered'
    if (!risky(letter.colour)) return null
    return alike(letter.colour, groundOf(letter, i, surfaces)) ? 'ground' : null
  })
}

/** The colour the letter stands on; paper is white. */
function groundOf(letter: Letter, index: number, surfaces: readonly Surface[]): Colour {
  for (let i = surfaces.length - 1; i >= 0; i--) {
    const { after, box, colour, picture } = surfaces[i]!
    if (after <= index && within(box, letter.x, letter.y)) return picture ? null : colour
  }
  return PAPER
}
const PAPER = '#ffffff'

function alike(a: Colour, b: Colour): boolean {
  if (a === null || b === null) return false
  if (a === b) return true
  return [1, 3, 5].reduce((sum, i) => sum + Math.abs(channel(a, i) - channel(b, i)), 0) < LIKE
}
const channel = (colour: string, at: number): number => Number.parseInt(colour.slice(at, at + 2), 16)
