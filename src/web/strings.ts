/** Every English sentence of the page, by where it stands. */
import { documents } from './strings/documents.js'
import { frame } from './strings/frame.js'
import { overview } from './strings/overview.js'
import { reading } from './strings/reading.js'
import { seen } from './strings/seen.js'
import { statements } from './strings/statements.js'

export const strings = { ...reading, ...overview, ...statements, ...documents, ...seen, ...frame } as const
