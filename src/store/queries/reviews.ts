import type { Selectable } from 'kysely'
import type { Engine } from '../engine.js'
import { pack, unpack } from '../packing.js'
import { inTransaction } from '../retry-conflict.js'
import type { ReviewTable, StoredReview } from '../store.js'
import type { Tables } from '../tables.js'

/** Finished reviews, kept before anything of them is published: what a model said was paid for. */
export function reviews(engine: Engine): ReviewTable {
  return {
    put: ({ repositoryId, number, head, key, review }) =>
      inTransaction(engine, async (transaction) => {
        // Made again rather than updated: the highest id is the latest, whatever the clock says.
        await transaction
          .deleteFrom('reviews')
          .where('repository_id', '=', repositoryId)
          .where('number', '=', number)
          .where('key', '=', key)
          .execute()
        const row = { repository_id: repositoryId, number, head, key, review: pack(review) }
        await transaction
          .insertInto('reviews')
          .values({ ...row, stored_at: engine.now() })
          .execute()
      }),
    latest: async (repositoryId, number) => {
      const row = await of(engine, repositoryId, number).orderBy('id', 'desc').limit(1).executeTakeFirst()
      return row ? reviewOf(row) : null
    },
    byKey: async (repositoryId, number, key) => {
      const row = await of(engine, repositoryId, number).where('key', '=', key).executeTakeFirst()
      return row ? reviewOf(row) : null
    },
  }
}

function of({ db }: Engine, repositoryId: number, number: number) {
  return db
    .selectFrom('reviews')
    .selectAll()
    .where('repository_id', '=', repositoryId)
    .where('number', '=', number)
}

function reviewOf(row: Selectable<Tables['reviews']>): StoredReview {
  return {
    repositoryId: row.repository_id,
    number: row.number,
    head: row.head,
    key: row.key,
    review: unpack(row.review),
  }
}
