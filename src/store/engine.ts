import type { Expression, Kysely, SelectQueryBuilder, Transaction } from 'kysely'
import type { Tables } from './tables.js'

/** Milliseconds since the epoch. */
export type Clock = () => number

/** The little in which two databases differ. All queries are written once, in `queries/`, over this. */
export type Engine = {
  readonly db: Kysely<Tables>
  /** The present as the engine sees it: a given clock's, else the machine's (SQLite) or the server's (Postgres). */
  now(): Expression<number>
  /** Leaves out rows that another transaction holds, and holds those it takes. */
  skipLocked<O>(query: JobQuery<O>): JobQuery<O>
  /** Spells `{identity}`, `{bytes}` and `{keyed}` (a table that is nothing but its primary key) of a migration. */
  readonly columns: { readonly identity: string; readonly bytes: string; readonly keyed: string }
  /** Keeps every other process from migrating until the transaction ends. */
  lockMigrations(transaction: Transaction<Tables>): Promise<void>
  /** True when trying again is the cure: another transaction won a unique row, or the server gave this one up. */
  isConflict(error: unknown): boolean
  /** A failure of the start, as a user error where a person can mend it. */
  explain(error: unknown): unknown
}

type JobQuery<O> = SelectQueryBuilder<Tables, 'jobs', O>
