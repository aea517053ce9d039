import type { Engine } from '../engine.js'
import type { PublicationTable } from '../store.js'

/** What was said on each pull request. */
export function publications({ db }: Engine): PublicationTable {
  return {
    of: async (repositoryId, number) => {
      const rows = await db
        .selectFrom('publications')
        .select(['key', 'remote_id', 'digest'])
        .where('repository_id', '=', repositoryId)
        .where('number', '=', number)
        .execute()
      return rows
        .map(({ key, remote_id, digest }) => ({ key, remoteId: remote_id, digest }))
        .sort((one, other) => (one.key < other.key ? -1 : 1))
    },
    put: async (repositoryId, number, { key, remoteId, digest }) => {
      await db
        .insertInto('publications')
        .values({ repository_id: repositoryId, number, key, remote_id: remoteId, digest })
        .onConflict((conflict) =>
          conflict.columns(['repository_id', 'number', 'key']).doUpdateSet({ remote_id: remoteId, digest }),
        )
        .execute()
    },
    remove: async (repositoryId, number, key) => {
      await db
        .deleteFrom('publications')
        .where('repository_id', '=', repositoryId)
        .where('number', '=', number)
        .where('key', '=', key)
        .execute()
    },
  }
}
