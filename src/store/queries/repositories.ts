import type { Kysely, Selectable } from 'kysely'
import type { InstalledRepository } from '../../domain/pull.js'
import type { Engine } from '../engine.js'
import { inTransaction } from '../retry-conflict.js'
import type { RepositoryTable } from '../store.js'
import type { Tables } from '../tables.js'
import { inBatches } from './batches.js'

/** The repositories that the app is installed on. */
export function repositories(engine: Engine): RepositoryTable {
  const { db } = engine
  return {
    // In the order of their ids, so that two deliveries about the same repositories wait instead of deadlock.
    put: (all) =>
      inTransaction(engine, (transaction) =>
        inBatches(
          all.toSorted((one, other) => one.id - other.id),
          (some) => put(transaction, some),
        ),
      ),
    remove: (ids) => inTransaction(engine, (transaction) => remove(transaction, ids)),
    removeInstallation: (installation) =>
      inTransaction(engine, async (transaction) => {
        const rows = await transaction
          .selectFrom('repositories')
          .select('id')
          .where('installation', '=', installation)
          .execute()
        await remove(
          transaction,
          rows.map(({ id }) => id),
        )
      }),
    ofInstallation: async (installation) => {
      const rows = await db
        .selectFrom('repositories')
        .selectAll()
        .where('installation', '=', installation)
        .execute()
      // Not by the database: the two engines order letters differently.
      return rows.map(repositoryOf).sort((one, other) => (one.name < other.name ? -1 : 1))
    },
    byId: async (id) => {
      const row = await db.selectFrom('repositories').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? repositoryOf(row) : null
    },
  }
}

async function put(db: Kysely<Tables>, all: readonly InstalledRepository[]): Promise<void> {
  await db
    .insertInto('repositories')
    .values(
      all.map(({ id, installation, name, private: hidden, defaultBranch }) => ({
        id,
        installation,
        name,
        private: hidden ? 1 : 0,
        default_branch: defaultBranch,
      })),
    )
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet((row) => ({
        installation: row.ref('excluded.installation'),
        name: row.ref('excluded.name'),
        private: row.ref('excluded.private'),
        default_branch: row.ref('excluded.default_branch'),
      })),
    )
    .execute()
}

function remove(db: Kysely<Tables>, ids: readonly number[]): Promise<void> {
  return inBatches(ids, async (some) => {
    await db.deleteFrom('publications').where('repository_id', 'in', some).execute()
    await db.deleteFrom('reviews').where('repository_id', 'in', some).execute()
    await db.deleteFrom('repositories').where('id', 'in', some).execute()
  })
}

function repositoryOf(row: Selectable<Tables['repositories']>): InstalledRepository {
  return {
    id: row.id,
    installation: row.installation,
    name: row.name,
    private: row.private === 1,
    defaultBranch: row.default_branch,
  }
}
