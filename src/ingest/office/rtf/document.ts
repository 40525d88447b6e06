/**
 * RTF tokens → drafts and metadata. Every group inherits the state around it; a group whose destination is not the body
 * gathers its own text: notes, comments, headers, the author of a comment, the title. Deleted and hidden words stand aside.
 */
import iconv from 'iconv-lite'
import type { Draft } from '../flow.js'
import { hexBytes, type HexBytes } from './hex-bytes.js'
import { BEGINNING, dttm, format, isText, two, type State, type Tables } from './state.js'
import { rtfStory } from './story.js'
import type { RtfHandlers } from './tokens.js'
import { CHARACTERS, SKIPPED, TRANSPARENT } from './words.js'

export interface Picture {
  readonly type: 'png' | 'jpg' | null
  readonly bytes: Uint8Array
}

export interface RtfReading {
  readonly handlers: RtfHandlers
  finish(): {
    drafts: Draft[]
    pictures: Picture[]
    told: { title?: string; author?: string; created?: string; company?: string }
  }
}

/** Groups deeper than this are read as if they stood at this depth. */
const DEEPEST = 10_000
const LONGEST_FIELD = 2000

export function rtfDocument(): RtfReading {
  const story = rtfStory()
  const tables: Tables = { fonts: new Map(), authors: [], font: 0 }
  const pictures: Picture[] = []
  const told: { title?: string; author?: string; created?: string; company?: string } = {}
  let text = ''
  let pending: number[] = []
  let pendingPage = 1252
  let skip = 0
  let surrogate = ''
  let created: Record<string, number> = {}
  let picture: { type: Picture['type']; hex: HexBytes } | null = null
  let comment: { by: string; at: string } = { by: '', at: '' }
  const stack: State[] = []
  let over = 0
  let state: State = { ...BEGINNING }

  const write = (words: string): void => {
    if (words === '') return
    switch (state.to) {
      case 'body':
      case 'footnote':
      case 'comment':
      case 'edge':
        story.add(words, state)
        return
      case 'by':
      case 'at':
      case 'title':
      case 'author':
      case 'company':
      case 'authors':
        text = (text + words).slice(0, LONGEST_FIELD)
        return
      case 'fonts':
      case 'skip':
      case 'upr':
      case 'picture':
      case 'created':
      case 'revisions':
      case 'info':
    }
  }
  const flush = (): void => {
    if (pending.length === 0) return
    const bytes = Buffer.from(pending)
    pending = []
    write(
      iconv.encodingExists(`cp${pendingPage}`)
        ? iconv.decode(bytes, `cp${pendingPage}`)
        : bytes.toString('latin1'),
    )
  }
  const leave = (from: State): void => {
    const words = text.trim()
    switch (from.to) {
      case 'footnote':
      case 'comment':
      case 'edge':
        story.endNote(comment.by, comment.at)
        if (from.to === 'comment') comment = { by: '', at: '' }
        return
      case 'title':
      case 'author':
      case 'company':
        told[from.to] = words
        break
      case 'by':
      case 'at':
        comment[from.to] = from.to === 'at' && /^\d{5,}$/.test(words) ? (dttm(Number(words)) ?? words) : words
        break
      case 'authors':
        tables.authors.push(words.replace(/;$/, ''))
        break
      case 'created':
        told.created = `${created['yr'] ?? ''}-${two(created['mo'] ?? 0)}-${two(created['dy'] ?? 0)}`
        break
      case 'picture':
        if (picture) pictures.push({ type: picture.type, bytes: picture.hex.bytes() })
        picture = null
        break
      case 'body':
      case 'skip':
      case 'fonts':
      case 'upr':
      case 'revisions':
      case 'info':
    }
    text = ''
  }

  const beginNote = (to: 'footnote' | 'comment' | 'edge'): void => {
    state.to = to
    state.hidden = state.deleted = state.revised = false
    story.beginNote(to)
  }
  const destination = (name: string): boolean => {
    if (name === 'fonttbl') state.to = 'fonts'
    else if (name === 'footnote') beginNote('footnote')
    else if (name === 'annotation') beginNote('comment')
    else if (/^(?:header|footer)[lrf]?$/.test(name)) beginNote('edge')
    else if (name === 'atnauthor') state.to = 'by'
    else if (name === 'atndate' || name === 'atntime') state.to = name === 'atndate' ? 'at' : 'skip'
    else if (name === 'atnid' || name === 'atnref' || name === 'atnparent' || name === 'atnicn')
      state.to = 'skip'
    else if (name === 'revtbl') state.to = 'revisions'
    else if (name === 'pict') {
      state.to = 'picture'
      picture = { type: null, hex: hexBytes() }
    } else if (name === 'info') state.to = 'info'
    else if (name === 'title' || name === 'author' || name === 'company') state.to = name
    else if (name === 'creatim') {
      state.to = 'created'
      created = {}
    } else if (name === 'upr') state.to = 'upr'
    else if (name === 'ud') state.to = stack.findLast(({ to }) => to !== 'upr' && to !== 'skip')?.to ?? 'body'
    else if (TRANSPARENT.has(name)) return true
    else if (name === 'listtext' || name === 'pntext') {
      story.item()
      state.to = 'skip'
    } else if (name === 'objdata' || SKIPPED.has(name) || state.optional) state.to = 'skip'
    else return false
    return true
  }

  const handlers: RtfHandlers = {
    begin() {
      flush()
      skip = 0
      if (stack.length >= DEEPEST) {
        over++
        return
      }
      stack.push(state)
      state = { ...state, optional: false }
      // Each name in the table of revisions has a group; what stands beside the wide form of a text repeats it.
      if (state.to === 'revisions') state.to = 'authors'
      else if (state.to === 'upr') state.to = 'skip'
    },
    end() {
      flush()
      skip = 0
      if (over > 0) {
        over--
        return
      }
      const left = state
      const back = stack.pop()
      if (!back) return
      state = back
      if (left.to !== back.to) {
        const inner = state
        state = left
        leave(left)
        state = inner
      }
    },
    word(name, number) {
      if (name !== 'u') flush()
      if (name === '*') {
        state.optional = true
        return
      }
      if (skip > 0 && (CHARACTERS.has(name) || name === 'u')) {
        skip--
        if (name !== 'u') return
        skip = 0
      }
      if (name === 'u') {
        flush()
        unicode(((number ?? 0) + 0x10000) & 0xffff)
        skip = state.fallback
        return
      }
      if (state.to === 'skip' && !(name === 'ud' && state.optional)) return
      if (state.to === 'created' && number !== null) created[name] = number
      else if (state.to === 'picture') {
        if (picture && name === 'pngblip') picture.type = 'png'
        else if (picture && name === 'jpegblip') picture.type = 'jpg'
        else if (state.optional) state.to = 'skip'
      } else if (CHARACTERS.has(name)) write(CHARACTERS.get(name)!)
      else if (!destination(name)) {
        if (isText(state.to)) story.structure(name)
        format(state, tables, name, number)
      }
      state.optional = false
    },
    byte(value) {
      if (skip > 0) {
        skip--
        return
      }
      if (state.to === 'skip') return
      if (state.to === 'picture') {
        picture?.hex.add(value)
        return
      }
      if (pending.length > 0 && pendingPage !== state.page) flush()
      pendingPage = state.page
      pending.push(value)
      if (pending.length >= 4096 && value < 0x80) flush()
    },
  }

  const unicode = (unit: number): void => {
    const character = String.fromCharCode(unit)
    if (unit >= 0xd800 && unit < 0xdc00) surrogate = character
    else {
      write(surrogate + character)
      surrogate = ''
    }
  }
  return {
    handlers,
    finish() {
      flush()
      return { drafts: story.finish(), pictures, told }
    },
  }
}
