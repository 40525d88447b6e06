/**
 * What the program and the process that opens a file say to one another: a line of JSON each, on the process's standard
 * input and on its fourth channel. Results and children are files in the one folder it may write to.
 */
import type { Document } from '../../schema/document.js'
import type { Header } from '../../schema/document.js'

/** The channel on which the process answers; its standard output belongs to whatever libraries print. */
export const ANSWERS = 3
export const RESULT = 'result.json'
export const CHILDREN = 'children.jsonl'
export const PICTURE = 'page.png'

/** Please open this file. */
export interface Ask {
  readonly id: string
  /** Its name, as given. */
  readonly file: string
  readonly path: string
  /** An empty folder. */
  readonly out: string
  readonly limits: { readonly output: number; readonly children: number }
  /** In place of its text, a picture of a page of a PDF: PICTURE and its size are written. */
  readonly picture?: { readonly page: number; readonly scale: number }
}

export type Answer =
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly done: number; readonly all: number | null }
  /** RESULT and CHILDREN are written. */
  | { readonly kind: 'done' }
  /** This file needs threads and native code, which this process has no right to. */
  | { readonly kind: 'rights' }
  /** The disk is. */
  | { readonly kind: 'full' }

/** What stands in RESULT. */
export interface Result {
  readonly document: Document
  readonly pages: number | null
}

/** What stands in RESULT beside a PICTURE; points. Null where there is no such page. */
export type PictureSize = { readonly width: number; readonly height: number } | null

/** A line of CHILDREN. The bytes of the n-th line are in the file `n`, counted from 0. */
export interface ChildLine {
  readonly name: string
  readonly headers?: readonly Header[]
}
