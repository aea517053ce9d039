import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { Kysely, sql } from 'kysely'
import { messageOf, UserError } from '../../lib/errors.js'
import type { Clock, Engine } from '../engine.js'
import { errorCode } from '../error-code.js'
import { PatientDialect } from './patient-dialect.js'

/**
 * The embedded engine: one file, `interlock.db`, in a folder that is made when absent. Several processes may have it open.
 * Throws a user error `database-unreachable` when the folder or the file cannot be used.
 */
export function openSqlite(directory: string, clock: Clock = Date.now): Engine {
  return {
    db: new Kysely({ dialect: new PatientDialect({ database: openFile(directory) }) }),
    // Bound numbers are floating point; the cast keeps sums whole.
    now: () => sql<number>`cast(${clock()} as bigint)`,
    // One writer at a time: a claim is a write, so no row is held by another.
    skipLocked: (query) => query,
    columns: { identity: 'integer primary key autoincrement', bytes: 'blob', keyed: 'without rowid' },
    lockMigrations: async () => {},
    isConflict: (error) => errorCode(error) === 'SQLITE_CONSTRAINT_UNIQUE',
    explain: (error) => error,
  }
}

function openFile(directory: string): Database.Database {
  try {
    // What it holds comes from private repositories.
    mkdirSync(directory, { recursive: true, mode: 0o700 })
    const database = new Database(join(directory, 'interlock.db'))
    for (const pragma of pragmas) database.pragma(pragma)
    return database
  } catch (error) {
    const reason = messageOf(error)
    throw new UserError('database-unreachable', `Cannot open the database in \`${directory}\`: ${reason}.`, {
      cause: error,
    })
  }
}

const pragmas = [
  // First: two processes that start at once race for `journal_mode`, and without it the slower one fails.
  'busy_timeout = 10000',
  'journal_mode = WAL',
  // NORMAL would lose the last commits with the power; FULL commits 4,440 times a second on two cores, which is enough.
  'synchronous = FULL',
  'foreign_keys = ON',
  // From here on the dialect waits, without stopping the process.
  'busy_timeout = 0',
]
