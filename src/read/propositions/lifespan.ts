import type { Word, WordRange } from '../layers.js'
import type { Time } from '../../schema/reading.js'
import type { Proposition, Slot } from './proposition.js'
import type { Scene } from './scene.js'
import type { Tree } from './tree.js'

const DASH = /^(?:[-–—]+|to)$/
const WIDEST = 40
const PARTS = new Set(['flat', 'compound', 'punct', 'nmod'])

interface Lifespan {
  /** Head of the name. */
  readonly name: number
  readonly born: WordRange
  readonly died: WordRange
}

/**
 * "Ada Brock (1 May 1901, Oran – 1982)": brackets after the name of a person that hold a time, a dash and a time say when
 * (and where) the person was born and died.
 */
export function lifespanPropositions(scene: Scene): Proposition[] {
  return lifespansOf(scene).flatMap(({ name, born, died }) => [
    lifeEvent(scene, name, born, 'bear', { first: name, last: died.last + 1 }),
    lifeEvent(scene, name, died, 'die', { first: name, last: died.last + 1 }),
  ])
}

function lifeEvent(
  scene: Scene,
  name: number,
  part: WordRange,
  lemma: string,
  evidence: WordRange,
): Proposition {
  const slots: Slot[] = [{ role: lemma === 'bear' ? 'patient' : 'agent', head: name }]
  let anchor = part.first
  for (let i = part.first; i < part.last; i++) {
    if (scene.marks.time[i] && !slots.some((s) => s.role === 'unmarked')) {
      slots.push({ role: 'unmarked', head: i })
      anchor = i
    }
    if (scene.marks.mention[i]?.type === 'Place') slots.push({ role: 'in', head: i })
  }
  return {
    construction: 'verb',
    anchor,
    lemma,
    passive: lemma === 'bear',
    subject: name,
    slots,
    governor: name,
    evidence: [evidence],
    typedOnly: true,
  }
}

function lifespansOf(scene: Scene): Lifespan[] {
  const { tree, marks } = scene
  const found: Lifespan[] = []
  for (let open = 1; open < tree.size; open++) {
    if (tree.form[open] !== '(') continue
    const name = nameBefore(tree, open)
    if (name < 0 || marks.type[name] !== 'Person') continue
    const halves = halvesOf(tree, open)
    const dated = (r: WordRange): boolean => marks.time.slice(r.first, r.last).some((t) => t !== undefined)
    if (halves && dated(halves.born) && dated(halves.died)) found.push({ name, ...halves })
  }
  return found
}

/** The head of the name that ends right before the bracket; -1 for none. */
function nameBefore(tree: Tree, open: number): number {
  let at = open - 1
  if (tree.sentence[at] !== tree.sentence[open]) return -1
  for (let steps = 0; steps < 8; steps++) {
    const head = tree.head[at]!
    if (!PARTS.has(tree.relation[at]!) || head < 0 || head >= open || tree.upos[head] !== 'PROPN') break
    at = head
  }
  return tree.upos[at] === 'PROPN' ? at : -1
}

/** What stands on both sides of the dash between the brackets; null without one dash, or where a verb says more. */
function halvesOf(tree: Tree, open: number): Pick<Lifespan, 'born' | 'died'> | null {
  let dash = -1
  for (let i = open + 1; i < open + WIDEST && tree.sentence[i] === tree.sentence[open]; i++) {
    const form = tree.form[i]!
    if (form === ')')
      return dash < 0 ? null : { born: { first: open + 1, last: dash }, died: { first: dash + 1, last: i } }
    if (tree.upos[i] === 'VERB' || form === '(') return null
    if (DASH.test(form)) {
      if (dash >= 0) return null
      dash = i
    }
  }
  return null
}

/** Cuts a time that runs over the dash of such brackets ("1901 – 1982", one interval) into the two it is made of. */
export function cutLifespans(words: readonly Word[], tree: Tree, time: (Time | undefined)[]): void {
  for (let open = 1; open < tree.size; open++) {
    if (tree.form[open] !== '(' || nameBefore(tree, open) < 0) continue
    const halves = halvesOf(tree, open)
    if (!halves) continue
    const whole = time[halves.born.last]
    const [from, until] = whole?.edtf?.split('/') ?? []
    if (!whole || from === undefined || until === undefined) continue
    for (const [range, edtf] of [
      [halves.born, from],
      [halves.died, until],
    ] as const) {
      const inside: number[] = []
      for (let i = range.first; i < range.last; i++) if (time[i] === whole) inside.push(i)
      const [first, last] = [inside[0], inside.at(-1)]
      if (first === undefined || last === undefined) continue
      const { start } = words[first]!
      const { end } = words[last]!
      for (const i of inside)
        time[i] = { start, end, text: whole.text.slice(start - whole.start, end - whole.start), edtf }
    }
    time[halves.born.last] = undefined
  }
}
