/** Decisions on their way to the program: each stays in this browser until the program has it or refuses it. */
import type { NewJudgement } from '../../api/client.js'

export interface Unsent {
  readonly id: string
  readonly caseName: string
  readonly what: { readonly judge: NewJudgement } | { readonly withdraw: string }
  /** What the message says once it is kept. */
  readonly said: string
  /** Why the program would not take it; null while it is on its way. */
  readonly refused: string | null
}

/** What keeps a few characters over a reload; the browser's own, or none where it may not. */
export interface Shelf {
  get(): string | null
  /** False where there is no room. */
  put(text: string): boolean
}

export interface Outbox {
  readonly list: () => readonly Unsent[]
  /** False where what waits would be lost with the page. */
  readonly lasting: () => boolean
  add(entry: Omit<Unsent, 'id' | 'refused'>): void
  refuse(id: string, why: string): void
  again(id: string): void
  drop(id: string): void
  /** `changed` is called after each change, also one of another tab's (see `reread`). */
  subscribe(changed: () => void): () => void
  reread(): void
}

export function createOutbox(shelf: Shelf, newId: () => string = () => crypto.randomUUID()): Outbox {
  const listeners = new Set<() => void>()
  let raw = shelf.get()
  let list = parsed(raw)
  let lasting = true
  const reread = (): void => {
    const now = shelf.get()
    if (now === raw || !lasting) return
    raw = now
    list = parsed(raw)
    for (const changed of listeners) changed()
  }
  const change = (next: (list: readonly Unsent[]) => readonly Unsent[]): void => {
    // Another tab may have sent some meanwhile
    reread()
    list = next(list)
    const text = list.length === 0 ? '' : JSON.stringify(list)
    lasting = shelf.put(text)
    raw = text
    for (const changed of listeners) changed()
  }
  return {
    list: () => list,
    lasting: () => lasting,
    add: (entry) => change((all) => [...all, { ...entry, id: newId(), refused: null }]),
    refuse: (id, why) => change((all) => all.map((e) => (e.id === id ? { ...e, refused: why } : e))),
    again: (id) => change((all) => all.map((e) => (e.id === id ? { ...e, refused: null } : e))),
    drop: (id) => change((all) => all.filter((e) => e.id !== id)),
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    reread,
  }
}

function parsed(raw: string | null): readonly Unsent[] {
  try {
    const list: unknown = raw ? JSON.parse(raw) : []
    return Array.isArray(list) ? (list as Unsent[]) : []
  } catch {
    return []
  }
}

const KEY = 'whence.unsent'

export const browserShelf: Shelf = {
  get: () => {
    try {
      return localStorage.getItem(KEY)
    } catch {
      return null
    }
  },
  put: (text) => {
    try {
      if (text === '') localStorage.removeItem(KEY)
      else localStorage.setItem(KEY, text)
      return true
    } catch {
      return false
    }
  },
}

/**
 * Sends what waits, oldest first, until all is sent or the program cannot be reached. `deliver` throws what the program
 * answered; `unreachable` tells such an error from a refusal. True where nothing waits any more.
 */
export async function sendAll<T>(
  outbox: Outbox,
  deliver: (entry: Unsent) => Promise<T>,
  unreachable: (error: unknown) => boolean,
  sent: (entry: Unsent, answer: T) => void,
): Promise<boolean> {
  for (;;) {
    outbox.reread()
    const next = outbox.list().find(({ refused }) => refused === null)
    if (!next) return true
    try {
      const answer = await deliver(next)
      outbox.drop(next.id)
      sent(next, answer)
    } catch (error) {
      if (unreachable(error)) return false
      outbox.refuse(next.id, error instanceof Error ? error.message : String(error))
    }
  }
}
