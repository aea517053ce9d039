import type { Engine } from '../engine.js'

/** Writes one row, durably: only a write tells a full disk or a read-only replica from a healthy store. */
export async function ping({ db, now }: Engine): Promise<void> {
  await db
    .insertInto('pulse')
    .values({ id: 1, at: now() })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ at: now() }))
    .execute()
}
