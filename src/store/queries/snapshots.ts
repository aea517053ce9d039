import type { Engine } from '../engine.js'
import { inTransaction } from '../retry-conflict.js'
import type { FactScope, IndexChange, IndexedFile, NewSnapshot } from '../store.js'
import { addFiles, removeFiles, removeSnapshots } from './indexed-files.js'

/** See `IndexTable.replace`. What a crash leaves half built is never found, and is pruned. */
export async function replaceSnapshot(
  engine: Engine,
  scope: FactScope,
  { repositoryId, commit }: NewSnapshot,
  files: Iterable<readonly IndexedFile[]>,
): Promise<void> {
  const { id } = await engine.db
    .insertInto('snapshots')
    .values({ ...scope, repository_id: repositoryId, commit, ready: 0, made_at: engine.now() })
    .returning('id')
    .executeTakeFirstOrThrow()
  for (const batch of files)
    await inTransaction(engine, (transaction) => addFiles(transaction, scope, id, batch))
  const before = await inTransaction(engine, async (transaction) => {
    const rows = await transaction
      .updateTable('snapshots')
      .set({ ready: 0 })
      .where('repository_id', '=', repositoryId)
      .where('version', '=', scope.version)
      .where('ready', '=', 1)
      .returning(['id', 'installation', 'version'])
      .execute()
    await transaction.updateTable('snapshots').set({ ready: 1 }).where('id', '=', id).execute()
    return rows
  })
  await removeSnapshots(engine, before)
}

/** See `IndexTable.update`. */
export function updateSnapshot(
  engine: Engine,
  scope: FactScope,
  { repositoryId, commit }: NewSnapshot,
  { from, put, gone }: IndexChange,
): Promise<boolean> {
  return inTransaction(engine, async (transaction) => {
    const moved = await transaction
      .updateTable('snapshots')
      .set({ commit, made_at: engine.now() })
      .where('installation', '=', scope.installation)
      .where('repository_id', '=', repositoryId)
      .where('version', '=', scope.version)
      .where('ready', '=', 1)
      .where('commit', '=', from)
      .returning('id')
      .executeTakeFirst()
    if (!moved) return false
    await removeFiles(transaction, scope, moved.id, [...gone, ...put.map(({ path }) => path)])
    await addFiles(transaction, scope, moved.id, put)
    return true
  })
}
