import { describe, expect, it } from 'vitest'
import { createOutbox, sendAll, type Shelf } from './outbox.js'

const shelfOf = (room = Infinity): Shelf & { text: string } => ({
  text: '',
  get() {
    return this.text
  },
  put(text) {
    if (text.length > room) return false
    this.text = text
    return true
  },
})
const entry = (said: string) => ({ caseName: 'Harbour', what: { withdraw: said }, said })
const AWAY = new Error('away')
const away = (error: unknown): boolean => error === AWAY

/** Sends all; `answers` says what the program does with each. Gives what was sent, in order. */
async function sending(outbox: ReturnType<typeof createOutbox>, answers: (said: string) => Error | null) {
  const sent: string[] = []
  const done = await sendAll(
    outbox,
    ({ said }) => {
      const error = answers(said)
      return error ? Promise.reject(error) : Promise.resolve(said)
    },
    away,
    (_, said) => sent.push(said),
  )
  return { sent, done }
}

describe('what is decided', () => {
  it('waits while the program is away, over a reload too, and goes out in order when it is back', async () => {
    const shelf = shelfOf()
    const before = createOutbox(shelf)
    before.add(entry('one'))
    before.add(entry('two'))
    expect(await sending(before, () => AWAY)).toEqual({ sent: [], done: false })
    const after = createOutbox(shelf)
    expect(after.list().map(({ said }) => said)).toEqual(['one', 'two'])
    expect(await sending(after, () => null)).toEqual({ sent: ['one', 'two'], done: true })
    expect([after.list(), shelf.text]).toEqual([[], ''])
  })

  it('is kept with the reason where the program refuses it, and does not hold up the rest', async () => {
    const outbox = createOutbox(shelfOf())
    outbox.add(entry('one'))
    outbox.add(entry('two'))
    const refusing = (said: string) => (said === 'one' ? new Error('It is gone.') : null)
    expect(await sending(outbox, refusing)).toEqual({ sent: ['two'], done: true })
    expect(outbox.list()).toMatchObject([{ said: 'one', refused: 'It is gone.' }])
    outbox.again(outbox.list()[0]!.id)
    expect(await sending(outbox, () => null)).toEqual({ sent: ['one'], done: true })
  })

  it('is not sent twice by two tabs, nor lost by one that writes', () => {
    const shelf = shelfOf()
    const [left, right] = [createOutbox(shelf), createOutbox(shelf)]
    left.add(entry('one'))
    right.add(entry('two'))
    left.drop(left.list()[0]!.id)
    right.reread()
    expect(right.list().map(({ said }) => said)).toEqual(['two'])
  })

  it('stays in the page where the browser has no room, and says that it would be lost with it', () => {
    const outbox = createOutbox(shelfOf(10))
    outbox.add(entry('one'))
    outbox.add(entry('two'))
    expect([outbox.list().length, outbox.lasting()]).toEqual([2, false])
  })

  it.each(['no JSON', '{}', 'null'])('begins anew from a shelf that holds %s', (text) => {
    expect(createOutbox({ get: () => text, put: () => true }).list()).toEqual([])
  })
})
