import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Engine } from '../engine.js'
import type { JobTable } from '../store.js'
import { later } from './claim.js'
import { jobOf } from './job-row.js'
import { dead, done, superseded } from './job-states.js'

/** What becomes of jobs that ended: a death is told of once, and all are removed in the end. */
export function afterlife(engine: Engine): Pick<JobTable, 'claimDead' | 'told' | 'prune'> {
  const { db } = engine
  return {
    claimDead: async (leaseMs) => {
      const row = await db
        .updateTable('jobs')
        .set({ lease_token: randomUUID(), lease_until: later(engine, leaseMs) })
        .where('id', '=', oldestUntold(engine))
        .returningAll()
        .executeTakeFirst()
      return row ? { ...jobOf(row), error: row.last_error ?? '' } : null
    },
    told: async ({ id, lease }) => {
      const told = await db
        .updateTable('jobs')
        .set({ told: 1, lease_token: null, lease_until: null })
        .where('id', '=', id)
        .where('lease_token', '=', lease)
        .where('state', '=', dead)
        .executeTakeFirst()
      return told.numUpdatedRows === 1n
    },
    prune: async (before) => {
      const removed = await db
        .deleteFrom('jobs')
        .where('state', 'in', [done, dead, superseded])
        .where('ended_at', '<', before.getTime())
        .executeTakeFirst()
      return Number(removed.numDeletedRows)
    },
  }
}

function oldestUntold(engine: Engine) {
  const untold = engine.db
    .selectFrom('jobs')
    .select('id')
    .where('state', '=', dead)
    .where('told', '=', sql.lit(0))
    .where(({ or, eb }) => or([eb('lease_until', 'is', null), eb('lease_until', '<', engine.now())]))
    .orderBy('id')
    .limit(1)
  return engine.skipLocked(untold).$asScalar()
}
