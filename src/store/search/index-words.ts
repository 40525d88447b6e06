import { sql } from 'kysely'
import type { Reading } from '../../schema/reading.js'
import type { Connection, Dialect } from '../database/database.js'
import { placeOf, placesOf } from '../place.js'
import { among, insertAll } from '../rows.js'
import { passagesOf } from './passages.js'
import { pieces } from './spelling.js'
import { wordsOf, type Word } from './words.js'

interface Owner {
  readonly case_id: string
  readonly number: number
}

/** SQLite's index of one case. Each has its own, so that nothing of another case, not even how frequent a word is, shows. */
export const wordTable = (caseId: string) => sql.table(`passages_${caseId}`)

/** PostgreSQL's one index holds this word with every passage of the case; no text has it, for '#' is no letter. */
export const caseWord = (caseId: string): string => `#${caseId}`

/** Makes the case's index of words. */
export async function prepareSearch(db: Connection, dialect: Dialect, caseId: string): Promise<void> {
  if (dialect === 'sqlite')
    await sql`create virtual table if not exists ${wordTable(caseId)}
      using fts5(words, content='', contentless_delete=1, tokenize='ascii')`.execute(db)
}

/** Makes a document's passages and names findable; it has none so far. */
export async function indexDocument(
  db: Connection,
  dialect: Dialect,
  owner: Owner,
  reading: Pick<Reading, 'document' | 'sentences' | 'mentions'>,
): Promise<void> {
  const { case_id, number } = owner
  const { text } = reading.document
  const passages = passagesOf(text, reading.sentences).map(({ start, end }, i) => {
    const own = text.slice(start, end)
    const row = { case_id, at: placeOf(number, i), start_at: start, end_at: end, text: JSON.stringify(own) }
    return { row, words: wordsOf(own) }
  })
  if (dialect === 'postgres')
    await insertAll(
      db,
      'passages',
      passages.map(({ row, words }) => ({ ...row, words: sql`${vector(case_id, words)}::tsvector` })),
    )
  else {
    await insertAll(
      db,
      'passages',
      passages.map(({ row }) => row),
    )
    for (const { row, words } of passages)
      await sql`insert into ${wordTable(case_id)} (rowid, words) values (${row.at}, ${words.map((w) => w.word).join(' ')})`.execute(
        db,
      )
  }
  await saveNames(db, dialect, owner, reading)
}

/** A tsvector as PostgreSQL writes it: each word with its positions. */
function vector(caseId: string, words: readonly Word[]): string {
  const positions = new Map<string, number[]>()
  words.forEach(({ word }, i) => {
    const known = positions.get(word)
    if (known) known.push(i + 1)
    else positions.set(word, [i + 1])
  })
  return [
    `'${caseWord(caseId)}'`,
    ...[...positions].map(([word, at]) => `'${word}':${at.slice(0, 250).join(',')}`),
  ].join(' ')
}

async function saveNames(
  db: Connection,
  dialect: Dialect,
  { case_id, number }: Owner,
  { mentions }: Pick<Reading, 'mentions'>,
): Promise<void> {
  const names = mentions.filter((m) => m.form === 'name').flatMap((m) => wordsOf(m.text))
  const words = [...new Set(names.map((w) => w.word).filter((w) => w.length > 2))].sort()
  if (words.length === 0) return
  const present = await db
    .selectFrom('name_words')
    .select('word')
    .distinct()
    .where('case_id', '=', case_id)
    .where(among(dialect, 'word', words))
    .execute()
  const known = new Set(present.map((row) => row.word))
  await insertAll(
    db,
    'name_words',
    words.map((word) => ({ case_id, word, document: number })),
  )
  const fresh = words.filter((word) => !known.has(word))
  const rows = fresh.flatMap((word) => pieces(word).map((piece) => ({ case_id, piece, word })))
  await insertAll(db, 'name_pieces', rows, 'keep')
}

/** Takes a document out of search. */
export async function dropWords(db: Connection, dialect: Dialect, { case_id, number }: Owner): Promise<void> {
  const [from, end] = placesOf(number)
  if (dialect === 'sqlite')
    await sql`delete from ${wordTable(case_id)} where rowid in
      (select at from passages where case_id = ${case_id} and at >= ${from} and at < ${end})`.execute(db)
  await db
    .deleteFrom('passages')
    .where('case_id', '=', case_id)
    .where('at', '>=', from)
    .where('at', '<', end)
    .execute()
  const words = await db
    .deleteFrom('name_words')
    .where('case_id', '=', case_id)
    .where('document', '=', number)
    .returning('word')
    .execute()
  if (words.length === 0) return
  const list = words.map((row) => row.word)
  await sql`delete from name_pieces where case_id = ${case_id} and ${among(dialect, 'word', list)} and not exists
    (select 1 from name_words where name_words.case_id = ${case_id} and name_words.word = name_pieces.word)`.execute(
    db,
  )
}
