import type { Kysely, Selectable } from 'kysely'
import type { BlobId } from '../../domain/blob.js'
import type { Engine } from '../engine.js'
import { pack, unpack } from '../packing.js'
import { inTransaction } from '../retry-conflict.js'
import type { FactScope, IndexedFact, IndexedFile } from '../store.js'
import type { Tables } from '../tables.js'
import { inBatches } from './batches.js'
import { postingKeys } from './posting-key.js'

/** What the row of a file holds. */
export type FileBody = { readonly blob: BlobId; readonly facts: readonly IndexedFact[] }

/** Null for a row that is damaged. Its inside is not examined: the version of its snapshot names the program that wrote it. */
export function bodyIn(body: Buffer): FileBody | null {
  try {
    const value = unpack(body)
    // The one cast at this door: only `putFiles` writes here, and the version pins the shape.
    return typeof value === 'object' && value !== null && 'facts' in value ? (value as FileBody) : null
  } catch {
    return null // The snapshot can be built again; a damaged row is the same as none.
  }
}

/** Adds files that the snapshot does not hold yet. Files without facts are found by nothing and take no room. */
export async function addFiles(
  db: Kysely<Tables>,
  scope: FactScope,
  snapshot: number,
  files: readonly IndexedFile[],
): Promise<void> {
  await inBatches(
    files.filter((file) => file.facts.length),
    async (some) => {
      const rows = await db
        .insertInto('indexed_files')
        .values(
          some.map(({ path, blob, facts }) => {
            const body: FileBody = { blob, facts }
            return { snapshot, path, body: pack(body) }
          }),
        )
        .returning(['id', 'path'])
        .execute()
      const ids = new Map(rows.map(({ id, path }) => [path, id]))
      const postings = some.flatMap(({ path, facts }) => {
        const file = ids.get(path)
        return file === undefined ? [] : postingKeys(scope, facts).map((key) => ({ key, file }))
      })
      // In the order of the index, which is the cheapest to write.
      postings.sort((one, other) => one.key - other.key)
      await inBatches(postings, async (rows) => {
        await db
          .insertInto('postings')
          .values([...rows])
          .execute()
      })
    },
  )
}

/** Removes files of a snapshot; those that it does not hold are no matter. */
export async function removeFiles(
  db: Kysely<Tables>,
  scope: FactScope,
  snapshot: number,
  paths: readonly string[],
): Promise<void> {
  await inBatches(paths, async (some) => {
    const rows = await db
      .deleteFrom('indexed_files')
      .where('snapshot', '=', snapshot)
      .where('path', 'in', some)
      .returning(['id', 'body'])
      .execute()
    for (const { id, body } of rows) {
      const keys = postingKeys(scope, bodyIn(body)?.facts ?? [])
      await inBatches(keys, async (few) => {
        await db.deleteFrom('postings').where('file', '=', id).where('key', 'in', few).execute()
      })
    }
  })
}

type SnapshotRow = Pick<Selectable<Tables['snapshots']>, 'id' | 'installation' | 'version'>

/** Removes snapshots with all their files, a few files at a time, so that nobody waits long for the database. */
export async function removeSnapshots(engine: Engine, snapshots: readonly SnapshotRow[]): Promise<void> {
  for (const { id, installation, version } of snapshots) {
    // From here on nobody finds it; what is left of it after a crash is removed by the next pruning.
    await engine.db.updateTable('snapshots').set({ ready: 0 }).where('id', '=', id).execute()
    for (let paths = await somePaths(engine, id); paths.length; paths = await somePaths(engine, id)) {
      await inTransaction(engine, (transaction) =>
        removeFiles(transaction, { installation, version }, id, paths),
      )
    }
    await engine.db.deleteFrom('snapshots').where('id', '=', id).execute()
  }
}

const removedAtOnce = 100

async function somePaths({ db }: Engine, snapshot: number): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('indexed_files')
    .select('path')
    .where('snapshot', '=', snapshot)
    .limit(removedAtOnce)
    .execute()
  return rows.map(({ path }) => path)
}
