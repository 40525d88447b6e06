import { sql } from 'kysely'
import type { Connection, Dialect } from '../database/database.js'
import { among } from '../rows.js'
import { alike, pieces } from './spelling.js'

/** How alike a word's sounds must be to pass for another spelling, and how many are taken. */
const ENOUGH = 0.75
const MOST = 12
const CANDIDATES = 400

/** Words of the case's names that may be `word` spelt otherwise, the likeliest first. */
export async function spellingsOf(
  db: Connection,
  dialect: Dialect,
  caseId: string,
  word: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ word: string }>`select word from name_pieces
    where case_id = ${caseId} and ${among(dialect, 'piece', pieces(word))}
    group by word order by count(*) desc, word limit ${CANDIDATES}`.execute(db)
  return rows
    .map((row) => ({ word: row.word, score: alike(word, row.word) }))
    .filter((found) => found.score >= ENOUGH && found.word !== word)
    .sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    .slice(0, MOST)
    .map((found) => found.word)
}
