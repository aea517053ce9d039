import type { Engine } from '../engine.js'
import { inTransaction } from '../retry-conflict.js'
import type { Deliveries, NewJob } from '../store.js'
import { enqueue } from './enqueue.js'

/** Webhook deliveries, each once, with the jobs they cause. */
export function deliveries(engine: Engine): Deliveries {
  const { db, now } = engine
  return {
    accept: ({ id, event, payload }, caused) =>
      inTransaction(engine, async (transaction) => {
        const inserted = await transaction
          .insertInto('deliveries')
          .values({ id, event, payload, received_at: now() })
          .onConflict((conflict) => conflict.column('id').doNothing())
          .executeTakeFirst()
        if (inserted.numInsertedOrUpdatedRows !== 1n) return 'duplicate'
        for (const job of caused.toSorted(byKey)) await enqueue(engine, transaction, job)
        return 'accepted'
      }),
    payload: async (id) => {
      const row = await db.selectFrom('deliveries').select('payload').where('id', '=', id).executeTakeFirst()
      return row?.payload ?? null
    },
    forgetPayloads: async (before) => {
      const forgotten = await db
        .updateTable('deliveries')
        .set({ payload: null })
        .where('received_at', '<', before.getTime())
        .where('payload', 'is not', null)
        .executeTakeFirst()
      return Number(forgotten.numUpdatedRows)
    },
  }
}

/** In one order, so that two deliveries about the same pull requests wait for each other instead of deadlocking. */
function byKey({ key: one }: NewJob, { key: other }: NewJob): number {
  if (one === null || other === null) return Number(other === null) - Number(one === null)
  return one === other ? 0 : one < other ? -1 : 1
}
