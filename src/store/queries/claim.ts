import { randomUUID } from 'node:crypto'
import { type Expression, sql } from 'kysely'
import type { Engine } from '../engine.js'
import { retryConflict } from '../retry-conflict.js'
import type { Job } from '../store.js'
import { jobOf } from './job-row.js'
import { queued, running } from './job-states.js'

/**
 * Takes the best ready job whose lane is idle. Two processes may choose different jobs of one lane at the same moment:
 * the index on running lanes refuses the slower, which then chooses again.
 */
export async function claim(engine: Engine, leaseMs: number, kinds?: readonly string[]): Promise<Job | null> {
  if (kinds?.length === 0) return null
  return retryConflict(engine, async () => {
    const row = await engine.db
      .updateTable('jobs')
      .set((job) => ({
        state: running,
        attempts: sql<number>`${job.ref('attempts')} + 1`,
        lease_token: randomUUID(),
        lease_until: later(engine, leaseMs),
      }))
      .where('id', '=', best(engine, kinds))
      .returningAll()
      .executeTakeFirst()
    return row ? jobOf(row) : null
  })
}

function best(engine: Engine, kinds?: readonly string[]): Expression<number> {
  const ready = engine.db
    .selectFrom('jobs')
    .select('id')
    .where('state', '=', queued)
    .where('run_at', '<=', engine.now())
    .$if(kinds !== undefined, (query) => query.where('kind', 'in', kinds ?? []))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('jobs as other')
            .select('other.id')
            .where('other.state', '=', running)
            .where(({ or, eb, ref }) =>
              or([eb('other.lane', '=', ref('jobs.lane')), eb('other.key', '=', ref('jobs.key'))]),
            ),
        ),
      ),
    )
    .orderBy('priority', 'desc')
    .orderBy('run_at')
    .orderBy('id')
    .limit(1)
  // A subquery with one column is that column's value.
  return engine.skipLocked(ready).$asScalar()
}

/** The time when a lease that begins now ends. */
export function later(engine: Engine, leaseMs: number): Expression<number> {
  return sql<number>`${engine.now()} + cast(${Math.round(leaseMs)} as bigint)`
}
