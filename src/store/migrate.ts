import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { UserError } from '../lib/errors.js'
import type { Engine } from './engine.js'
import { type Migration, migrations as ours } from './migrations/migrations.js'
import type { Tables } from './tables.js'

/**
 * Brings a database up to this program. Each migration is one transaction under a lock of its own, so processes that
 * start at once wait for each other and a crash leaves a whole number of migrations. Throws a user error
 * `database-newer` for a database that a later release has migrated, `database-differs` for one whose history is not ours.
 */
export async function migrate(engine: Engine, migrations: readonly Migration[] = ours): Promise<void> {
  while (await engine.db.transaction().execute((transaction) => step(engine, transaction, migrations)));
}

/** Applies the next migration; false when there is none. */
async function step(
  engine: Engine,
  transaction: Transaction<Tables>,
  migrations: readonly Migration[],
): Promise<boolean> {
  await engine.lockMigrations(transaction)
  await sql`create table if not exists migrations (
    number integer not null primary key, name text not null, checksum text not null, applied_at bigint not null
  )`.execute(transaction)
  const applied = await transaction.selectFrom('migrations').selectAll().orderBy('number').execute()
  assertOurs(applied, migrations)
  const next = migrations[applied.length]
  if (next === undefined) return false
  for (const statement of statementsOf(next.sql, engine.columns))
    await sql.raw(statement).execute(transaction)
  await transaction
    .insertInto('migrations')
    .values({ number: next.number, name: next.name, checksum: checksumOf(next), applied_at: engine.now() })
    .execute()
  return true
}

type Applied = { readonly number: number; readonly name: string; readonly checksum: string }

function assertOurs(applied: readonly Applied[], migrations: readonly Migration[]): void {
  for (const [index, { number, name, checksum }] of applied.entries()) {
    const known = migrations[index]
    if (known === undefined)
      throw new UserError(
        'database-newer',
        `The database was migrated by a later release (migration ${number}, \`${name}\`). Start that release, or a newer one.`,
      )
    if (known.number !== number || checksumOf(known) !== checksum)
      throw new UserError(
        'database-differs',
        `Migration ${number} (\`${name}\`) of the database is not the one of this program. Is it another program's database?`,
      )
  }
}

function checksumOf(migration: Migration): string {
  return createHash('sha256').update(migration.sql).digest('hex')
}

/** The statements of a migration, in one engine's spelling. */
function statementsOf(text: string, columns: Engine['columns']): readonly string[] {
  return text
    .replaceAll('{identity}', columns.identity)
    .replaceAll('{bytes}', columns.bytes)
    .replaceAll('{keyed}', columns.keyed)
    .split(/;[ \t]*(?:\n|$)/)
    .filter((statement) => statement.trim() !== '')
}
