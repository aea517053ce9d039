import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import { messageOf, UserError } from '../../lib/errors.js'
import type { Clock, Engine } from '../engine.js'
import { errorCode } from '../error-code.js'

/** The shared engine: any number of instances on one Postgres 15 or later. Without a clock, time is the server's. */
export function openPostgres(url: string, clock?: Clock): Engine {
  return {
    db: new Kysely({ dialect: new PostgresDialect({ pool: openPool(url) }) }),
    now: () => (clock ? sql<number>`cast(${clock()} as bigint)` : serverTime),
    skipLocked: (query) => query.forUpdate().skipLocked(),
    columns: { identity: 'bigint generated always as identity primary key', bytes: 'bytea', keyed: '' },
    lockMigrations: async (transaction) => {
      await sql`set local statement_timeout = 0`.execute(transaction)
      await sql`select pg_advisory_xact_lock(${migrationLock})`.execute(transaction)
    },
    isConflict: (error) => conflicts.has(errorCode(error)),
    explain,
  }
}

/** Stable within a statement, so that an index can be used, and fresh in a long transaction. */
const serverTime = sql<number>`cast(floor(extract(epoch from statement_timestamp()) * 1000) as bigint)`

/** An arbitrary number of our own: everybody who migrates waits for it. */
const migrationLock = 4_683_355

/** unique_violation, serialization_failure, deadlock_detected; admin_shutdown, after which nothing of the work was done. */
const conflicts: ReadonlySet<string> = new Set(['23505', '40001', '40P01', '57P01'])

function openPool(url: string): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 10_000,
    statement_timeout: 60_000,
    idle_in_transaction_session_timeout: 60_000,
    types: { getTypeParser },
  })
  // The pool drops an idle connection that the server closed and makes another; unheard, the event ends the process.
  pool.on('error', () => {})
  return pool
}

/** No answer at all, or an answer that says no: wrong credentials (class 28), no such database (3D000). */
function explain(error: unknown): unknown {
  const refused =
    error instanceof pg.DatabaseError ? /^(28|3D)/.test(error.code ?? '') : !(error instanceof UserError)
  if (!refused) return error
  const reason = messageOf(error) || 'no answer'
  return new UserError('database-unreachable', `Cannot use the Postgres database: ${reason}.`, {
    cause: error,
  })
}

const bigint = 20

/** `pg` gives bigint as text; all of ours are times, ids and counts, far below 2^53. */
const getTypeParser: typeof pg.types.getTypeParser = (type, format) =>
  type === bigint ? Number : pg.types.getTypeParser(type, format)
